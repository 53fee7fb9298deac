import { expect, test } from 'vitest'
import { sampleMenu } from '../menu/sample-menu.ts'
import { shownDishes } from './shown-dishes.ts'

const menu = sampleMenu('en')
const idsOf = (change: Partial<Parameters<typeof shownDishes>[1]>, of = menu) =>
  shownDishes(of, { which: 'all', category: '', most: 60, ...change }).map(({ id }) => id)

test('all dishes, in the order of the menu, as many as are wanted', () => {
  expect(idsOf({})).toHaveLength(menu.dishes.length)
  expect(idsOf({ most: 2 })).toEqual(['beef', 'knife'])
})

test('one category, one mark, or both', () => {
  expect(
    idsOf({ category: 'dry' }).every((id) => menu.dishes.find((each) => each.id === id)?.categoryId === 'dry'),
  ).toBe(true)
  expect(idsOf({ which: 'signature' })).toEqual(['beef', 'knife'])
  expect(idsOf({ which: 'signature', category: 'drinks' })).toEqual([])
  expect(idsOf({ category: 'gone' })).toEqual([])
})

test('what is on sale now, not what will be or was', () => {
  const sale = (state: 'on' | 'soon' | 'gone') => ({
    id: state,
    state,
    priceMinor: 990,
    regularMinor: 1900,
    startsAtIso: '2026-10-14T11:00:00+08:00',
    endsAtIso: '2026-10-14T13:00:00+08:00',
    perPerson: 2,
    percentSold: 0,
    left: null,
  })
  const states = ['on', 'soon', 'gone'] as const
  const dishes = menu.dishes.map((dish, index) => {
    const state = states[index]
    return state ? { ...dish, variants: dish.variants.map((each) => ({ ...each, sale: sale(state) })) } : dish
  })
  expect(idsOf({ which: 'sale' }, { ...menu, dishes })).toEqual([menu.dishes[0]!.id])
})
