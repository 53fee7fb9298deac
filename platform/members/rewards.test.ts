/** Points that end, and rewards that are bought with them: exact however many ask at once. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { OwnCoupon } from '#model/shop/coupons.ts'
import type { ShopFailure } from '#model/shop/failure.ts'
import type { Membership } from '#model/shop/members.ts'
import type { Quote } from '#model/shop/orders.ts'
import { Temporal } from 'temporal-polyfill'
import type { CouponDefinition } from '#platform/contract/coupons.ts'
import { visitorPaths } from '#platform/contract/routes.ts'
import { changeCoupon, createCoupon } from '#platform/coupons/change-coupon.ts'
import { mergeVisitors } from '#platform/customers/merge-visitors.ts'
import { actOnOrder } from '#platform/orders/change-order.ts'
import { expectHealthy } from '#platform/shop/testing/expect-healthy.ts'
import { createShopFixture, orderFor, quoteFor } from '#platform/shop/testing/shop-fixture.ts'
import type { ShopFixture, TestVisitor } from '#platform/shop/testing/shop-fixture.ts'
import { endOfPoints } from './lots.ts'
import { addPoints, adjustPoints, expirePoints } from './points.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let shop: ShopFixture

beforeAll(async () => {
  shop = await createShopFixture({ connections: 20 })
})
afterAll(async () => {
  await expectHealthy(shop)
  await shop.close()
})

type Answer = OwnCoupon & { error: ShopFailure }
const redeem = (who: TestVisitor, rewardId: string, key?: string) =>
  who.call<Answer>('POST', visitorPaths.redeemReward(rewardId), undefined, key)
const cardOf = async (who: TestVisitor) => (await who.call<Membership>('GET', visitorPaths.card)).body
const walletOf = async (who: TestVisitor) => (await who.call<OwnCoupon[]>('GET', visitorPaths.coupons)).body

async function member(points = 0): Promise<TestVisitor & { id: string; visitorId: string }> {
  const who = await shop.visitor()
  await who.call('POST', visitorPaths.card, { name: 'Ann', phone: '138 0013 8000', consent: true })
  const [row] = await shop.sql<{ id: string; visitor_id: string }>(
    'SELECT id, visitor_id FROM member ORDER BY id DESC LIMIT 1',
  )
  const id = row?.id ?? ''
  if (points > 0) await give(id, points)
  return { ...who, id, visitorId: row?.visitor_id ?? '' }
}
const give = (memberId: string, delta: number, ref = `test:${randomUUID()}`) =>
  shop.inShop((at) => addPoints(at, { memberId, kind: 'earn', delta, ref, label: '' }))

const definition = (change: Partial<CouponDefinition>): CouponDefinition => ({
  title: { en: 'A tea', 'zh-CN': '茶一杯' },
  gain: { kind: 'amount', amountMinor: 1000 },
  minSpendMinor: 0,
  addsToMemberPrice: true,
  startsAtIso: null,
  endsAtIso: null,
  goodForDays: 30,
  totalLimit: null,
  perPerson: 100,
  audience: 'members',
  tierId: null,
  hadBy: 'points',
  pointsPrice: 30,
  ...change,
})
const reward = async (change: Partial<CouponDefinition> = {}) =>
  (await shop.changeShop((at) => createCoupon(at, definition(change), 'user:owner'))).couponId

/** The shop's rule of how long points are good, for what is earned within. */
async function whileGoodFor(months: number | null, work: () => Promise<unknown>) {
  await shop.sql('UPDATE shop SET points_good_for_months = $1', [months])
  await work()
  await shop.sql('UPDATE shop SET points_good_for_months = NULL')
}
/** Turns the clock of a member's points forward. */
const letEnd = (memberId: string, interval: string) =>
  shop.sql(
    `UPDATE wallet_lot SET expires_at = expires_at - $2::interval FROM wallet w
     WHERE w.id = wallet_lot.wallet_id AND w.member_id = $1 AND wallet_lot.expires_at IS NOT NULL`,
    [memberId, interval],
  )
const lotsOf = (memberId: string) =>
  shop.sql<{ granted: number; remaining: number }>(
    `SELECT granted::int, remaining::int FROM wallet_lot l JOIN wallet w ON w.id = l.wallet_id
     WHERE w.member_id = $1 ORDER BY l.expires_at NULLS LAST, l.id`,
    [memberId],
  )

