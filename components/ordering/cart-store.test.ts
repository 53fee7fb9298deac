import { expect, test } from 'vitest'
import type { JsonValue } from '#model/json.ts'
import type { Host } from '../kit/host.ts'
import { type Cart, entryOf } from './cart.ts'
import { cartStoreOf } from './cart-store.ts'
import { sampleMenu } from '../menu/sample-menu.ts'

const menu = sampleMenu('en')
const entry = (dishId: string) => {
  const dish = menu.dishes.find((each) => each.id === dishId)!
  return entryOf(dish, menu, { variantId: dish.variants[0]!.id, chosen: {} }, '', 1)
}

function hostKeeping(cart: Cart) {
  let kept: JsonValue = cart
  const storage = { get: async () => kept, set: async (_: string, value: JsonValue) => void (kept = value) }
  return { host: { storage } as unknown as Host, kept: () => (kept as Cart).map(({ dishId }) => dishId) }
}

/** A menu on the page, as its view sees the cart. */
function menuOn(host: Host) {
  const store = cartStoreOf(host)
  let seen: Cart = []
  let hasBar = false
  const leave = store.subscribe(({ cart }, isFirst) => {
    seen = cart
    hasBar = isFirst
  })
  return { store, leave, seen: () => seen.map(({ dishId }) => dishId), hasBar: () => hasBar }
}

test('two menus of a page have one cart: what is added in one is seen in the other, and nothing is lost', async () => {
  const { host, kept } = hostKeeping([])
  const [first, second] = [menuOn(host), menuOn(host)]
  await Promise.all([first.store.bringUpTo(menu, 0), second.store.bringUpTo(menu, 0)])
  first.store.change((cart) => [...cart, entry('egg')])
  second.store.change((cart) => [...cart, entry('cucumber')])
  expect(first.seen()).toEqual(['egg', 'cucumber'])
  expect(second.seen()).toEqual(['egg', 'cucumber'])
  expect(kept()).toEqual(['egg', 'cucumber'])
})

test('what was tapped before the storage answered joins what it kept', async () => {
  const { host, kept } = hostKeeping([entry('egg')])
  const { store, seen } = menuOn(host)
  store.change((cart) => [...cart, entry('cucumber')])
  await store.bringUpTo(menu, 0)
  expect(seen()).toEqual(['egg', 'cucumber'])
  expect(kept()).toEqual(['egg', 'cucumber'])
})

test('a menu that comes later, after all others have left, reads what was kept anew', async () => {
  const { host } = hostKeeping([])
  const first = menuOn(host)
  await first.store.bringUpTo(menu, 0)
  first.store.change(() => [entry('egg')])
  first.leave()
  const later = menuOn(host)
  expect(later.seen()).toEqual([])
  await later.store.bringUpTo(menu, 0)
  expect(later.seen()).toEqual(['egg'])
})

test('of several blocks that sell one shows the bar of the cart, and when it goes, the next', () => {
  const { host } = hostKeeping([])
  const [first, second] = [menuOn(host), menuOn(host)]
  expect([first.hasBar(), second.hasBar()]).toEqual([true, false])
  first.leave()
  expect(second.hasBar()).toBe(true)
  second.store.change(() => [entry('egg')])
  expect(second.hasBar()).toBe(true)
})
