import { expect, test } from 'vitest'
import type { Dish, ModifierGroup } from '#model/shop/catalogue.ts'
import { firstChoice, groupsOf, hasChoices, isSoldOut, problemsOf, unitMinorOf } from './choice.ts'
import { roomFor, setOption, toggleOption } from './choosing.ts'
import { sampleMenu } from '../menu/sample-menu.ts'

const menu = sampleMenu('en')
const dish = (id: string): Dish => menu.dishes.find((each) => each.id === id)!
const group = (id: string): ModifierGroup => menu.modifierGroups.find((each) => each.id === id)!
const heat = group('heat')
const toppings = group('toppings')

test('a dish with one size and no groups goes straight into the cart', () => {
  expect(hasChoices(dish('egg'))).toBe(false)
  expect(hasChoices(dish('beef'))).toBe(true)
  expect(hasChoices(dish('yangchun'))).toBe(true)
})

test('the sheet opens with the first size there is and what the shop preselects', () => {
  const beef = dish('beef')
  const [regular, large] = beef.variants
  const without = { ...beef, variants: [{ ...regular!, soldOut: true }, large!] }
  expect(firstChoice(without, groupsOf(beef, menu))).toEqual({ variantId: 'beef-1', chosen: { mild: 1 } })
})

test('more preselected options than the group allows are cut at its maximum', () => {
  const eager = { ...toppings, max: 2, options: toppings.options.map((each) => ({ ...each, preselected: true })) }
  expect(Object.keys(firstChoice(dish('yangchun'), [eager]).chosen)).toEqual(['extra-beef', 'fried-egg'])
})

test('one of a required group replaces the other and cannot be taken away', () => {
  expect(toggleOption(heat, { mild: 1, greens: 1 }, 'hot')).toEqual({ hot: 1, greens: 1 })
  expect(toggleOption(heat, { hot: 1 }, 'hot')).toEqual({ hot: 1 })
  expect(toggleOption({ ...heat, min: 0 }, { hot: 1 }, 'hot')).toEqual({})
})

test('a full group takes nothing more, counted with quantities', () => {
  const full = setOption(toppings, { greens: 1 }, 'fried-egg', 9)
  expect(full).toEqual({ greens: 1, 'fried-egg': 2 })
  expect(toggleOption(toppings, full, 'coriander')).toEqual(full)
  expect(roomFor(toppings, full, 'fried-egg')).toBe(2)
  expect(roomFor(toppings, full, 'extra-beef')).toBe(0)
})

test('a sold-out option cannot be chosen', () => {
  const without = { ...heat, options: heat.options.map((each) => ({ ...each, soldOut: each.id === 'hot' })) }
  expect(toggleOption(without, { mild: 1 }, 'hot')).toEqual({})
  expect(roomFor(without, {}, 'hot')).toBe(0)
})

test('what is still missing is named with its number', () => {
  expect(problemsOf([heat, toppings], {})).toEqual([{ groupId: 'heat', missing: 1 }])
  expect(problemsOf([{ ...toppings, min: 3 }], { 'fried-egg': 2 })).toEqual([{ groupId: 'toppings', missing: 1 }])
  expect(problemsOf([heat, toppings], { mild: 1 })).toEqual([])
})

test('the price follows size and options', () => {
  const beef = dish('beef')
  const choice = { variantId: 'beef-1', chosen: { hot: 1, 'extra-beef': 2, 'fried-egg': 1 } }
  expect(unitMinorOf(beef, groupsOf(beef, menu), choice)).toBe(3800 + 2 * 1200 + 300)
})

test('sold out: until its time, in every size, or when a required group is empty', () => {
  const egg = dish('egg')
  const until = (untilIso: string | null) =>
    isSoldOut({ ...egg, soldOut: { untilIso } }, [], Date.parse('2026-10-03T12:00:00Z'))
  expect(until(null)).toBe(true)
  expect(until('2026-10-03T12:00:01Z')).toBe(true)
  expect(until('2026-10-03T12:00:00Z')).toBe(false)
  expect(isSoldOut({ ...egg, variants: egg.variants.map((each) => ({ ...each, soldOut: true })) }, [], 0)).toBe(true)
  const gone = { ...heat, options: heat.options.map((each) => ({ ...each, soldOut: true })) }
  expect(isSoldOut(dish('beef'), [gone], 0)).toBe(true)
})