test('1,000 points, 100 × 30 at once: 33 succeed, 10 are left', async () => {
  const ann = await member(1000)
  const id = await reward()
  const answers = await Promise.all(Array.from({ length: 100 }, () => redeem(ann, id)))
  const statuses = answers.map(({ status }) => status)
  expect(statuses.filter((status) => status === 201)).toHaveLength(33)
  expect(statuses.filter((status) => status === 409)).toHaveLength(67)
  expect(new Set(answers.filter(({ status }) => status === 409).map(({ body }) => body.error.code))).toEqual(
    new Set(['not-enough-points']),
  )
  expect((await cardOf(ann)).pointsBalance).toBe(10)
  expect(await walletOf(ann)).toHaveLength(33)
})

test('a reward that was asked for twice with one key is bought once, and checkout takes it off', async () => {
  const ann = await member(50)
  const id = await reward()
  const key = randomUUID()
  const [first, second] = [await redeem(ann, id, key), await redeem(ann, id, key)]
  expect([first.status, second.body.id]).toEqual([201, first.body.id])
  expect(await cardOf(ann)).toMatchObject({ pointsBalance: 20, pointsEarnedEver: 50 })
  expect((await cardOf(ann)).history[0]).toMatchObject({ delta: -30, kind: 'redeem', label: 'A tea' })
  const quote: Quote = await quoteFor(shop, ann)
  expect(quote).toMatchObject({ discountMinor: 1000 })
})

test('what is not for points, not for strangers, or gone, is refused and costs nothing', async () => {
  const ann = await member(100)
  const wall = await reward({ hadBy: 'wall', pointsPrice: null })
  const gift = await reward({ hadBy: 'gift', pointsPrice: null })
  const last = await reward({ totalLimit: 1 })
  const codeOf = async (answer: ReturnType<typeof redeem>) => (await answer).body.error.code
  expect(await codeOf(redeem(ann, wall))).toBe('coupon-not-for-you')
  expect(await codeOf(redeem(ann, gift))).toBe('coupon-not-for-you')
  expect(await codeOf(redeem(ann, randomUUID()))).toBe('not-found')
  expect(await codeOf(redeem(await shop.visitor(), last))).toBe('coupon-not-for-you')
  for (const id of [gift, last])
    expect((await ann.call('POST', visitorPaths.claimCoupon(id))).body.error.code).toBe('coupon-not-for-you')
  expect((await redeem(ann, last)).status).toBe(201)
  expect(await codeOf(redeem(ann, last))).toBe('coupon-gone')
  expect((await cardOf(ann)).pointsBalance).toBe(70)
  await shop.changeShop((at) => changeCoupon(at, wall, { ifVersion: 1, paused: true }, 'user:owner'))
})

test('pages show rewards apart from coupons, the cheapest first; how one is had stays as it was made', async () => {
  const dear = await reward({ pointsPrice: 9000 })
  const gift = await reward({ hadBy: 'gift', pointsPrice: null })
  const { coupons, membership } = await shop.shopData()
  expect(coupons.some(({ id }) => id === dear || id === gift)).toBe(false)
  expect(membership.rewards?.at(-1)).toMatchObject({ id: dear, pricePoints: 9000 })
  expect(membership.rewards?.some(({ id }) => id === gift)).toBe(false)
  const change = { ifVersion: 1, definition: definition({ hadBy: 'wall', pointsPrice: null }) }
  await expect(shop.changeShop((at) => changeCoupon(at, dear, change, 'user:owner'))).rejects.toThrow(/as it was made/)
  await expect(reward({ pointsPrice: null })).rejects.toThrow(/price/)
})

test('what ends first is spent first, and what is left ends on its day, once', async () => {
  const ann = await member()
  await give(ann.id, 40)
  await whileGoodFor(12, () => give(ann.id, 50))
  await whileGoodFor(3, () => give(ann.id, 20))
  expect((await cardOf(ann)).endingNext).toMatchObject({ points: 20 })
  await redeem(ann, await reward())
  expect(await lotsOf(ann.id)).toEqual([
    { granted: 20, remaining: 0 },
    { granted: 50, remaining: 40 },
    { granted: 40, remaining: 40 },
  ])
  await letEnd(ann.id, '13 months')
  const over = await shop.sql<{ id: string }>('SELECT id FROM wallet_lot WHERE remaining > 0 AND expires_at < now()')
  await Promise.all(Array.from({ length: 10 }, () => shop.inShop((at) => expirePoints(at, over[0]?.id ?? ''))))
  expect(await cardOf(ann)).toMatchObject({ pointsBalance: 40, pointsEarnedEver: 110 })
  expect((await cardOf(ann)).history.filter(({ kind }) => kind === 'expire')).toMatchObject([{ delta: -40 }])
  expect((await cardOf(ann)).endingNext).toBeUndefined()
})

