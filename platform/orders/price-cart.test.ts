import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CartLine } from '#model/shop/orders.ts'
import type { Catalogue, CatalogueDish } from '#platform/catalogue/load-catalogue.ts'
import type { CouponTerms } from '#platform/coupons/coupon-terms.ts'
import { decimalOf, minorOf } from '#platform/shop/currency.ts'
import { chargesTheSame, priceCart } from './price-cart.ts'

const text = (name: string) => ({ en: name, 'zh-CN': name })
const plain = { description: text(''), picture: null, tags: [], status: 'on', soldOut: null, version: 1 } as const

const noodles: CatalogueDish = {
  ...plain,
  id: 'noodles',
  categoryId: 'c',
  name: text('Noodles'),
  variants: [
    { id: 'small', name: text('Small'), priceMinor: 2805, soldOut: false },
    { id: 'large', name: text('Large'), priceMinor: 3410, soldOut: true },
  ],
  modifierGroupIds: ['spice', 'toppings'],
}

const catalogue: Catalogue = {
  categories: [{ id: 'c', name: text('All'), taxPcm: null }],
  dishes: [
    noodles,
    { ...noodles, id: 'gone', soldOut: { until: null }, modifierGroupIds: [] },
    { ...noodles, id: 'gone-too', soldOut: { until: null }, modifierGroupIds: [] },
    { ...noodles, id: 'hidden', status: 'hidden', modifierGroupIds: [] },
  ],
  modifierGroups: [
    {
      id: 'spice',
      name: text('Spice'),
      min: 1,
      max: 1,
      options: ['mild', 'hot'].map((id) => ({
        id,
        name: text(id),
        priceMinor: 0,
        maxQuantity: 1,
        soldOut: false,
        preselected: false,
      })),
    },
    {
      id: 'toppings',
      name: text('Toppings'),
      min: 0,
      max: 3,
      options: [
        { id: 'egg', name: text('Egg'), priceMinor: 203, maxQuantity: 3, soldOut: false, preselected: false },
        { id: 'beef', name: text('Beef'), priceMinor: 899, maxQuantity: 2, soldOut: false, preselected: false },
        { id: 'foie', name: text('Foie'), priceMinor: 9900, maxQuantity: 1, soldOut: true, preselected: false },
      ],
    },
  ],
}

const line = (change: Partial<CartLine> = {}): CartLine => ({
  dishId: 'noodles',
  variantId: 'small',
  quantity: 1,
  modifiers: [{ optionId: 'mild', quantity: 1 }],
  note: '',
  ...change,
})
const mild = { optionId: 'mild', quantity: 1 }
const price = (lines: CartLine[], discountPercent = 0, coupon?: CouponTerms) =>
  priceCart(catalogue, lines, { discountPercent, language: 'en', coupon })
const codeOf = (lines: CartLine[]) => {
  const priced = price(lines)
  return priced.ok ? 'ok' : priced.failure.code
}

test.each([
  ['ok', line()],
  ['ok', line({ modifiers: [{ optionId: 'egg', quantity: 3 }, mild] })],
  ['wrong-choice', line({ modifiers: [] })],
  ['wrong-choice', line({ modifiers: [mild, { optionId: 'hot', quantity: 1 }] })],
  ['wrong-choice', line({ modifiers: [mild, mild] })],
  ['wrong-choice', line({ modifiers: [{ optionId: 'mild', quantity: 2 }] })],
  ['wrong-choice', line({ modifiers: [mild, { optionId: 'egg', quantity: 2 }, { optionId: 'beef', quantity: 2 }] })],
  ['wrong-choice', line({ modifiers: [mild, { optionId: 'beef', quantity: 3 }] })],
  ['wrong-choice', line({ modifiers: [mild, { optionId: 'nothing', quantity: 1 }] })],
  ['wrong-choice', line({ variantId: 'huge' })],
  ['sold-out', line({ variantId: 'large' })],
  ['sold-out', line({ modifiers: [mild, { optionId: 'foie', quantity: 1 }] })],
  ['not-found', line({ dishId: 'hidden', modifiers: [] })],
  ['not-found', line({ dishId: '__proto__', modifiers: [] })],
  ['bad-request', line({ quantity: 0 })],
  ['bad-request', line({ quantity: -3 })],
  ['bad-request', line({ quantity: 100 })],
  ['bad-request', line({ quantity: Number.NaN })],
  ['wrong-choice', line({ modifiers: [mild, { optionId: 'egg', quantity: -1 }] })],
])('%s', (code, cart) => {
  expect(codeOf([cart])).toBe(code)
})

