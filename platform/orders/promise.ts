/** What an order that is carried away is promised, and the room in the kitchen that this takes. */
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { QuoteRequest } from '#model/shop/orders.ts'
import type { ShopRow } from '#platform/shop/load-shop-data.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { promiseTimes, quarterOf } from './promise-times.ts'

export interface Promised {
  readonly at: Temporal.Instant
  /** The first time that can be had, not one that was asked for. */
  readonly isAsap: boolean
  /** Times with room that may be asked for, earliest first; none where the shop plans nothing ahead. */
  readonly choices: readonly Temporal.Instant[]
  /** Where it may go instead, should its quarter be taken meanwhile; none for a time that was asked for. */
  readonly later: readonly Temporal.Instant[]
}

export interface PromiseOptions {
  /** For the editor's preview: the shop counts as open, and nothing as full. */
  readonly atAnyHour?: boolean
  /** Minutes that a quote may be old when it is ordered from: a time it named still holds. */
  readonly graceMinutes?: number
  /** From the kitchen to the door. */
  readonly rideMinutes?: number
}

/**
 * The time an order would be promised now.
 * @returns null for orders that are not carried away
 * @throws ShopRefusal `closed`; `slot-taken` when the time that was asked for cannot be had; `kitchen-full` when none can
 */
export async function findPromise(
  at: ShopTx,
  shop: ShopRow,
  { channel, readyAtIso }: Pick<QuoteRequest, 'channel' | 'readyAtIso'>,
  { atAnyHour = false, graceMinutes = 0, rideMinutes = 0 }: PromiseOptions = {},
): Promise<Promised | null> {
  if (channel === 'dine_in') return null
  const rules = {
    hours: shop.hours,
    timeZone: shop.time_zone,
    leadMinutes: shop.lead_minutes + rideMinutes,
    aheadDays: shop.ahead_days,
  }
  const { asap, quarters } = promiseTimes(rules, at.now, atAnyHour)
  const full = atAnyHour ? new Set<number>() : await loadFullQuarters(at, shop.orders_per_quarter)
  const roomy = quarters.filter((quarter) => !full.has(quarter.epochMilliseconds))
  const choices = shop.ahead_days === null ? [] : roomy
  if (readyAtIso) {
    const wish = findInstant(readyAtIso)
    const offered = graceMinutes > 0 ? promiseTimes(rules, at.now.subtract({ minutes: graceMinutes })).quarters : roomy
    if (!wish || shop.ahead_days === null || !offered.some((quarter) => quarter.equals(wish)) || isBefore(wish, at.now))
      throw new ShopRefusal('slot-taken', 'This time cannot be had any more')
    return { at: wish, isAsap: false, choices, later: [] }
  }
  if (asap && !full.has(quarterOf(asap).epochMilliseconds))
    return { at: asap, isAsap: true, choices, later: roomy.filter((quarter) => isBefore(asap, quarter)) }
  const [first, ...later] = asap ? roomy.filter((quarter) => isBefore(asap, quarter)) : choices
  if (!first && !asap) throw new ShopRefusal('closed', 'The shop is closed')
  if (!first) throw new ShopRefusal('kitchen-full', 'The kitchen takes no more orders today')
  return { at: first, isAsap: asap !== null, choices, later }
}

/** What was quoted may move by this much without asking again. */
const mostDelayMinutes = 15

/**
 * Takes room in the kitchen for a promise. Of many at once exactly as many get a quarter as it takes; the others get the
 * next one with room, as far as that is hardly later than they were told.
 * @returns the promise as it came to be
 * @throws ShopRefusal `slot-taken`
 */
export async function keepPromise(
  at: ShopTx,
  perQuarter: number | null,
  promised: Promised,
  quotedAt: Date | null,
): Promise<Promised> {
  const latestMs = (quotedAt?.getTime() ?? promised.at.epochMilliseconds) + mostDelayMinutes * 60_000
  for (const candidate of [promised.at, ...promised.later]) {
    if (candidate.epochMilliseconds > latestMs) break
    if (await takeQuarter(at, quarterOf(candidate), perQuarter)) return { ...promised, at: candidate }
  }
  throw new ShopRefusal('slot-taken', 'This time was taken a moment ago')
}

/** Gives the room back. Its order must be locked, and name it no more. */
export async function releaseQuarter({ tx, programId }: ShopTx, quarterAt: Date): Promise<void> {
  await tx
    .updateTable('order_quarter')
    .set((eb) => ({ taken: eb('taken', '-', 1) }))
    .where('program_id', '=', programId)
    .where('starts_at', '=', quarterAt)
    .execute()
}

/** As it stands on the shop's wall, e.g. `2026-06-08 12:30`. */
export function wallTextOf(at: Temporal.Instant, timeZone: string): string {
  return at.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')
}

async function takeQuarter(
  { tx, keys }: ShopTx,
  quarter: Temporal.Instant,
  perQuarter: number | null,
): Promise<boolean> {
  const taken = await tx
    .insertInto('order_quarter')
    .values({ ...keys, starts_at: quarter.toString(), taken: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'program_id', 'starts_at'])
        .doUpdateSet((eb) => ({ taken: eb('order_quarter.taken', '+', 1) }))
        .where(sql<boolean>`order_quarter.taken < ${perQuarter ?? 2 ** 31 - 1}::int`),
    )
    .returning('taken')
    .executeTakeFirst()
  return taken !== undefined
}

async function loadFullQuarters(
  { tx, programId, now }: ShopTx,
  perQuarter: number | null,
): Promise<ReadonlySet<number>> {
  if (perQuarter === null) return new Set()
  const rows = await tx
    .selectFrom('order_quarter')
    .select('starts_at')
    .where('program_id', '=', programId)
    .where('starts_at', '>', new Date(quarterOf(now).epochMilliseconds - 1))
    .where('taken', '>=', perQuarter)
    .execute()
  return new Set(rows.map(({ starts_at }) => starts_at.getTime()))
}

function findInstant(text: string): Temporal.Instant | undefined {
  try {
    return Temporal.Instant.from(text)
  } catch {
    return undefined
  }
}

function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0
}
