/** What is left of what came in, by when it ends: points are spent in the order in which they would end. */
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { uuidv7 } from '#platform/db/uuidv7.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { scheduleTimer } from '#platform/shop/timers.ts'

/** Points that came in together. */
export interface Lot {
  readonly points: number
  /** Null: they do not end. */
  readonly expiresAt: Date | null
}

/**
 * When points that are earned now end: with the business day, so many months later, so that nobody loses them over lunch.
 * @param goodForMonths - null for ever
 */
export function endOfPoints(
  {
    time_zone,
    day_starts,
    points_good_for_months,
  }: { readonly time_zone: string; readonly day_starts: string; readonly points_good_for_months: number | null },
  now: Temporal.Instant,
): Date | null {
  if (points_good_for_months === null) return null
  const local = now.toZonedDateTimeISO(time_zone)
  const end = local
    .toPlainDate()
    .add({ months: points_good_for_months })
    .add({ days: 1 })
    .toPlainDateTime(Temporal.PlainTime.from(day_starts))
  return new Date(end.toZonedDateTime(time_zone).toInstant().epochMilliseconds)
}

/**
 * Puts points in. What the wallet owes (it was taken below nothing by an order that was called off) is settled first, from
 * what ends first.
 */
export async function putIn(
  at: ShopTx,
  walletId: string,
  owed: number,
  ref: string,
  lots: readonly Lot[],
): Promise<void> {
  let debt = owed
  for (const { points, expiresAt } of lots.toSorted((a, b) => endMs(a.expiresAt) - endMs(b.expiresAt))) {
    const settled = Math.min(debt, points)
    debt -= settled
    if (points === settled) continue
    const id = uuidv7()
    await at.tx
      .insertInto('wallet_lot')
      .values({
        ...at.keys,
        id,
        wallet_id: walletId,
        ref,
        granted: points - settled,
        remaining: points - settled,
        expires_at: expiresAt,
      })
      .execute()
    if (expiresAt) await scheduleTimer(at, 'points-expiry', id, expiresAt)
  }
}

/**
 * Takes points out, what ends first before the rest; more than there are leaves nothing.
 * @param from - what this lot has left goes first
 */
export async function takeOut(
  { tx, programId }: ShopTx,
  walletId: string,
  points: number,
  from?: string,
): Promise<void> {
  await sql`
    WITH queue AS (
      SELECT id, remaining,
        sum(remaining) OVER (ORDER BY (ref = ${from ?? ''}) DESC, expires_at NULLS LAST, id) - remaining AS before
      FROM wallet_lot WHERE program_id = ${programId} AND wallet_id = ${walletId} AND remaining > 0
    )
    UPDATE wallet_lot lot SET remaining = lot.remaining - least(queue.remaining, ${points}::bigint - queue.before)
    FROM queue WHERE lot.program_id = ${programId} AND lot.id = queue.id AND queue.before < ${points}::bigint`.execute(
    tx,
  )
}

/** What is left, what ends first before the rest. The wallet must be locked, or this is only to be shown. */
export async function loadLots({ tx, programId }: Pick<ShopTx, 'tx' | 'programId'>, walletId: string) {
  return tx
    .selectFrom('wallet_lot')
    .select(['id', 'remaining as points', 'expires_at as expiresAt'])
    .where('program_id', '=', programId)
    .where('wallet_id', '=', walletId)
    .where('remaining', '>', 0)
    .orderBy(sql`expires_at NULLS LAST`)
    .orderBy('id')
    .execute()
}

const endMs = (end: Date | null): number => end?.getTime() ?? Number.MAX_SAFE_INTEGER
