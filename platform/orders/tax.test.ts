import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CartLine } from '#model/shop/orders.ts'
import type { TaxMode } from '#model/shop/taxes.ts'
import type { Catalogue } from '#platform/catalogue/load-catalogue.ts'
import { minorPerUnit } from '#platform/shop/currency.ts'
import { priceBill } from './price-bill.ts'
import { mostTotalMinor, priceCart } from './price-cart.ts'
import { spread, taxOf } from './tax.ts'

const text = (name: string) => ({ en: name, 'zh-CN': name })

/** Thousandths of a percent; the usual rate stands for null. */
const rates = { food: 8000, drinks: 10_000, books: 0, odd: 8875, usual: null } as const
type Category = keyof typeof rates
const usualPcm = 13_000

/** A dish per category, at prices that are usual in the currency. */
function catalogueIn(currency: string): Catalogue {
  const unit = minorPerUnit(currency)
  const prices: { readonly [Name in Category]: number } = {
    food: 12 * unit + (unit > 1 ? 5 : 0),
    drinks: 3 * unit + 1,
    books: 40 * unit,
    odd: 7 * unit + (unit > 1 ? 99 : 0),
    usual: 9 * unit + 8,
  }
  return {
    categories: Object.entries(rates).map(([id, taxPcm]) => ({ id, name: text(id), taxPcm })),
    dishes: Object.entries(prices).map(([id, priceMinor]) => ({
      id,
      categoryId: id,
      name: text(id),
      description: text(''),
      picture: null,
      tags: [],
      status: 'on',
      soldOut: null,
      version: 1,
      variants: [{ id, name: text(''), priceMinor, soldOut: false }],
      modifierGroupIds: [],
    })),
    modifierGroups: [],
  }
}

/**
 * Another way to the same bill: fractions of big integers from the cart alone. A discount is handed out unit by unit to
 * whichever rate is furthest below its exact share.
 */
function independentBill(currency: string, cart: readonly CartLine[], discountPercent: number, mode: TaxMode) {
  const amounts = new Map<bigint, bigint>()
  const { dishes } = catalogueIn(currency)
  let subtotal = 0n
  for (const { dishId, quantity } of cart) {
    const price = BigInt(dishes.find(({ id }) => id === dishId)?.variants[0]?.priceMinor ?? 0) * BigInt(quantity)
    const rate = BigInt(rates[dishId as Category] ?? usualPcm)
    amounts.set(rate, (amounts.get(rate) ?? 0n) + price)
    subtotal += price
  }
  const discount = (subtotal * BigInt(discountPercent) + 50n) / 100n
  const given = new Map([...amounts].map(([rate, amount]) => [rate, (discount * amount) / subtotal]))
  for (let left = discount - [...given.values()].reduce((sum, each) => sum + each, 0n); left > 0n; left--) {
    const lacks = (rate: bigint) => discount * (amounts.get(rate) ?? 0n) - (given.get(rate) ?? 0n) * subtotal
    const neediest = [...amounts.keys()].sort((a, b) =>
      lacks(a) === lacks(b) ? Number(a - b) : lacks(a) > lacks(b) ? -1 : 1,
    )[0]!
    given.set(neediest, (given.get(neediest) ?? 0n) + 1n)
  }
  let tax = 0n
  for (const [rate, amount] of amounts) {
    const paid = amount - (given.get(rate) ?? 0n)
    const divisor = mode === 'included' ? 100_000n + rate : 100_000n
    const whole = (paid * rate) / divisor
    tax += whole + ((paid * rate - whole * divisor) * 2n >= divisor ? 1n : 0n)
  }
  return { tax, total: subtotal - discount + (mode === 'excluded' ? tax : 0n) }
}

/** More of them: `RANDOM_CARTS=100000 npx vitest run platform/orders/tax.test.ts`. */
const randomCarts = Number(process.env.RANDOM_CARTS ?? 10_000)

