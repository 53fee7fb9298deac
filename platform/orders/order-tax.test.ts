import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PlacedOrder, Quote } from '#model/shop/orders.ts'
import { visitorPaths } from '#platform/contract/routes.ts'
import { expectHealthy } from '#platform/shop/testing/expect-healthy.ts'
import { createShopFixture, orderFor, quoteFor } from '#platform/shop/testing/shop-fixture.ts'
import type { ShopFixture, TestVisitor } from '#platform/shop/testing/shop-fixture.ts'
import { changeTaxes, loadTaxes } from '#platform/shop/taxes.ts'
import type { LoadedShopData } from '#platform/shop/load-shop-data.ts'

let shop: ShopFixture
let ann: TestVisitor

beforeAll(async () => {
  shop = await createShopFixture()
  ann = await shop.visitor()
})
afterAll(async () => {
  await expectHealthy(shop)
  await shop.close()
})

const setTax = (change: Parameters<typeof changeTaxes>[1]) => shop.changeShop((at) => changeTaxes(at, change))
const place = (quoteId: string) =>
  ann.call<PlacedOrder & { error: { code: string } }>('POST', visitorPaths.orders, {
    quoteId,
    payAt: 'counter',
    contactPhone: null,
  })

test('a shop that says nothing of tax has none on its quotes', async () => {
  expect(await quoteFor(shop, ann)).not.toHaveProperty('tax')
})

test('tax that prices include is told and changes nothing', async () => {
  await setTax({ mode: 'included', usualPcm: 13_000 })
  const { order } = await orderFor(shop, ann)
  // 36.00 at 13 % holds 4.14159….
  const tax = { mode: 'included', taxMinor: 414, rates: [{ ratePcm: 13_000, netMinor: 3186, taxMinor: 414 }] }
  expect(order).toMatchObject({ totalMinor: 3600, tax })
  expect((await ann.call<LoadedShopData>('GET', visitorPaths.data)).body.shop).not.toHaveProperty('addsTax')
})

test('tax on top is part of the total that is paid, at the rate of the category', async () => {
  const [category] = (await shop.inShop(loadTaxes)).categories
  await setTax({ mode: 'excluded', usualPcm: 13_000, categories: [{ id: category?.id ?? '', ratePcm: 8875 }] })
  expect((await ann.call<LoadedShopData>('GET', visitorPaths.data)).body.shop.addsTax).toBe(true)
  const { order, payment } = await orderFor(shop, ann, 'online')
  const tax = { mode: 'excluded', taxMinor: 320, rates: [{ ratePcm: 8875, netMinor: 3600, taxMinor: 320 }] }
  expect(order).toMatchObject({ subtotalMinor: 3600, totalMinor: 3920, tax })
  expect(payment?.amountMinor).toBe(3920)
})

test('a rate that changes between quote and order is asked about again, and old orders keep theirs', async () => {
  const quote: Quote = await quoteFor(shop, ann)
  const { order: before } = (await place(quote.id)).body
  const late = await quoteFor(shop, ann)
  const { categories } = await shop.inShop(loadTaxes)
  await setTax({ categories: categories.map(({ id }) => ({ id, ratePcm: 5000 })) })
  const refused = await place(late.id)
  expect([refused.status, refused.body.error.code]).toEqual([409, 'price-changed'])
  const { body } = await ann.call<{ tax: unknown; totalMinor: number }>('GET', visitorPaths.order(before.id))
  expect(body).toMatchObject({ tax: before.tax, totalMinor: 3920 })
})

test('a category of another shop has no rate here', async () => {
  await expect(setTax({ categories: [{ id: crypto.randomUUID(), ratePcm: 0 }] })).rejects.toThrow(/no such category/)
})
