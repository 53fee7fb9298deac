import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Catalogue, CatalogueDish } from './load-catalogue.ts'
import { planImport } from './plan-import.ts'

const text = (name: string) => ({ en: name, 'zh-CN': `${name}。` })
const dish = (id: string, name: string, variants: CatalogueDish['variants']): CatalogueDish => ({
  id,
  categoryId: 'noodles',
  name: text(name),
  description: text(''),
  picture: null,
  tags: [],
  status: 'on',
  soldOut: null,
  version: 1,
  variants,
  modifierGroupIds: [],
})
const catalogue: Catalogue = {
  categories: [{ id: 'noodles', name: text('Noodles'), taxPcm: null }],
  dishes: [
    dish('beef', 'Beef noodles', [
      { id: 'beef-s', name: text('Small'), priceMinor: 2800, soldOut: false },
      { id: 'beef-l', name: text('Large'), priceMinor: 3400, soldOut: false, channelMinor: { pickup: 3200 } },
    ]),
    dish('tea', 'Tea', [{ id: 'tea-1', name: { en: '', 'zh-CN': '' }, priceMinor: 1000, soldOut: false }]),
  ],
  modifierGroups: [{ id: 'spice', name: text('Spice'), min: 1, max: 1, options: [] }],
}

function plan(rows: string[][], { isWhole = false, currency = 'CNY' } = {}) {
  let next = 0
  return planImport(catalogue, rows, { currency, language: 'en', isWhole, newId: () => `new-${++next}` })
}
const problemsOf = (rows: string[][]) =>
  plan(rows).problems.map(({ row, column, code, value }) => [row, column, code, value])

test('a price by name and size, as somebody types a price list', () => {
  const { problems, changes, writes } = plan([
    ['Name (English)', 'Size (English)', 'Price', 'Price to pick up'],
    ['beef NOODLES', 'large', '¥36.50', ''],
    ['Tea', '', '12', '10.5'],
  ])
  expect(problems).toEqual([])
  expect(changes).toMatchObject([
    {
      kind: 'changed',
      what: 'dish',
      name: 'Beef noodles',
      fields: [{ column: 'nameEn', before: 'Beef noodles', after: 'beef NOODLES' }],
    },
    {
      kind: 'changed',
      what: 'size',
      name: 'Large',
      of: 'Beef noodles',
      fields: [
        { column: 'sizeEn', before: 'Large', after: 'large' },
        { column: 'price', before: '34.00', after: '36.50' },
        { column: 'pickup', before: '32.00', after: '' },
      ],
    },
    { what: 'size', of: 'Tea', fields: [{ column: 'price' }, { column: 'pickup', before: '', after: '10.50' }] },
  ])
  expect(writes).toContainEqual({
    do: 'set-variant',
    id: 'beef-l',
    dishId: 'beef',
    set: { name: { en: 'large', 'zh-CN': 'Large。' }, priceMinor: 3650, channelMinor: { pickup: null } },
  })
})

test('a new dish with two sizes, in a new category, with choices and marks', () => {
  const { problems, changes, writes } = plan([
    ['分类', '名称（中文）', '规格（中文）', '价格', '可选项', '标记'],
    ['早点', '豆浆', '小杯', '4', 'Spice', '素; 新品'],
    ['早点', '豆浆', '大杯', '6', 'Spice', '素; 新品'],
  ])
  expect(problems).toEqual([])
  expect(changes.map(({ kind, what, name }) => [kind, what, name])).toEqual([
    ['added', 'category', '早点'],
    ['added', 'dish', '豆浆'],
    ['added', 'size', '小杯'],
    ['added', 'size', '大杯'],
  ])
  expect(writes.map((write) => write.do)).toEqual([
    'add-category',
    'add-dish',
    'set-groups',
    'add-variant',
    'add-variant',
  ])
  expect(writes[1]).toMatchObject({ set: { name: { en: '豆浆', 'zh-CN': '豆浆' }, tags: ['vegetarian', 'new'] } })
})

test('a whole menu takes off what is not in it; a part leaves it alone', () => {
  const rows = [
    ['Dish ID', 'Size ID', 'Price'],
    ['tea', 'tea-1', '10'],
  ]
  expect(plan(rows).changes).toEqual([])
  expect(plan(rows, { isWhole: true }).changes).toEqual([
    { kind: 'removed', what: 'dish', name: 'Beef noodles', of: null, fields: [] },
  ])
})