test('everything that is sold out is named at once', () => {
  const priced = price([line(), line({ dishId: 'gone', modifiers: [] }), line({ dishId: 'gone-too', modifiers: [] })])
  expect(priced).toMatchObject({ ok: false, failure: { code: 'sold-out', subjectIds: ['gone', 'gone-too'] } })
})

/** Another way to the same sum: big integers, from the cart alone, with its own rounding. */
function independentTotal(
  lines: CartLine[],
  discountPercent: number,
  coupon: CouponTerms | undefined,
): { subtotal: bigint; discount: bigint; off: bigint } {
  const pricesOf = new Map<string, bigint>([
    ['small', 2805n],
    ['egg', 203n],
    ['beef', 899n],
    ['mild', 0n],
    ['hot', 0n],
  ])
  let subtotal = 0n
  for (const { variantId, quantity, modifiers } of lines)
    for (let count = 0; count < quantity; count++) {
      subtotal += pricesOf.get(variantId) ?? 0n
      for (const modifier of modifiers) subtotal += (pricesOf.get(modifier.optionId) ?? 0n) * BigInt(modifier.quantity)
    }
  const ofHundred = (amount: bigint, percent: number) => {
    const hundredths = amount * BigInt(percent)
    return hundredths / 100n + (hundredths % 100n >= 50n ? 1n : 0n)
  }
  const byTier = ofHundred(subtotal, discountPercent)
  if (!coupon || subtotal < BigInt(coupon.minSpendMinor)) return { subtotal, discount: byTier, off: 0n }
  const { gain } = coupon
  const left = coupon.addsToMemberPrice ? subtotal - byTier : subtotal
  const offers: bigint[] = [left]
  if (gain.kind === 'amount') offers.push(BigInt(gain.amountMinor))
  // Every cart here is of the one dish, in its one size that is not sold out.
  else if (gain.kind === 'item') offers.push(gain.dishId === 'noodles' ? 2805n : 0n)
  else {
    offers.push(ofHundred(left, gain.percent))
    if (gain.mostMinor !== null) offers.push(BigInt(gain.mostMinor))
  }
  const off = offers.reduce((least, each) => (each < least ? each : least))
  const together = subtotal - left + off
  return together > byTier ? { subtotal, discount: together, off } : { subtotal, discount: byTier, off: 0n }
}

/** More of them: `RANDOM_CARTS=100000 npx vitest run platform/orders/price-cart.test.ts`. */
const randomCarts = Number(process.env.RANDOM_CARTS ?? 10_000)

