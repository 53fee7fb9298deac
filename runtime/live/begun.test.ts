import { expect, test } from 'vitest'
import type { Host } from '#components/kit/host.ts'
import type { JsonValue } from '#model/json.ts'
import { createLaterShop } from './later-shop.ts'
import { noteBegun, type Notes } from './begun.ts'

function hostWith(address: string) {
  const kept = new Map<string, JsonValue>()
  const notes: Notes = {}
  const host = {
    shop: createLaterShop(async () => Promise.reject(new Error('offline'))),
    storage: {
      get: async (key: string) => kept.get(key),
      set: async (key: string, value: JsonValue) => void kept.set(key, value),
    },
  } as unknown as Host
  return { host: noteBegun(host, address, notes), notes, kept }
}

test('a cart that was empty is filled, and a checkout asks for its price: each is noted, and each does what it does', async () => {
  const { host, notes, kept } = hostWith('?table=0198-a')
  await host.storage.set('cart', [])
  await host.storage.set('table', 'x')
  expect(notes.sw).toBeUndefined()
  await host.storage.set('cart', [{ dish: 1 }])
  await host.storage.set('cart', [{ dish: 1 }, { dish: 2 }])
  await host.shop.quote({ channel: 'pickup', tableId: null, lines: [] })
  const quoted = await host.shop.quote({ channel: 'pickup', tableId: null, lines: [] })
  expect(quoted).toMatchObject({ ok: false, failure: { code: 'offline' } })
  expect(notes.sw).toEqual(['b:cart:table=0198-a', 'b:checkout:table=0198-a'])
  expect(kept.get('cart')).toHaveLength(2)
})

test('a cart that came along from an earlier page was begun there', async () => {
  const { host, notes, kept } = hostWith('')
  kept.set('cart', [{ dish: 1 }])
  await host.storage.set('cart', [{ dish: 1 }, { dish: 2 }])
  expect(notes.sw).toBeUndefined()
})
