import { expect, test } from 'vitest'
import { addEntry, type Cart, countAll, countOfDish, entryOf, estimateMinor, setQuantity } from './cart.ts'
import { parseCart, reconcile } from './kept-cart.ts'
import { entriesAbout, linesOf, subtract } from './cart-order.ts'
import { sampleMenu } from '../menu/sample-menu.ts'
import { sectionsOf } from './search.ts'

const menu = sampleMenu('en')
const dish = (id: string) => menu.dishes.find((each) => each.id === id)!
const egg = entryOf(dish('egg'), menu, { variantId: 'egg-0', chosen: {} }, '', 2)
const beef = entryOf(
  dish('beef'),
  menu,
  { variantId: 'beef-1', chosen: { hot: 1, 'fried-egg': 2 } },
  ' no scallions ',
  1,
)
const cart: Cart = [egg, beef]

test('the same dish with the same wishes is one line, whatever the order of its options', () => {
  const again = entryOf(
    dish('beef'),
    menu,
    { variantId: 'beef-1', chosen: { 'fried-egg': 2, hot: 1 } },
    'no scallions',
    3,
  )
  expect(addEntry(cart, again).map((each) => each.quantity)).toEqual([2, 4])
  const plain = entryOf(dish('beef'), menu, { variantId: 'beef-1', chosen: { hot: 1 } }, '', 1)
  expect(addEntry(cart, plain)).toHaveLength(3)
})

test('counts and the estimate', () => {
  expect(countAll(cart)).toBe(3)
  expect(countOfDish(cart, 'egg')).toBe(2)
  expect(estimateMinor(cart)).toBe(2 * 400 + 3800 + 2 * 300)
})

test('a quantity stays within what the shop accepts, and none takes the line out', () => {
  expect(setQuantity(cart, egg.key, 500)[0]?.quantity).toBe(99)
  expect(setQuantity(cart, egg.key, 0)).toEqual([beef])
  const full: Cart = Array.from({ length: 60 }, (_, index) => ({ ...egg, key: String(index) }))
  expect(addEntry(full, beef)).toHaveLength(60)
})

test('what is sent holds ids and quantities, never a price', () => {
  expect(linesOf([beef])).toEqual([
    {
      dishId: 'beef',
      variantId: 'beef-1',
      quantity: 1,
      modifiers: [
        { optionId: 'hot', quantity: 1 },
        { optionId: 'fried-egg', quantity: 2 },
      ],
      note: 'no scallions',
    },
  ])
})

test('a saved cart tells what is gone and what costs something else', () => {
  const today = {
    ...menu,
    dishes: menu.dishes.flatMap((each) => {
      if (each.id === 'egg') return []
      return each.id === 'beef'
        ? [
            {
              ...each,
              name: 'Beef noodles',
              variants: each.variants.map((size) => ({ ...size, priceMinor: size.priceMinor + 100 })),
            },
          ]
        : [each]
    }),
  }
  const { cart: kept, dropped, repriced } = reconcile(cart, today, 0)
  expect(dropped).toEqual(['Soy-marinated egg'])
  expect(repriced).toEqual([{ name: 'Beef noodles', fromMinor: 4400, toMinor: 4500 }])
  expect(kept.map((each) => [each.dishId, each.unitMinor])).toEqual([['beef', 4500]])
  expect(reconcile(kept, today, 0)).toEqual({ cart: kept, dropped: [], reduced: [], repriced: [] })
})

test('a line is dropped when its size, an option, or a rule of its groups no longer allows it', () => {
  const soldOutSize = {
    ...menu,
    dishes: menu.dishes.map((each) => ({
      ...each,
      variants: each.variants.map((size) => ({ ...size, soldOut: size.id === 'beef-1' })),
    })),
  }
  expect(reconcile(cart, soldOutSize, 0).cart).toEqual([egg])
  const withoutHot = {
    ...menu,
    modifierGroups: menu.modifierGroups.map((group) => ({
      ...group,
      options: group.options.filter((option) => option.id !== 'hot'),
    })),
  }
  expect(reconcile(cart, withoutHot, 0).cart).toEqual([egg])
  const fewer = { ...menu, modifierGroups: menu.modifierGroups.map((group) => ({ ...group, max: 1 })) }
  expect(reconcile(cart, fewer, 0).cart).toEqual([egg])
  const soldOut = {
    ...menu,
    dishes: menu.dishes.map((each) => ({ ...each, soldOut: each.id === 'egg' ? { untilIso: null } : null })),
  }
  expect(reconcile(cart, soldOut, 0).dropped).toEqual(['Soy-marinated egg'])
})

test('after an order, what was added meanwhile stays', () => {
  const grown = setQuantity(cart, egg.key, 5)
  expect(subtract(grown, cart)).toEqual([{ ...egg, quantity: 3 }])
  expect(subtract(cart, cart)).toEqual([])
})

test('a refusal may be about a dish, a size or an option', () => {
  expect(entriesAbout(cart, ['egg'])).toEqual([egg])
  expect(entriesAbout(cart, ['beef-1'])).toEqual([beef])
  expect(entriesAbout(cart, ['fried-egg', 'gone'])).toEqual([beef])
  expect(entriesAbout(cart, ['mild'])).toEqual([])
})

test('a cart survives storage; anything else in its place is passed over', () => {
  expect(parseCart(JSON.parse(JSON.stringify(cart)))).toEqual(cart)
  for (const stored of [undefined, null, 'x', { lines: [] }]) expect(parseCart(stored)).toEqual([])
  const { name: _, ...nameless } = egg
  expect(
    parseCart([nameless, { ...egg, quantity: -1 }, { ...egg, quantity: 1.5 }, { ...egg, chosen: null }, 7, egg]),
  ).toEqual([egg])
})

test('the menu is searched by every word of the query', () => {
  const found = (query: string) => sectionsOf(menu, query).map((section) => [section.id, section.dishes.length])
  expect(found('')).toEqual([
    ['signature', 2],
    ['noodles', 4],
    ['dry', 3],
    ['sides', 4],
    ['drinks', 3],
  ])
  expect(found(' BROTH ｎｏｏｄｌｅ')).toEqual([
    ['signature', 1],
    ['noodles', 1],
  ])
  expect(found('pizza')).toEqual([])
  expect(sectionsOf(sampleMenu('zh-CN'), '牛肉')[0]?.dishes.map((each) => each.id)).toEqual(['beef'])
})

test('lines of one size share what is left of it, and the visitor is told', () => {
  const cut = {
    ...menu,
    dishes: menu.dishes.map((dish) =>
      dish.id === 'egg' ? { ...dish, variants: dish.variants.map((each) => ({ ...each, left: 3 })) } : dish,
    ),
  }
  const choice = { variantId: 'egg-0', chosen: {} }
  const eggs = [egg, entryOf(dish('egg'), menu, choice, 'soft', 2)]
  const result = reconcile(eggs, cut, 0)
  expect(result.cart.map(({ quantity }) => quantity)).toEqual([2, 1])
  expect(result.reduced).toEqual([{ name: egg.name, left: 3 }])
  expect(reconcile(eggs, menu, 0).reduced).toEqual([])
})
