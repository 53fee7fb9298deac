import { expect, test } from 'vitest'
import type { MerchantFlashSale } from '#platform/contract/flash-sales.ts'
import { newSaleDraft, readSaleDraft, saleDraftOf, saleState, type FlashSaleDraft } from './flash-sale-draft.ts'

const nowMs = Date.parse('2026-10-14T11:20:00+08:00')
const world = { currency: 'CNY', nowMs, usualMinor: 2800, sold: 0 }
const filled: FlashSaleDraft = { ...newSaleDraft(nowMs), variantId: 'v', price: '9.9' }
const problemsOf = (change: Partial<FlashSaleDraft>, around: Partial<typeof world> = {}) => [
  ...readSaleDraft({ ...filled, ...change }, { ...world, ...around }).problems,
]
const sale = (change: Partial<MerchantFlashSale> = {}): MerchantFlashSale => ({
  id: 's',
  dishId: 'd',
  dishName: { en: 'Noodles', 'zh-CN': '面' },
  variantId: 'v',
  variantName: { en: '', 'zh-CN': '' },
  regularMinor: 2800,
  priceMinor: 990,
  quantity: 50,
  perPerson: 2,
  startsAtIso: '2026-10-14T11:00:00+08:00',
  endsAtIso: '2026-10-14T13:00:00+08:00',
  paused: false,
  sold: 7,
  version: 1,
  ...change,
})

test('a new sale begins at the next full hour, and wants only a dish and a price', () => {
  expect(newSaleDraft(nowMs).startsAtMs).toBe(Date.parse('2026-10-14T12:00:00+08:00'))
  expect([...readSaleDraft(newSaleDraft(nowMs), { ...world, usualMinor: 2800 }).problems]).toEqual(['dish', 'price'])
  expect(readSaleDraft(filled, world).definition).toEqual({
    variantId: 'v',
    priceMinor: 990,
    quantity: 50,
    perPerson: 2,
    startsAtIso: '2026-10-14T04:00:00.000Z',
    endsAtIso: '2026-10-14T06:00:00.000Z',
  })
})

test('each mistake is named at its field', () => {
  expect(problemsOf({ price: 'cheap' })).toEqual(['price'])
  expect(problemsOf({ price: '0' })).toEqual(['price'])
  expect(problemsOf({ price: '28' })).toEqual(['price-high'])
  expect(problemsOf({ quantity: 6 }, { sold: 7 })).toEqual(['quantity'])
  expect(problemsOf({ startsAtMs: null, endsAtMs: null })).toEqual(['starts', 'ends'])
  expect(problemsOf({ endsAtMs: filled.startsAtMs })).toEqual(['dates'])
  expect(problemsOf({ startsAtMs: nowMs - 7_200_000, endsAtMs: nowMs })).toEqual(['past'])
})

test('a sale comes back from its fields as it was', () => {
  const { id: _id, ...rest } = sale()
  const { definition } = readSaleDraft(saleDraftOf(sale(), 'CNY'), { ...world, sold: 7 })
  expect({ ...rest, ...definition }).toEqual({
    ...rest,
    startsAtIso: '2026-10-14T03:00:00.000Z',
    endsAtIso: '2026-10-14T05:00:00.000Z',
  })
})

test.each([
  ['on', {}],
  ['soon', { startsAtIso: '2026-10-14T12:00:00+08:00' }],
  ['over', { endsAtIso: '2026-10-14T11:20:00+08:00', paused: true }],
  ['paused', { paused: true }],
  ['gone', { sold: 50 }],
  ['dear', { regularMinor: 990 }],
] as const)('says "%s"', (state, change) => {
  expect(saleState(sale(change), nowMs)).toBe(state)
})
