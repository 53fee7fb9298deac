import { expect, test } from 'vitest'
import { priceFor } from '#model/shop/price-for.ts'
import { menuFor } from './menu-for.ts'
import { sampleMenu } from '../menu/sample-menu.ts'

const menu = sampleMenu('en')
const cheaperOut = {
  ...menu,
  dishes: menu.dishes.map((dish) =>
    dish.id === 'egg'
      ? { ...dish, variants: dish.variants.map((each) => ({ ...each, channelMinor: { pickup: 350 } })) }
      : dish,
  ),
}
const eggOf = (shown: typeof menu) => shown.dishes.find(({ id }) => id === 'egg')!.variants[0]!

test('a menu for pickup has the prices of pickup, and knows those of the other ways', () => {
  const shown = eggOf(menuFor(cheaperOut, 'pickup'))
  expect(shown.priceMinor).toBe(350)
  expect([priceFor(shown, 'dine_in'), priceFor(shown, 'pickup'), priceFor(shown, 'delivery')]).toEqual([400, 350, 400])
  expect(eggOf(menuFor(cheaperOut, 'dine_in')).priceMinor).toBe(400)
})

test('where every way costs the same nothing becomes another object', () => {
  expect(menuFor(menu, 'pickup')).toBe(menu)
  expect(menuFor(cheaperOut, undefined)).toBe(cheaperOut)
})
