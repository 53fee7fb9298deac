import { expect, test } from 'vitest'
import type { CouponTerms } from './coupon-terms.ts'
import { couponValue } from './coupon-value.ts'

const terms = (change: Partial<CouponTerms> = {}): CouponTerms => ({
  title: { en: 'Coupon', 'zh-CN': '券' },
  gain: { kind: 'amount', amountMinor: 1000 },
  minSpendMinor: 0,
  addsToMemberPrice: true,
  ...change,
})
const egg = [{ name: 'Egg', quantity: 2, priceMinor: 200 }]
const bill = {
  lines: [
    { dishId: 'noodles', unitMinor: 3200, modifiers: egg },
    { dishId: 'tea', unitMinor: 1000, modifiers: [] },
  ],
  subtotalMinor: 4200,
  memberDiscountMinor: 420,
}

test('an amount adds to the member’s price, and never takes off more than there is', () => {
  expect(couponValue(terms(), bill)).toEqual({ ok: true, couponMinor: 1000, memberDiscountMinor: 420 })
  const large = terms({ gain: { kind: 'amount', amountMinor: 9999 } })
  expect(couponValue(large, bill)).toMatchObject({ couponMinor: 3780, memberDiscountMinor: 420 })
})

test('a share is of what the member pays, rounded half up, up to its most', () => {
  const share = (percent: number, mostMinor: number | null) => terms({ gain: { kind: 'percent', percent, mostMinor } })
  expect(couponValue(share(15, null), bill)).toMatchObject({ couponMinor: 567 })
  expect(couponValue(share(15, 500), bill)).toMatchObject({ couponMinor: 500 })
  const odd = { ...bill, subtotalMinor: 1010, memberDiscountMinor: 0 }
  expect(couponValue(share(5, null), odd)).toMatchObject({ couponMinor: 51 })
})

test('a dish is free without its extras, and missing where the cart has none', () => {
  const free = (dishId: string) => terms({ gain: { kind: 'item', dishId } })
  expect(couponValue(free('noodles'), bill)).toMatchObject({ couponMinor: 2800 })
  expect(couponValue(free('soup'), bill)).toEqual({ ok: false, obstacle: { kind: 'dish-missing', dishId: 'soup' } })
})

test('below the least to spend it says how much is missing', () => {
  expect(couponValue(terms({ minSpendMinor: 5400 }), bill)).toEqual({
    ok: false,
    obstacle: { kind: 'min-spend', missingMinor: 1200 },
  })
  expect(couponValue(terms({ minSpendMinor: 4200 }), bill).ok).toBe(true)
})

test('one that stands in for the member’s price applies only where it is better', () => {
  const alone = (amountMinor: number) => terms({ addsToMemberPrice: false, gain: { kind: 'amount', amountMinor } })
  expect(couponValue(alone(421), bill)).toEqual({ ok: true, couponMinor: 421, memberDiscountMinor: 0 })
  expect(couponValue(alone(420), bill)).toEqual({ ok: false, obstacle: { kind: 'member-price-is-better' } })
})
