import { Temporal } from 'temporal-polyfill'
import type { OpeningHours } from '#model/shop/catalogue.ts'
import type { z } from 'zod/mini'
import type { changeShopSettingsInput, ShopSettings } from '#platform/contract/merchant.ts'
import { bumpDataVersion } from './data-version.ts'
import { loadShop, loadTables } from './load-shop-data.ts'
import type { ShopRow } from './load-shop-data.ts'
import { ShopRefusal } from './refusal.ts'
import type { ShopTx } from './scope.ts'

export type ShopSettingsChange = z.infer<typeof changeShopSettingsInput>

/** @param origin - where the program is published; null before that */
export async function loadSettings(at: ShopTx, origin: string | null): Promise<ShopSettings> {
  const shop = await loadShop(at)
  const tables = await loadTables(at)
  const places = await loadPlaces(at)
  return {
    name: shop.name,
    kind: shop.kind,
    phone: shop.phone,
    address: shop.address,
    currency: shop.currency,
    timeZone: shop.time_zone,
    hours: shop.hours,
    ordersPaused: shop.orders_paused,
    leadMinutes: shop.lead_minutes,
    ordersPerQuarter: shop.orders_per_quarter,
    aheadDays: shop.ahead_days,
    pointsPerUnit: shop.points_per_unit,
    pointsGoodForMonths: shop.points_good_for_months,
    stampCard: stampCardOf(shop),
    checkIn:
      shop.check_in_points === 0
        ? null
        : {
            points: shop.check_in_points,
            streakDays: shop.check_in_streak_days ?? 0,
            streakPoints: shop.check_in_streak_points,
          },
    places,
    tables: tables.map((table) => ({ ...table, url: origin && `${origin}/?table=${table.id}` })),
  }
}

/** Changes what is given. @throws ShopRefusal `bad-request` for hours that no clock shows */
export async function changeSettings(at: ShopTx, change: ShopSettingsChange): Promise<void> {
  if (change.stampCard) await requireGift(at, change.stampCard.couponId)
  if (change.hours) requireSoundHours(change.hours)
  await at.tx
    .updateTable('shop')
    .set((eb) => ({
      ...(change.kind !== undefined && { kind: change.kind }),
      ...(change.phone !== undefined && { phone: change.phone.trim() }),
      ...(change.address !== undefined && { address: change.address.trim() }),
      ...(change.hours && { hours: JSON.stringify(change.hours) }),
      ...(change.ordersPaused !== undefined && { orders_paused: change.ordersPaused }),
      ...(change.leadMinutes !== undefined && { lead_minutes: change.leadMinutes }),
      ...(change.ordersPerQuarter !== undefined && { orders_per_quarter: change.ordersPerQuarter }),
      ...(change.aheadDays !== undefined && { ahead_days: change.aheadDays }),
      ...(change.pointsPerUnit !== undefined && { points_per_unit: change.pointsPerUnit }),
      ...(change.pointsGoodForMonths !== undefined && { points_good_for_months: change.pointsGoodForMonths }),
      ...(change.checkIn !== undefined && {
        check_in_points: change.checkIn?.points ?? 0,
        check_in_streak_days: change.checkIn?.streakDays || null,
        check_in_streak_points: change.checkIn?.streakPoints ?? 0,
      }),
      ...(change.stampCard !== undefined && {
        stamps_needed: change.stampCard?.needed ?? null,
        stamps_coupon_id: change.stampCard?.couponId ?? null,
        stamps_by_order: change.stampCard?.byOrder ?? true,
        stamps_min_minor: change.stampCard?.minOrderMinor ?? 0,
      }),
      version: eb('version', '+', 1),
    }))
    .where('program_id', '=', at.programId)
    .execute()
  await bumpDataVersion(at, 'shop')
}

function stampCardOf(shop: ShopRow): ShopSettings['stampCard'] {
  const { stamps_needed: needed, stamps_coupon_id: couponId } = shop
  if (needed === null || couponId === null) return null
  return { needed, couponId, byOrder: shop.stamps_by_order, minOrderMinor: shop.stamps_min_minor }
}

/** What is given for something is a coupon that only the shop gives. */
async function requireGift({ tx, programId }: ShopTx, couponId: string): Promise<void> {
  const gift = await tx
    .selectFrom('coupon')
    .select('id')
    .where('program_id', '=', programId)
    .where('id', '=', couponId)
    .where('had_by', '=', 'gift')
    .executeTakeFirst()
  if (!gift) throw new ShopRefusal('bad-request', 'The reward is no coupon that the shop gives', [couponId])
}

/** The shop carries its program's name wherever visitors read it: on the cashier, in the list of their orders. */
export async function renameShop(at: ShopTx, name: string): Promise<void> {
  await at.tx
    .updateTable('shop')
    .set((eb) => ({ name, version: eb('version', '+', 1) }))
    .where('program_id', '=', at.programId)
    .execute()
  await bumpDataVersion(at, 'shop')
}

const clockTime = /^([01]\d|2[0-3]):[0-5]\d$/
const mostPeriods = 60
const mostExceptions = 400

export function requireSoundHours({ weekly, exceptions }: OpeningHours): void {
  const periods = [...weekly, ...exceptions.flatMap((exception) => exception.periods)]
  const areTimes = periods.every(({ opens, closes }) => clockTime.test(opens) && clockTime.test(closes))
  const areDates = exceptions.every(({ date }) => isDate(date))
  const isOnce = new Set(exceptions.map(({ date }) => date)).size === exceptions.length
  const isFew =
    weekly.length <= mostPeriods &&
    exceptions.length <= mostExceptions &&
    exceptions.every(({ periods: own }) => own.length <= 6)
  if (!areTimes || !areDates || !isOnce || !isFew)
    throw new ShopRefusal('bad-request', 'Hours are HH:MM, each exception is one date, and there are not that many')
}

function isDate(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}

/** All that can be booked: tables first, then rooms, then people, each in the shop's order. */
function loadPlaces({ tx, programId }: ShopTx): Promise<NonNullable<ShopSettings['places']>> {
  return tx
    .selectFrom('resource')
    .select(['id', 'label', 'kind', 'seats'])
    .where('program_id', '=', programId)
    .orderBy('kind', 'desc')
    .orderBy('sort')
    .orderBy('id')
    .execute()
}
