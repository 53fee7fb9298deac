/** Work inside one shop: one transaction, the database's clock, and events that leave with the commit. */
import { Temporal } from 'temporal-polyfill'
import type { ShopEventType } from '#platform/db/commerce-tables.ts'
import { beginningOf, withTenant } from '#platform/db/database.ts'
import type { Database, ScopedTx } from '#platform/db/database.ts'
import { appendEvents } from '#platform/events/outbox.ts'
import type { EventHub } from '#platform/events/hub.ts'

export interface ShopScope {
  readonly tenantId: string
  readonly programId: string
}

/** What the two keys of every row of this shop are; spread it into inserts. */
export interface ShopKeys {
  readonly tenant_id: string
  readonly program_id: string
}

export interface ShopTx extends ShopScope {
  readonly tx: ScopedTx
  readonly keys: ShopKeys
  /** The database's clock at the start of the transaction: what decides every expiry. */
  readonly now: Temporal.Instant
  /** Tells the console and waiting customers after the commit; nobody hears of what is undone. */
  emit(type: ShopEventType, subjectId: string): void
  /** Runs `step` after everything else of the transaction, once for each name: for locks that come late in the order. */
  atEnd(name: string, step: (shop: ShopTx) => Promise<unknown>): void
}

export interface ShopDb {
  readonly db: Database
  /** Woken in this process at once; other processes hear of it from the database. */
  readonly hub?: Pick<EventHub, 'wake' | 'tellRelease'>
}

/**
 * Runs `work` in one transaction of this shop. Like {@link withTenant} it may run again after a deadlock.
 *
 * Locks are always taken in this order, so that no two requests wait for each other: changes of the shop or of its
 * people (`platform/changes`), idempotency row, customer, browser,
 * visitor, order, quarter, stock by variant, coupon, claim, sale, payment, business day, wallet, resources by id, program, event cursor (at the very end,
 * by itself).
 */
export async function inShop<Result>(
  { db, hub }: ShopDb,
  { tenantId, programId }: ShopScope,
  work: (shop: ShopTx) => Promise<Result>,
): Promise<Result> {
  let told: readonly ShopEventType[] = []
  const result = await withTenant(db, tenantId, async (tx) => {
    // Told once, however many of a transaction's steps touched it: who hears of it loads it as it is afterwards.
    const events = new Map<string, { type: ShopEventType; subjectId: string }>()
    const last = new Map<string, (shop: ShopTx) => Promise<unknown>>()
    const shop = enterShop(
      tx,
      { tenantId, programId },
      {
        emit: (type, subjectId) => events.set(`${type}:${subjectId}`, { type, subjectId }),
        atEnd: (name, step) => last.set(name, step),
      },
    )
    const value = await work(shop)
    for (const step of last.values()) await step(shop)
    await appendEvents(shop, [...events.values()])
    told = [...events.values()].map(({ type }) => type)
    return value
  })
  if (told.length > 0) hub?.wake(programId)
  if (told.includes('release')) hub?.tellRelease({ tenantId, programId })
  return result
}

function enterShop(tx: ScopedTx, { tenantId, programId }: ShopScope, ends: Pick<ShopTx, 'emit' | 'atEnd'>): ShopTx {
  const now = databaseNow(tx)
  return { tx, tenantId, programId, keys: { tenant_id: tenantId, program_id: programId }, now, ...ends }
}

/** The moment the transaction began; the same for its whole length. */
export function databaseNow(tx: ScopedTx): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(beginningOf(tx))
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Ids of our rows are UUIDs; anything else names nothing, and PostgreSQL must not be asked about it. */
export function isId(text: string): boolean {
  return uuidPattern.test(text)
}
