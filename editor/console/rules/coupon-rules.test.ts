import { expect, test } from 'vitest'
import { coupons as en } from '#editor/words/coupons.en.ts'
import { coupons as zh } from '#editor/words/coupons.zh-cn.ts'
import type { CouponDefinition, MerchantCoupon } from '#platform/contract/coupons.ts'
import { couponState, draftOf, newDraft, readDraft } from './coupon-draft.ts'
import { couponSentence, suggestedTitle } from './coupon-sentence.ts'

const world = (words: typeof en) => ({
  words,
  money: (minor: number) => `¥${minor / 100}`,
  dishName: (id: string) => (id === 'tea' ? 'tea' : undefined),
  tierName: (id: string) => (id === 'gold' ? 'Gold' : undefined),
  when: (iso: string) => iso.slice(5, 10),
})
const read = (change: Partial<typeof newDraft> = {}, claimed = 0) =>
  readDraft({ ...newDraft, ...change }, 'CNY', claimed)

test('a new coupon is one that can be saved as it is', () => {
  const { definition, problems } = read()
  expect([...problems]).toEqual([])
  expect(definition).toMatchObject({
    gain: { kind: 'amount', amountMinor: 1000 },
    minSpendMinor: 5000,
    perPerson: 1,
    audience: 'everyone',
    totalLimit: null,
  })
})

test('what cannot be read is named, every field for itself', () => {
  const bad = read(
    {
      kind: 'amount',
      amount: '',
      minSpend: 'much',
      audience: 'tier',
      startsAtMs: 2,
      endsAtMs: 1,
      totalLimit: 3,
    },
    4,
  )
  expect([...bad.problems].toSorted()).toEqual(['amount', 'dates', 'min-spend', 'tier', 'total'])
  expect([...read({ amount: '0' }).problems]).toEqual(['amount'])
  expect([...read({ kind: 'percent', most: 'x' }).problems]).toEqual(['most'])
  expect([...read({ kind: 'item' }).problems]).toEqual(['dish'])
})

test('a coupon comes back from its fields as it was', () => {
  const gains: CouponDefinition['gain'][] = [
    { kind: 'amount', amountMinor: 1250 },
    { kind: 'percent', percent: 15, mostMinor: 2000 },
    { kind: 'percent', percent: 15, mostMinor: null },
    { kind: 'item', dishId: 'tea' },
  ]
  for (const gain of gains) {
    const coupon: CouponDefinition = {
      title: { en: 'Autumn', 'zh-CN': '秋' },
      gain,
      minSpendMinor: 0,
      addsToMemberPrice: false,
      startsAtIso: '2026-10-01T00:00:00.000Z',
      endsAtIso: '2026-11-01T00:00:00.000Z',
      goodForDays: null,
      totalLimit: 100,
      perPerson: 2,
      audience: 'tier',
      tierId: 'gold',
      hadBy: 'points',
      pointsPrice: 300,
    }
    expect(readDraft(draftOf(coupon, 'CNY'), 'CNY').definition).toEqual(coupon)
  }
})

test('the sentence says all of it, in both languages', () => {
  const { definition } = read({
    kind: 'percent',
    percent: 15,
    most: '20',
    audience: 'tier',
    tierId: 'gold',
    totalLimit: 100,
    perPerson: 2,
    endsAtMs: Date.parse('2026-12-31T00:00:00Z'),
    addsToMemberPrice: false,
  })
  expect(couponSentence(definition, world(en))).toBe(
    'Takes 15% off orders from ¥50, at most ¥20. Members from Gold up can take 2; there are 100. Good for 14 days once taken. Until 12-31. Does not go with the member discount.',
  )
  expect(couponSentence(definition, world(zh))).toBe(
    '订单满 ¥50 享 8.5 折，最多减 ¥20。Gold及以上会员可领，每人 2 张，共 100 张。领取后 14 天内有效。12-31前有效。不与会员折扣同享。',
  )
  expect(couponSentence(read({ minSpend: '', goodForDays: null }).definition, world(en))).toBe(
    'Takes ¥10 off any order. Everyone can take one.',
  )
  expect(suggestedTitle({ kind: 'item', dishId: 'tea' }, world(en))).toBe('A free tea')
  expect(suggestedTitle({ kind: 'percent', percent: 15, mostMinor: null }, world(zh))).toBe('8.5 折券')
})

test('a coupon is over before it is paused, and taken before it is soon', () => {
  const coupon = (change: Partial<MerchantCoupon>) =>
    ({ startsAtIso: null, endsAtIso: null, totalLimit: 5, claimed: 0, paused: false, ...change }) as MerchantCoupon
  const iso = new Date(1000).toISOString()
  expect(couponState(coupon({}), 1000)).toBe('live')
  expect(couponState(coupon({ claimed: 5 }), 1000)).toBe('gone')
  expect(couponState(coupon({ paused: true }), 1000)).toBe('paused')
  expect(couponState(coupon({ paused: true, endsAtIso: iso }), 1000)).toBe('over')
  expect(couponState(coupon({ startsAtIso: iso }), 999)).toBe('soon')
})