test.each(['CNY', 'JPY', 'KWD'])(
  'totals of 10,000 random carts in %s equal an independent calculation, tax included and excluded',
  (currency) => {
    const catalogue = catalogueIn(currency)
    const lines = fc.array(
      fc
        .record({
          dishId: fc.constantFrom(...(Object.keys(rates) as Category[])),
          quantity: fc.integer({ min: 1, max: 99 }),
        })
        .map(({ dishId, quantity }) => ({ dishId, variantId: dishId, quantity, modifiers: [], note: '' })),
      { minLength: 1, maxLength: 60 },
    )
    fc.assert(
      fc.property(lines, fc.integer({ min: 0, max: 100 }), (cart, discountPercent) => {
        const priced = priceCart(catalogue, cart, { discountPercent, language: 'en' })
        if (!priced.ok) throw new Error(priced.failure.message)
        for (const mode of ['included', 'excluded'] as const) {
          const bill = priceBill(priced.value, catalogue, { tax_mode: mode, tax_pcm: usualPcm })
          const { tax, total } = independentBill(currency, cart, discountPercent, mode)
          expect([mode, BigInt(bill.tax.taxMinor), BigInt(bill.totalMinor)]).toEqual([mode, tax, total])
          const told = bill.tax.rates.reduce((sum, { netMinor, taxMinor }) => sum + netMinor + taxMinor, 0)
          expect(told).toBe(bill.totalMinor)
        }
      }),
      { numRuns: randomCarts, seed: 20_260_102 },
    )
  },
  60_000,
)

test.each([
  // A menu at 1,080 yen holds 80 at 8 %; one at 1,000 gets 80 on top.
  ['included', [{ ratePcm: 8000, amountMinor: 1080 }], 0, [{ ratePcm: 8000, netMinor: 1000, taxMinor: 80 }]],
  ['excluded', [{ ratePcm: 8000, amountMinor: 1000 }], 0, [{ ratePcm: 8000, netMinor: 1000, taxMinor: 80 }]],
  // Rounded once per rate: 3 × 0.4 is 1, not 0.
  [
    'excluded',
    [4, 4, 4].map((amountMinor) => ({ ratePcm: 10_000, amountMinor })),
    0,
    [{ ratePcm: 10_000, netMinor: 12, taxMinor: 1 }],
  ],
  // Half goes up.
  ['excluded', [{ ratePcm: 10_000, amountMinor: 5 }], 0, [{ ratePcm: 10_000, netMinor: 5, taxMinor: 1 }]],
  // A third of 100 each would be 99: the first of equals takes the last one.
  [
    'excluded',
    [0, 5000, 10_000].map((ratePcm) => ({ ratePcm, amountMinor: 1000 })),
    100,
    [
      { ratePcm: 0, netMinor: 966, taxMinor: 0 },
      { ratePcm: 5000, netMinor: 967, taxMinor: 48 },
      { ratePcm: 10_000, netMinor: 967, taxMinor: 97 },
    ],
  ],
  // Nothing is left of it, so there is nothing to tax.
  ['included', [{ ratePcm: 13_000, amountMinor: 500 }], 500, []],
  ['none', [{ ratePcm: 13_000, amountMinor: 500 }], 0, []],
] as const)('%s %j less %i is %j', (mode, goods, discount, expected) => {
  expect(taxOf(goods, discount, mode).rates).toEqual(expected)
})

test('a fee is taxed in full, whatever was taken off the dishes', () => {
  const tax = taxOf([{ ratePcm: 8000, amountMinor: 1000 }], 1000, 'excluded', [{ ratePcm: 10_000, amountMinor: 300 }])
  expect(tax).toEqual({
    mode: 'excluded',
    rates: [{ ratePcm: 10_000, netMinor: 300, taxMinor: 30 }],
    taxMinor: 30,
    addedMinor: 30,
  })
})

test('the dearest bill there can be is taxed to the last unit', () => {
  const dear = [{ ratePcm: 8875, amountMinor: mostTotalMinor - 1 }]
  expect(taxOf(dear, 0, 'excluded').taxMinor).toBe(8_875_000_000)
  expect(taxOf(dear, 0, 'included').taxMinor).toBe(8_151_549_943)
})

test('shares of anything add up to it, and none is further than one from its exact part', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: mostTotalMinor }), { minLength: 1, maxLength: 9 }),
      fc.integer({ min: 0, max: mostTotalMinor }),
      (weights, amount) => {
        const all = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
        const shares = spread(all === 0n ? 0 : amount, weights)
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(all === 0n ? 0 : amount)
        weights.forEach((weight, at) => {
          const off = BigInt(shares[at] ?? 0) * all - BigInt(amount) * BigInt(weight)
          expect(all === 0n || (off < 0n ? -off : off) < all).toBe(true)
        })
      },
    ),
  )
})
