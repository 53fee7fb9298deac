/** Stamps of paid orders and of the counter: a full card is one coupon, whatever happens at once. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { OwnCoupon } from '#model/shop/coupons.ts'
import type { Membership } from '#model/shop/members.ts'
import { visitorPaths } from '#platform/contract/routes.ts'
import { changeCoupon, createCoupon } from '#platform/coupons/change-coupon.ts'
import { handClaim } from '#platform/coupons/claims.ts'
import { mergeVisitors } from '#platform/customers/merge-visitors.ts'
import { actOnOrder } from '#platform/orders/change-order.ts'
import { refundOrder } from '#platform/orders/refund-order.ts'
import { changeSettings } from '#platform/shop/settings.ts'
import { expectHealthy } from '#platform/shop/testing/expect-healthy.ts'
import { createShopFixture, orderFor } from '#platform/shop/testing/shop-fixture.ts'
import type { ShopFixture, TestVisitor } from '#platform/shop/testing/shop-fixture.ts'
import { stampByHand } from './stamps.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let shop: ShopFixture

beforeAll(async () => {
  shop = await createShopFixture({ connections: 20 })
})
afterAll(async () => {
  await expectHealthy(shop)
  await shop.close()
})

const cardOf = async (who: TestVisitor) => (await who.call<Membership>('GET', visitorPaths.card)).body
const walletOf = async (who: TestVisitor) => (await who.call<OwnCoupon[]>('GET', visitorPaths.coupons)).body

async function member(): Promise<TestVisitor & { id: string; visitorId: string }> {
  const who = await shop.visitor()
  await who.call('POST', visitorPaths.card, { name: 'Ann', phone: '138 0013 8000', consent: true })
  const [row] = await shop.sql<{ id: string; visitor_id: string }>(
    'SELECT id, visitor_id FROM member ORDER BY id DESC LIMIT 1',
  )
  return { ...who, id: row?.id ?? '', visitorId: row?.visitor_id ?? '' }
}

const gift = async (totalLimit: number | null = null, hadBy: 'gift' | 'wall' = 'gift') =>
  (
    await shop.changeShop((at) =>
      createCoupon(
        at,
        {
          title: { en: 'A bowl on us', 'zh-CN': '送面一碗' },
          gain: { kind: 'amount', amountMinor: 2000 },
          minSpendMinor: 0,
          addsToMemberPrice: true,
          startsAtIso: null,
          endsAtIso: null,
          goodForDays: 30,
          totalLimit,
          perPerson: 1,
          audience: 'everyone',
          tierId: null,
          hadBy,
          pointsPrice: null,
        },
        'user:owner',
      ),
    )
  ).couponId

const setCard = (rule: { needed?: number; couponId: string; byOrder?: boolean; minOrderMinor?: number } | null) =>
  shop.changeShop((at) =>
    changeSettings(at, { stampCard: rule && { needed: 3, byOrder: true, minOrderMinor: 0, ...rule } }),
  )

beforeEach(async () => setCard({ couponId: await gift() }))

const stamp = (memberId: string, delta = 1, requestId = randomUUID()) =>
  shop.inShop((at) => stampByHand(at, memberId, { delta, requestId }, 'user:bo'))
const act = (orderId: string, action: 'accept' | 'complete' | 'cancel') =>
  shop.inShop((at) => actOnOrder(at, orderId, action, { actor: 'user:owner', reason: '' }))

async function paidOrder(who: TestVisitor): Promise<string> {
  const { order } = await orderFor(shop, who)
  await act(order.id, 'accept')
  await act(order.id, 'complete')
  return order.id
}

test('a stamp with every paid order; the last one on the card is a coupon that the next order uses, and a new card begins', async () => {
  const ann = await member()
  await paidOrder(ann)
  expect((await cardOf(ann)).stamps).toBe(1)
  await paidOrder(ann)
  await paidOrder(ann)
  await paidOrder(ann)
  expect((await cardOf(ann)).stamps).toBe(1)
  expect(await walletOf(ann)).toMatchObject([{ title: 'A bowl on us', state: 'used' }])
})

test('a hundred stamps at once, some of them sent twice, are exactly as many cards', async () => {
  const ann = await member()
  const keys = Array.from({ length: 100 }, (_, index) => keyOf(index % 50))
  await Promise.all(keys.map((key) => stamp(ann.id, 1, key)))
  expect((await cardOf(ann)).stamps).toBe(50 % 3)
  expect(await walletOf(ann)).toHaveLength(16)
})
const keyOf = (index: number): ReturnType<typeof randomUUID> =>
  `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`

test('orders below the least, and cards that are stamped at the counter alone, get none by themselves', async () => {
  const ann = await member()
  await setCard({ couponId: await gift(), minOrderMinor: 3601 })
  await paidOrder(ann)
  await setCard({ couponId: await gift(), byOrder: false })
  await paidOrder(ann)
  expect((await cardOf(ann)).stamps).toBeUndefined()
  await setCard({ couponId: await gift(), minOrderMinor: 3600 })
  await paidOrder(ann)
  expect((await cardOf(ann)).stamps).toBe(1)
})

test('an order that is called off or given back whole takes its stamp with it', async () => {
  const ann = await member()
  const orderId = await paidOrder(ann)
  expect((await cardOf(ann)).stamps).toBe(1)
  const give = (amountMinor: number) =>
    shop.inShop((at) => refundOrder(at, { orderId, amountMinor, reason: 'Cold', actor: 'user:owner' }))
  await give(1000)
  expect((await cardOf(ann)).stamps).toBe(1)
  await give(2600)
  expect((await cardOf(ann)).stamps).toBe(0)
})

test('where no reward is left, the full card stays full, and becomes one with the next stamp after that', async () => {
  const couponId = await gift(1)
  await setCard({ couponId })
  const [ann, bo] = [await member(), await member()]
  await stamp(bo.id, 3)
  await stamp(ann.id, 3)
  expect((await cardOf(ann)).stamps).toBe(3)
  expect(await walletOf(ann)).toEqual([])
  const row = (await shop.sql<{ version: number }>('SELECT version FROM coupon WHERE id = $1', [couponId]))[0]!
  await shop.sql('UPDATE coupon SET total_limit = 5 WHERE id = $1', [couponId])
  await stamp(ann.id)
  expect([(await cardOf(ann)).stamps, (await walletOf(ann)).length, row.version]).toEqual([1, 1, 1])
})

test('what is taken back by hand is there; the shop needs a card, and a reward that only it gives', async () => {
  const ann = await member()
  await stamp(ann.id, 2)
  await expect(stamp(ann.id, -3)).rejects.toThrow(/2 stamps/)
  await stamp(ann.id, -2)
  expect((await cardOf(ann)).stamps).toBe(0)
  await expect(stamp(randomUUID())).rejects.toThrow(/no such member/)
  const wall = await gift(null, 'wall')
  await expect(setCard({ couponId: wall })).rejects.toThrow(/only|gives/)
  await setCard(null)
  await expect(stamp(ann.id)).rejects.toThrow(/no stamp card/)
  expect((await shop.shopData()).membership.stampCard).toBeUndefined()
  await shop.changeShop((at) => changeCoupon(at, wall, { ifVersion: 1, paused: true }, 'user:owner'))
})

test('two cards of one person are one card, and both keep what was given', async () => {
  const [ann, again] = [await member(), await member()]
  await stamp(ann.id, 4)
  await stamp(again.id, 5)
  await shop.inShop((at) => mergeVisitors(at, again.visitorId, ann.visitorId))
  expect((await cardOf(ann)).stamps).toBe(3)
  expect(await walletOf(ann)).toHaveLength(2)
  await stamp(ann.id)
  expect([(await cardOf(ann)).stamps, (await walletOf(ann)).length]).toEqual([1, 3])
})

test('a coupon that is taken in at the counter is used, once, whoever presses', async () => {
  const ann = await member()
  await stamp(ann.id, 3)
  const [own] = await walletOf(ann)
  const hand = (visitorId = ann.visitorId) => shop.inShop((at) => handClaim(at, own?.id ?? '', visitorId, 'user:bo'))
  await expect(hand((await member()).visitorId)).rejects.toThrow(/over or was used/)
  const results = await Promise.allSettled(Array.from({ length: 10 }, () => hand()))
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await walletOf(ann)).toMatchObject([{ state: 'used' }])
})
