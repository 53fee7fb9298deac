import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sampleShopData } from '#components/testing/sample-shop-data.ts'
import { worldOf } from '#components/situations/index.ts'
import { refusingShop } from '../host/inert-host.ts'
import { createConditions } from './conditions.ts'
import { createFrameWorld } from './frame-world.ts'

const startMs = Date.parse('2026-03-02T04:00:00Z')
beforeEach(() => vi.useFakeTimers({ now: startMs }))
afterEach(() => vi.useRealTimers())

function open(mode: 'canvas' | 'preview', shopData = sampleShopData() as ReturnType<typeof sampleShopData> | null) {
  const changed = vi.fn()
  const world = createFrameWorld({ mode, shopData, language: () => 'en', changed, load: async () => ({ worldOf }) })
  const soldOut = () => {
    const { menu } = world.data.get()
    return menu.status === 'ready' ? menu.value.dishes.filter((dish) => dish.soldOut).length : menu.status
  }
  const enter = async (id: Parameters<typeof world.setSituation>[0]) => {
    world.setSituation(id)
    await vi.advanceTimersByTimeAsync(0)
  }
  return { world, changed, soldOut, enter }
}

test('a situation changes what blocks are shown, and now brings back the shop as it is', async () => {
  const { world, changed, soldOut, enter } = open('canvas')
  expect(soldOut()).toBe(0)
  await enter('sold-out')
  expect([soldOut(), changed.mock.calls.length]).toEqual([2, 2])
  await enter('now')
  expect([soldOut(), world.now.get(), world.visit.get()]).toEqual([0, startMs, 2])
})

test('news of the shop arrive in the situation that is shown', async () => {
  const { world, soldOut, enter } = open('canvas')
  await enter('sold-out')
  world.setShop(sampleShopData(5))
  expect(soldOut()).toBe(5)
})

test('before the shop has arrived everything waits, whatever the situation', async () => {
  const { world, soldOut, enter } = open('canvas', null)
  await enter('sold-out')
  expect(soldOut()).toBe('loading')
  world.setShop(sampleShopData())
  expect(soldOut()).toBe(2)
})

test('of two situations asked for quickly, the last one is shown', async () => {
  const { world, soldOut } = open('canvas')
  world.setSituation('sold-out')
  world.setSituation('first-visit')
  await vi.advanceTimersByTimeAsync(0)
  expect(soldOut()).toBe(0)
})

test('on a slow network the preview waits and then shows it all; the canvas waits as long as one looks', async () => {
  for (const mode of ['preview', 'canvas'] as const) {
    const { soldOut, enter } = open(mode)
    await enter('slow-network')
    expect(soldOut()).toBe('loading')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(soldOut()).toBe(mode === 'preview' ? 0 : 'loading')
  }
})

test('the shop answers as it would in the situation, also to who asked for it before', async () => {
  const { world, enter } = open('preview')
  const shop = world.answering(refusingShop('preview-only'))
  await enter('payment-failed')
  expect(await shop.payDirect({ nodeId: 'n', amountMinor: 1, note: '' }, 'key')).toMatchObject({
    failure: { code: 'payment-failed' },
  })
  await enter('now')
  expect(await shop.payDirect({ nodeId: 'n', amountMinor: 1, note: '' }, 'key')).toMatchObject({
    failure: { code: 'preview-only' },
  })
})

test('[M23] conditions follow the situation: closed, and a member', async () => {
  const { world, enter } = open('canvas')
  const conditions = createConditions(world)
  const heard = vi.fn()
  conditions.subscribe(heard)
  const shown = () => [conditions.isShown({ hours: 'open' }), conditions.isShown({ audience: 'members' })]
  expect(shown()).toEqual([true, false])
  await enter('gold-member')
  expect(shown()).toEqual([true, true])
  await enter('closed')
  expect(shown()).toEqual([false, false])
  await enter('slow-network')
  expect(shown()).toEqual([true, false])
  expect(heard).toHaveBeenCalled()
})
