/** Coming by every day: once per business day of the shop's clock, with a streak of days in a row. */
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Membership } from '#model/shop/members.ts'
import { loadShop } from '#platform/shop/load-shop-data.ts'
import type { ShopRow } from '#platform/shop/load-shop-data.ts'
import { businessDate } from '#platform/shop/opening.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { lockWallet } from './ledger.ts'
import { addPoints, findMemberOf } from './points.ts'

/**
 * Checks in for the business day that it is. Done again that day, nothing more happens.
 * @throws ShopRefusal `not-granted` where the shop has none; `members-only`
 */
export async function checkIn(at: ShopTx, visitorId: string): Promise<{ memberId: string }> {
  const shop = await loadShop(at)
  if (shop.check_in_points === 0) throw new ShopRefusal('not-granted', 'The shop has no check-in')
  const member = await findMemberOf(at, visitorId)
  if (!member) throw new ShopRefusal('members-only', 'Only members check in')
  // Of one member one after the other, so that the days before are known.
  await lockWallet(at, member.id, 'points')
  const date = businessDate(shop.time_zone, shop.day_starts, at.now)
  const before = await lastDay(at, member.id)
  if (before && before.date >= date) return { memberId: member.id }
  const streak = before?.date === dayBefore(date) ? before.streak + 1 : 1
  const points = pointsOf(shop, streak)
  await at.tx
    .insertInto('check_in')
    .values({ ...at.keys, member_id: member.id, date, streak, points })
    .execute()
  await addPoints(at, { memberId: member.id, kind: 'bonus', delta: points, ref: `check-in:${date}`, label: '' })
  at.emit('member', member.id)
  return { memberId: member.id }
}

/** Where a member stands today; undefined where the shop has no check-in. */
export async function loadCheckIn(
  at: Pick<ShopTx, 'tx' | 'programId' | 'now'>,
  memberId: string,
): Promise<Membership['checkIn']> {
  const shop = await loadShop(at)
  if (shop.check_in_points === 0) return undefined
  const date = businessDate(shop.time_zone, shop.day_starts, at.now)
  const last = await lastDay(at, memberId)
  const isToday = last?.date === date
  return {
    isDone: isToday,
    streak: last && (isToday || last.date === dayBefore(date)) ? last.streak : 0,
    dayEndsAtIso: startOf(shop, Temporal.PlainDate.from(date).add({ days: 1 })),
  }
}

/** What this day in a row brings. */
export function pointsOf(
  {
    check_in_points,
    check_in_streak_days,
    check_in_streak_points,
  }: Pick<ShopRow, 'check_in_points' | 'check_in_streak_days' | 'check_in_streak_points'>,
  streak: number,
): number {
  const isFull = check_in_streak_days !== null && streak % check_in_streak_days === 0
  return check_in_points + (isFull ? check_in_streak_points : 0)
}

/** Also on cards that became part of this one: a day counts once per person. */
async function lastDay({ tx, programId }: Pick<ShopTx, 'tx' | 'programId'>, memberId: string) {
  return tx
    .selectFrom('check_in')
    .select(['date', 'streak'])
    .where('program_id', '=', programId)
    .where(
      sql<boolean>`(member_id = ${memberId} OR member_id IN (
        SELECT id FROM member WHERE program_id = ${programId} AND merged_into = ${memberId}))`,
    )
    .orderBy('date', 'desc')
    .orderBy('streak', 'desc')
    .limit(1)
    .executeTakeFirst()
}

function dayBefore(date: string): string {
  return Temporal.PlainDate.from(date).subtract({ days: 1 }).toString()
}

function startOf({ time_zone, day_starts }: ShopRow, date: Temporal.PlainDate): string {
  const wall = date.toPlainDateTime(Temporal.PlainTime.from(day_starts))
  return wall.toZonedDateTime(time_zone).toInstant().toString()
}
