import { expect, test } from 'vitest'
import { auditedTables, fieldsOf } from './audited-tables.ts'
import type { Row } from './audited-tables.ts'
import { compareStock } from './compare-stock.ts'
import { keyOf } from './take-stock.ts'
import type { Item, Stock } from './take-stock.ts'

/** What a stock would be with these rows. */
function stockOf(rows: { readonly [table: string]: readonly Row[] }): Stock {
  const items = Object.entries(rows).flatMap(([name, all]) => {
    const table = auditedTables.find((each) => each.table === name)!
    return all.map((row): [string, Item] => {
      const subjectId = table.subject ? String(row[table.subject]) : 'the-shop'
      const part = table.part ? { kind: table.part.kind, id: String(row[table.part.id]) } : null
      const item = { table, kind: table.kind, programId: 'p', subjectId, part, fields: fieldsOf(table, row) }
      return [keyOf(name, subjectId, part?.id), { ...item, name: (table.name ? row[table.name] : null) as string }]
    })
  })
  return new Map(items)
}

const noodles = { id: 'n', name: 'Noodles', category_id: 'soups', status: 'on', sold_out: false, sold_out_until: null }
const bowl = { id: 'b', dish_id: 'n', name: 'Bowl', price_minor: 2800, sold_out: false }
const soups = { id: 'soups', name: 'Soups' }
const cold = { id: 'cold', name: 'Cold dishes' }
const told = ({ deed, field, before, after, part, subjectName }: ReturnType<typeof compareStock>[number]) => ({
  of: part ? `${String(subjectName)} / ${String(part.name)}` : subjectName,
  deed,
  field,
  before,
  after,
})

test('each field that became another is one change, of the dish as it was called then', () => {
  const before = stockOf({ dish: [noodles], dish_variant: [bowl], category: [soups, cold] })
  const after = stockOf({
    dish: [{ ...noodles, category_id: 'cold', sold_out: true, sold_out_until: '2026-11-22T18:00:00+00:00' }],
    dish_variant: [{ ...bowl, price_minor: 3000 }],
    category: [soups, cold],
  })
  expect(compareStock(before, after).map(told)).toEqual([
    {
      of: 'Noodles',
      deed: 'changed',
      field: 'category_id',
      before: { id: 'soups', name: 'Soups' },
      after: { id: 'cold', name: 'Cold dishes' },
    },
    {
      of: 'Noodles',
      deed: 'changed',
      field: 'sold_out',
      before: false,
      after: { until: '2026-11-22T18:00:00+00:00' },
    },
    { of: 'Noodles / Bowl', deed: 'changed', field: 'price_minor', before: 2800, after: 3000 },
  ])
  expect(compareStock(before, before)).toEqual([])
})

test('a category that is called otherwise does not change its dishes', () => {
  const before = stockOf({ dish: [noodles], category: [soups] })
  const after = stockOf({ dish: [noodles], category: [{ ...soups, name: 'Soup' }] })
  expect(compareStock(before, after).map(told)).toEqual([
    { of: 'Soup', deed: 'changed', field: 'name', before: 'Soups', after: 'Soup' },
  ])
})

test('a dish that goes takes its sizes along; one that comes brings them', () => {
  const full = stockOf({ dish: [noodles], dish_variant: [bowl], category: [soups] })
  const empty = stockOf({ category: [soups] })
  expect(compareStock(full, empty).map(told)).toMatchObject([{ of: 'Noodles', deed: 'removed', after: null }])
  expect(compareStock(empty, full).map(told)).toMatchObject([
    { of: 'Noodles', deed: 'made', before: null, after: { category_id: { id: 'soups', name: 'Soups' } } },
    { of: 'Noodles / Bowl', deed: 'made', after: { price_minor: 2800 } },
  ])
})

test('hours are told by the day, and a day that differs by its date', () => {
  const monday = { day: 1, opens: '10:00', closes: '22:00' }
  const shop = (hours: object) => stockOf({ shop: [{ name: 'Lucky', phone: '', hours }] })
  const usual = shop({ weekly: [monday], exceptions: [] })
  const closed = { date: '2026-11-22', periods: [], note: '' }
  expect(compareStock(usual, shop({ weekly: [monday], exceptions: [closed] })).map(told)).toEqual([
    { of: 'Lucky', deed: 'changed', field: 'hours.2026-11-22', before: null, after: { periods: [], note: '' } },
  ])
  expect(compareStock(usual, shop({ weekly: [{ ...monday, closes: '21:00' }], exceptions: [] })).map(told)).toEqual([
    {
      of: 'Lucky',
      deed: 'changed',
      field: 'hours.1',
      before: [{ opens: '10:00', closes: '22:00' }],
      after: [{ opens: '10:00', closes: '21:00' }],
    },
  ])
})