test('the end comes by itself, and what ended a moment ago buys nothing although nobody has written it down', async () => {
  const ann = await member()
  await whileGoodFor(1, () => give(ann.id, 60))
  await letEnd(ann.id, '2 months')
  expect((await redeem(ann, await reward())).body.error.code).toBe('not-enough-points')
  expect((await cardOf(ann)).pointsBalance).toBe(60)
  await shop.sql(`UPDATE shop_timer SET due_at = now() WHERE kind = 'points-expiry'`)
  await shop.commerce.runDue()
  await shop.commerce.runDue()
  expect((await cardOf(ann)).pointsBalance).toBe(0)
})

test('an order that is called off takes its own points back, also when they were spent', async () => {
  const ann = await member()
  await give(ann.id, 10)
  const { order } = await orderFor(shop, ann)
  const act = (action: 'accept' | 'complete') =>
    shop.inShop((at) => actOnOrder(at, order.id, action, { actor: 'user:owner', reason: '' }))
  await act('accept')
  await act('complete')
  expect((await cardOf(ann)).pointsBalance).toBe(46)
  await redeem(ann, await reward())
  await shop.inShop((at) =>
    addPoints(at, {
      memberId: ann.id,
      kind: 'reverse',
      delta: -36,
      ref: 'test',
      label: '',
      takesBack: `order:${order.id}`,
    }),
  )
  expect((await cardOf(ann)).pointsBalance).toBe(-20)
  await whileGoodFor(6, () => give(ann.id, 50))
  expect((await cardOf(ann)).pointsBalance).toBe(30)
  expect((await lotsOf(ann.id)).filter(({ remaining }) => remaining > 0)).toEqual([{ granted: 30, remaining: 30 }])
})

test('when two cards turn out to be one person’s, points end when they would have ended', async () => {
  const [ann, again] = [await member(5), await member(7)]
  await whileGoodFor(2, () => give(again.id, 30))
  await shop.inShop((at) => mergeVisitors(at, again.visitorId, ann.visitorId))
  expect(await cardOf(ann)).toMatchObject({ pointsBalance: 42, endingNext: { points: 30 } })
})

test('by hand, with a reason, once, and never below nothing', async () => {
  const ann = await member(5)
  const adjust = (delta: number, requestId = randomUUID()) =>
    shop.inShop((at) => adjustPoints(at, ann.id, { delta, reason: 'Cold soup', requestId }, 'user:bo'))
  const requestId = randomUUID()
  await adjust(20, requestId)
  await adjust(20, requestId)
  expect((await cardOf(ann)).pointsBalance).toBe(25)
  await expect(adjust(-26)).rejects.toThrow(/25 points/)
  await adjust(-25)
  expect((await cardOf(ann)).history[0]).toMatchObject({ kind: 'adjust', delta: -25, label: 'Cold soup' })
  expect(
    await shop.sql(`SELECT DISTINCT actor FROM wallet_entry WHERE kind = 'adjust' AND label = 'Cold soup'`),
  ).toEqual([{ actor: 'user:bo' }])
})

test.each([
  ['Asia/Shanghai', '05:00', '2026-01-31T20:00:00+08:00', 1, '2026-03-01T05:00:00+08:00'],
  ['Europe/Berlin', '00:00', '2026-02-28T12:00:00+01:00', 1, '2026-03-29T00:00:00+01:00'],
  ['Europe/Berlin', '03:00', '2026-02-28T12:00:00+01:00', 1, '2026-03-29T03:00:00+02:00'],
  ['America/New_York', '04:00', '2026-10-01T01:00:00-04:00', 12, '2027-10-02T04:00:00-04:00'],
])('in %s, with days from %s, points of %s end %i months later with the day', (zone, day_starts, now, months, end) => {
  const rule = { time_zone: zone, day_starts, points_good_for_months: months }
  expect(endOfPoints(rule, Temporal.Instant.from(now))?.toISOString()).toBe(new Date(end).toISOString())
})
