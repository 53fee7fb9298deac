import { expect, test } from 'vitest'
import { createAskOnce } from './ask-once.ts'
import type { Answer } from './host.ts'
import type { ShopFailureCode } from '#model/shop/failure.ts'

test('the key stays until the shop has answered clearly', async () => {
  let made = 0
  const askOnce = createAskOnce({ newKey: () => `key-${++made}` })
  const keys: string[] = []
  const answering =
    (code: ShopFailureCode | null) =>
    async (_: { table: number }, key: string): Promise<Answer<string>> => {
      keys.push(key)
      return code ? { ok: false, failure: { code, message: '' } } : { ok: true, value: 'done' }
    }
  await askOnce(answering('offline'), { table: 1 })
  await askOnce(answering('internal'), { table: 1 })
  await askOnce(answering('conflict'), { table: 1 })
  await askOnce(answering('offline'), { table: 2 })
  await askOnce(answering(null), { table: 1 })
  await askOnce(answering(null), { table: 1 })
  expect(keys).toEqual(['key-1', 'key-1', 'key-1', 'key-2', 'key-3', 'key-4'])
})
