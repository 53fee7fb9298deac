import { Temporal } from 'temporal-polyfill'
import type { OpeningHours } from '#model/shop/catalogue.ts'
import type { z } from 'zod/mini'
import type { changeShopSettingsInput, ShopSettings } from '#platform/contract/merchant.ts'
import { bumpDataVersion } from './data-version.ts'
import { loadShop, loadTables } from './load-shop-data.ts'
import { ShopRefusal } from './refusal.ts'
import type { ShopTx } from './scope.ts'

export type ShopSettingsChange = z.infer<typeof changeShopSettingsInput>

/** @param origin - where the program is published; null before that */
export async function loadSettings(at: ShopTx, origin: string | null): Promise<ShopSettings> {
  const shop = await loadShop(at)
  const tables = await loadTables(at)
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
    tables: tables.map((table) => ({ ...table, url: origin && `${origin}/?table=${table.id}` })),
  }
}

/** Changes what is given. @throws ShopRefusal `bad-request` for hours that no clock shows */
export async function changeSettings(at: ShopTx, change: ShopSettingsChange): Promise<void> {
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
      version: eb('version', '+', 1),
    }))
    .where('program_id', '=', at.programId)
    .execute()
  await bumpDataVersion(at, 'shop')
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