const head = [
  'Dish ID',
  'Size ID',
  'Name (English)',
  'Category',
  'Size (English)',
  'Price',
  'Choices',
  'Marks',
  'On the menu',
]
test.each([
  ['an unknown dish', ['no-such', '', '', '', '', '1'], [[2, 'dishId', 'unknown-dish', 'no-such']]],
  ['an unknown size', ['tea', 'beef-s', '', '', '', '1'], [[2, 'variantId', 'unknown-size', 'beef-s']]],
  ['no name at all', ['', '', '', 'Noodles', '', '1'], [[2, 'nameEn', 'no-name', '']]],
  ['a new dish without category', ['', '', 'Soup', '', '', '1'], [[2, 'category', 'no-category', '']]],
  ['a new dish without price', ['', '', 'Soup', 'Noodles', '', ''], [[2, 'price', 'no-price', '']]],
  ['a word for a price', ['tea', '', '', '', '', 'cheap'], [[2, 'price', 'bad-price', 'cheap']]],
  ['a fraction of a cent', ['tea', '', '', '', '', '1.005'], [[2, 'price', 'bad-price', '1.005']]],
  ['a price below nothing', ['tea', '', '', '', '', '-3'], [[2, 'price', 'bad-price', '-3']]],
  ['a price nobody pays', ['tea', '', '', '', '', '9999999'], [[2, 'price', 'bad-price', '9999999']]],
  ['unknown choices', ['tea', '', '', '', '', '', 'Sugar'], [[2, 'choices', 'unknown-choice', 'Sugar']]],
  ['an unknown mark', ['tea', '', '', '', '', '', '', 'best'], [[2, 'tags', 'unknown-tag', 'best']]],
  ['neither yes nor no', ['tea', '', '', '', '', '', '', '', 'maybe'], [[2, 'status', 'bad-status', 'maybe']]],
  ['a name that is too long', ['tea', '', 'x'.repeat(81)], [[2, 'nameEn', 'too-long', 'x'.repeat(60)]]],
  ['which of two sizes', ['beef', '', '', '', '', '1'], [[2, 'sizeEn', 'no-name', '']]],
])('%s is said with row and column, and nothing is written', (_what, row, expected) => {
  expect(problemsOf([head, row])).toEqual(expected)
  expect(plan([head, row]).writes).toEqual([])
})

test('rows are counted as the spreadsheet counts them, empty ones too', () => {
  expect(
    problemsOf([head, [], ['tea', '', '', '', '', 'a'], ['', ''], ['tea', '', '', '', '', 'b']]).map(([row]) => row),
  ).toEqual([3, 3, 5, 5])
})

test('columns that nobody knows, twice the same, and none at all', () => {
  expect(
    problemsOf([
      ['Name (English)', 'Colour', 'Price', '价格'],
      ['Tea', 'red', '1', '1'],
    ]),
  ).toEqual([
    [1, null, 'unknown-column', 'Colour'],
    [1, 'price', 'twice-column', '价格'],
  ])
  expect(problemsOf([['Price'], ['1']])[0]).toEqual([1, 'nameEn', 'missing-column', ''])
  expect(problemsOf([head])).toEqual([[2, null, 'no-rows', '']])
})

test('the same size twice, and rows of one dish that do not agree', () => {
  expect(
    problemsOf([
      head,
      ['beef', 'beef-s', 'Beef noodles', '', '', '1'],
      ['beef', 'beef-s', 'Pork noodles', '', '', '2'],
    ]),
  ).toEqual([
    [3, 'nameEn', 'differs', 'Pork noodles'],
    [3, 'sizeEn', 'twice', ''],
  ])
})

test('what a spreadsheet would run as a formula is a text, and comes back as it was', () => {
  const { writes } = plan([head, ['tea', '', "'=HYPERLINK(1)"]])
  expect(writes).toMatchObject([{ set: { name: { en: '=HYPERLINK(1)' } } }])
})

test('prices of currencies without cents, and with a thousand of them', () => {
  const priceOf = (price: string, currency: string) => {
    const [write] = plan(
      [
        ['Dish ID', 'Price'],
        ['tea', price],
      ],
      { currency },
    ).writes
    return write?.do === 'set-variant'
      ? write.set.priceMinor
      : plan(
          [
            ['Dish ID', 'Price'],
            ['tea', price],
          ],
          { currency },
        ).problems[0]?.code
  }
  expect(priceOf('1,200', 'JPY')).toBe(1200)
  expect(priceOf('1.5', 'JPY')).toBe('bad-price')
  expect(priceOf('1.25', 'KWD')).toBe(1250)
})

test('no table at all makes it throw, and nothing is written with a problem', () => {
  const cell = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('tea', 'beef', 'beef-s', '12', '', 'Tea', '=1+1'))
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 6 }), fc.boolean(), (rows, isWhole) => {
      const result = plan([head, ...rows], { isWhole })
      if (result.problems.length > 0) expect([result.writes, result.changes]).toEqual([[], []])
    }),
    { numRuns: 300 },
  )
})