test('totals of random carts, with and without a coupon, equal an independent calculation', () => {
  const modifiers = fc
    .tuple(fc.constantFrom('mild', 'hot'), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 2 }))
    .filter(([, eggs, beef]) => eggs + beef <= 3)
    .map(([spice, eggs, beef]) =>
      [
        { optionId: spice, quantity: 1 },
        { optionId: 'egg', quantity: eggs },
        { optionId: 'beef', quantity: beef },
      ].filter(({ quantity }) => quantity > 0),
    )
  const carts = fc.array(
    fc.record({ quantity: fc.integer({ min: 1, max: 99 }), modifiers }).map((given) => line(given)),
    { minLength: 1, maxLength: 60 },
  )
  const gains: fc.Arbitrary<CouponTerms['gain']> = fc.oneof(
    fc.record({ kind: fc.constant('amount' as const), amountMinor: fc.integer({ min: 1, max: 3_000_000 }) }),
    fc.record({
      kind: fc.constant('percent' as const),
      percent: fc.integer({ min: 1, max: 100 }),
      mostMinor: fc.option(fc.integer({ min: 1, max: 500_000 })),
    }),
    fc.record({ kind: fc.constant('item' as const), dishId: fc.constantFrom('noodles', 'gone') }),
  )
  const coupons: fc.Arbitrary<CouponTerms | undefined> = fc.option(
    fc.record({
      title: fc.constant(text('Coupon')),
      gain: gains,
      minSpendMinor: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3_000_000 })),
      addsToMemberPrice: fc.boolean(),
    }),
    { nil: undefined, freq: 4 },
  )
  fc.assert(
    fc.property(carts, fc.integer({ min: 0, max: 100 }), coupons, (cart, discountPercent, coupon) => {
      const priced = price(cart, discountPercent, coupon)
      if (!priced.ok) throw new Error(priced.failure.message)
      const { subtotal, discount, off } = independentTotal(cart, discountPercent, coupon)
      expect(BigInt(priced.value.subtotalMinor)).toBe(subtotal)
      expect(BigInt(priced.value.discountMinor)).toBe(discount)
      expect(BigInt(priced.value.couponMinor)).toBe(off)
      expect(BigInt(priced.value.totalMinor)).toBe(subtotal - discount)
      expect(priced.value.lines.reduce((sum, { totalMinor }) => sum + totalMinor, 0)).toBe(priced.value.subtotalMinor)
    }),
    { numRuns: randomCarts, seed: 20_260_101 },
  )
})

test('the dearest cart that can be written is refused, and a billion is exact', () => {
  const dear = (priceMinor: number): Catalogue => ({
    ...catalogue,
    dishes: [
      { ...noodles, variants: [{ id: 'small', name: text(''), priceMinor, soldOut: false }], modifierGroupIds: [] },
    ],
  })
  const cart = Array.from({ length: 60 }, () => line({ quantity: 99, modifiers: [] }))
  const priceOf = (priceMinor: number) => priceCart(dear(priceMinor), cart, { discountPercent: 33, language: 'en' })
  expect(priceOf(10_000_000)).toMatchObject({
    ok: true,
    value: { subtotalMinor: 59_400_000_000, discountMinor: 19_602_000_000 },
  })
  expect(priceOf(20_000_000)).toMatchObject({ ok: false, failure: { code: 'amount-out-of-range' } })
})

test('a renamed dish charges the same, a dearer one does not', () => {
  const before = price([line()])
  const renamed = price([line()])
  if (!before.ok || !renamed.ok) throw new Error('priced')
  const withName = { ...renamed.value, lines: renamed.value.lines.map((each) => ({ ...each, name: 'New' })) }
  expect(chargesTheSame(before.value, withName)).toBe(true)
  expect(chargesTheSame(before.value, { ...before.value, totalMinor: before.value.totalMinor + 1 })).toBe(false)
})

test.each([
  ['CNY', 1234, '12.34'],
  ['CNY', 5, '0.05'],
  ['JPY', 1234, '1234'],
  ['KWD', 1234, '1.234'],
])('%s %i is %s and back', (currency, minor, decimal) => {
  expect(decimalOf(minor, currency)).toBe(decimal)
  expect(minorOf(decimal, currency)).toBe(minor)
})

test.each(['12.3', '12', '12.345', '1e3', '-1.00', '', ' 1.00', '0x10.00', '١٢.٠٠'])(
  '"%s" is no amount of yuan',
  (written) => {
    expect(minorOf(written, 'CNY')).toBeUndefined()
  },
)
