/** A shop over HTTP with its owner and a customer, for tests of who changed what. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Hold } from '#model/shop/bookings.ts'
import type { PlacedOrder, Quote } from '#model/shop/orders.ts'
import type { Me, MerchantCatalogue, MerchantDish, ShopSettings } from '../contract/merchant.ts'
import { merchantPaths, visitorPaths } from '../contract/routes.ts'
import { shopChanges } from '../contract/shop-changes.ts'
import type { ShopChange, ShopChanges } from '../contract/shop-changes.ts'
import type { LoadedShopData } from '../shop/load-shop-data.ts'
import { openVisitor } from '../shop/testing/shop-fixture.ts'
import type { TestVisitor } from '../shop/testing/shop-fixture.ts'
import { createTestPlatform, makeProgram, signUp } from '../testing/platform.ts'
import type { Answer, TestPlatform, Visitor } from '../testing/platform.ts'

export type Person = Visitor & { readonly me: Me }

export interface ChangedShop {
  readonly platform: TestPlatform
  readonly owner: Person
  readonly programId: string
  readonly workspaceId: string
  readonly customer: TestVisitor
  catalogue(): Promise<MerchantCatalogue>
  dish(id: string): Promise<MerchantDish>
  /** Of the owner, or somebody else. */
  changes(query?: string, by?: Visitor): Promise<ShopChanges>
  setPrice(dish: MerchantDish, priceMinor: number, by?: Visitor): Promise<Answer>
  settings(): Promise<ShopSettings>
  takeBack(change: ShopChange, by?: Visitor): Promise<Answer>
  placeOrder(): Promise<string>
  book(): Promise<string>
  /** As the owner of the database, past all rules. */
  sql<Row>(text: string, values?: unknown[]): Promise<Row[]>
  close(): Promise<void>
}

export const customerName = 'Ann Lee'
export const customerPhone = '13800138000'

export async function createChangedShop(): Promise<ChangedShop> {
  const platform = await createTestPlatform()
  const owner = await signUp(platform, 'Owner')
  const { id: programId, workspaceId } = await makeProgram(platform, owner)
  const program = { tenantId: workspaceId, programId, language: 'en' as const, origin: 'http://shop.localhost:4000' }
  const database = new pg.Pool({ connectionString: platform.database.ownerUrl, max: 2 })
  const always = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, opens: '00:00', closes: '00:00' }))
  await database.query('UPDATE shop SET hours = $1', [JSON.stringify({ weekly: always, exceptions: [] })])
  // Customers order from what is live.
  await owner.call('POST', merchantPaths.releases(programId), { body: { requestId: randomUUID() } })
  const customer = await openVisitor(platform.commerce, program)
  const catalogue = async () => (await owner.call('GET', merchantPaths.catalogue(programId))).body as MerchantCatalogue
  const data = async () => (await customer.call<LoadedShopData>('GET', visitorPaths.data)).body
  return {
    platform,
    owner,
    programId,
    workspaceId,
    customer,
    catalogue,
    async dish(id) {
      const found = (await catalogue()).dishes.find((each) => each.id === id)
      if (!found) throw new Error('There is no such dish')
      return found
    },
    async changes(query = '', by = owner) {
      return shopChanges.parse((await by.call('GET', `${merchantPaths.shopChanges(programId)}?${query}`)).body)
    },
    setPrice: (dish, priceMinor, by = owner) =>
      by.call('PATCH', merchantPaths.dish(programId, dish.id), {
        body: { ifVersion: dish.version, variants: [{ id: dish.variants[0]?.id, priceMinor }] },
      }),
    settings: async () => (await owner.call('GET', merchantPaths.settings(programId))).body as ShopSettings,
    takeBack: (change, by = owner) =>
      by.call('POST', merchantPaths.takeBackChange(programId, String(change.seq)), { body: {} }),
    async placeOrder() {
      const { menu } = await data()
      const needless = menu.dishes.find(({ modifierGroupIds, soldOut }) => modifierGroupIds.length === 0 && !soldOut)
      const line = { dishId: needless?.id, variantId: needless?.variants[0]?.id, quantity: 1, modifiers: [], note: '' }
      const cart = { channel: 'pickup', tableId: null, lines: [line] }
      const quote = await customer.call<Quote>('POST', visitorPaths.quotes, cart)
      const order = { quoteId: quote.body.id, payAt: 'counter', contactPhone: customerPhone }
      const placed = await customer.call<PlacedOrder>('POST', visitorPaths.orders, order)
      if (placed.status !== 201) throw new Error(JSON.stringify([quote.body, placed.body]))
      return placed.body.order.id
    },
    async book() {
      const { services, shop } = await data()
      const serviceId = services.find(({ kind }) => kind === 'table')?.id
      const tomorrow = new Intl.DateTimeFormat('en-CA', { timeZone: shop.timeZone }).format(Date.now() + 86_400_000)
      const path = `${visitorPaths.slots}?serviceId=${serviceId}&date=${tomorrow}&partySize=2`
      const slots = await customer.call<{ startsAtIso: string }[]>('GET', path)
      const wish = { serviceId, startsAtIso: slots.body[0]?.startsAtIso, partySize: 2 }
      const { bookingId } = (await customer.call<Hold>('POST', visitorPaths.holds, wish)).body
      const person = { name: customerName, phone: customerPhone, note: 'Window', consent: true }
      await customer.call('POST', visitorPaths.bookings, { bookingId, ...person })
      return bookingId
    },
    async sql<Row>(text: string, values: unknown[] = []) {
      return (await database.query(text, values)).rows as Row[]
    },
    async close() {
      await database.end()
      await platform.close()
    },
  }
}

export const couponWish = (change: object = {}) => ({
  requestId: randomUUID(),
  title: { en: 'Ten off', 'zh-CN': '立减 10 元' },
  gain: { kind: 'amount', amountMinor: 1000 },
  minSpendMinor: 5000,
  addsToMemberPrice: true,
  startsAtIso: null,
  endsAtIso: null,
  goodForDays: 14,
  totalLimit: 100,
  perPerson: 1,
  audience: 'everyone',
  tierId: null,
  ...change,
})
