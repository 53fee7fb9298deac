/** Once per business day of the shop's clock; days in a row, and what they bring. */
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import type { ShopFailure } from '#model/shop/failure.ts'
import type { Membership } from '#model/shop/members.ts'
import { visitorPaths } from '#platform/contract/routes.ts'
import { mergeVisitors } from '#platform/customers/merge-visitors.ts'
import { changeSettings } from '#platform/shop/settings.ts'
import { expectHealthy } from '#platform/shop/testing/expect-healthy.ts'
import { createShopFixture } from '#platform/shop/testing/shop-fixture.ts'
import type { ShopFixture, TestVisitor } from '#platform/shop/testing/shop-fixture.ts'
import { checkIn, loadCheckIn, pointsOf } from './check-in.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let shop: ShopFixture

beforeAll(async () => {
  shop = await createShopFixture({ connections: 20 })
})
afterAll(async () => {
  await expectHealthy(shop)
  await shop.close()
})
beforeEach(() => setRule({ points: 2, streakDays: 3, streakPoints: 10 }))

const setRule = (rule: { points: number; streakDays: number; streakPoints: number } | null) =>
  shop.changeShop((at) => changeSettings(at, { checkIn: rule }))
const press = (who: TestVisitor) => who.call<Membership & { error: ShopFailure }>('POST', visitorPaths.checkIns)
const cardOf = async (who: TestVisitor) => (await who.call<Membership>('GET', visitorPaths.card)).body

async function member(): Promise<TestVisitor & { id: string; visitorId: string }> {
  const who = await shop.visitor()
  await who.call('POST', visitorPaths.card, { name: 'Ann', phone: '138 0013 8000', consent: true })
  const [row] = await shop.sql<{ id: string; visitor_id: string }>(
    'SELECT id, visitor_id FROM member ORDER BY id DESC LIMIT 1',
  )
  return { ...who, id: row?.id ?? '', visitorId: row?.visitor_id ?? '' }
}

/** Checks in as if it were then. */
const at = (visitorId: string, iso: string) =>
  shop.inShop((tx) => checkIn({ ...tx, now: Temporal.Instant.from(iso) }, visitorId))
const standing = (memberId: string, iso: string) =>
  shop.inShop((tx) => loadCheckIn({ ...tx, now: Temporal.Instant.from(iso) }, memberId))

test('fifty presses at once are one check-in', async () => {
  const ann = await member()
  const answers = await Promise.all(Array.from({ length: 50 }, () => press(ann)))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
  expect(await cardOf(ann)).toMatchObject({
    pointsBalance: 2,
    pointsEarnedEver: 0,
    checkIn: { isDone: true, streak: 1 },
    history: [{ delta: 2, kind: 'bonus' }],
  })
})

test('days in a row count by the shop’s business day, and begin anew after a gap', async () => {
  const ann = await member()
  // Days of this shop begin at 04:00 in Shanghai: the night belongs to the day before.
  await shop.changeShop(({ tx, programId }) =>
    tx.updateTable('shop').set({ day_starts: '04:00' }).where('program_id', '=', programId).execute(),
  )
  await at(ann.visitorId, '2030-03-01T12:00:00+08:00')
  await at(ann.visitorId, '2030-03-02T03:59:00+08:00')
  expect(await standing(ann.id, '2030-03-02T03:59:00+08:00')).toEqual({
    isDone: true,
    streak: 1,
    dayEndsAtIso: '2030-03-01T20:00:00Z',
  })
  await at(ann.visitorId, '2030-03-02T04:00:00+08:00')
  await at(ann.visitorId, '2030-03-03T23:00:00+08:00')
  expect((await cardOf(ann)).pointsBalance).toBe(2 + 2 + 12)
  expect(await standing(ann.id, '2030-03-04T12:00:00+08:00')).toMatchObject({ isDone: false, streak: 3 })
  expect(await standing(ann.id, '2030-03-05T12:00:00+08:00')).toMatchObject({ isDone: false, streak: 0 })
  await at(ann.visitorId, '2030-03-05T12:00:00+08:00')
  expect(await standing(ann.id, '2030-03-05T12:00:00+08:00')).toMatchObject({ streak: 1 })
  // A clock that goes back gives nothing twice.
  await at(ann.visitorId, '2030-03-04T12:00:00+08:00')
  expect((await cardOf(ann)).pointsBalance).toBe(18)
})

test('strangers do not check in, nor anybody where the shop has none', async () => {
  expect((await press(await shop.visitor())).body.error.code).toBe('members-only')
  const ann = await member()
  await setRule(null)
  expect((await press(ann)).body.error.code).toBe('not-granted')
  expect((await cardOf(ann)).checkIn).toBeUndefined()
  expect((await shop.shopData()).membership.checkIn).toBeUndefined()
})

test('a person with two cards checks in once a day', async () => {
  const [ann, again] = [await member(), await member()]
  await press(again)
  await shop.inShop((tx) => mergeVisitors(tx, again.visitorId, ann.visitorId))
  expect((await press(ann)).status).toBe(201)
  expect(await cardOf(ann)).toMatchObject({ pointsBalance: 2, checkIn: { isDone: true, streak: 1 } })
})

test('pages say what it brings', async () => {
  expect((await shop.shopData()).membership.checkIn).toEqual({ points: 2, streakDays: 3, streakPoints: 10 })
})

test.each([
  [1, 2],
  [2, 2],
  [3, 12],
  [6, 12],
])('day %i in a row brings %i points', (streak, points) => {
  const rule = { check_in_points: 2, check_in_streak_days: 3, check_in_streak_points: 10 }
  expect(pointsOf(rule, streak)).toBe(points)
})
