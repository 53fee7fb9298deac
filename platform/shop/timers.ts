/** Things to do at a moment of the database's clock, surviving restarts, done by whichever process comes first. */
import { sql } from 'kysely'
import type { TimerKind } from '#platform/db/commerce-tables.ts'
import type { Database } from '#platform/db/database.ts'
import { uuidv7 } from '#platform/db/uuidv7.ts'
import type { ShopScope, ShopTx } from './scope.ts'

export interface DueTimer extends ShopScope {
  readonly id: string
  readonly kind: TimerKind
  readonly subjectId: string
  /** Counts from 1. */
  readonly attempts: number
}

/** Done when all that was to do is done; a number asks to be called again after so many seconds. */
export type TimerHandler = (timer: DueTimer) => Promise<'done' | number>

export async function scheduleTimer(
  { tx, keys }: Pick<ShopTx, 'tx' | 'keys'>,
  kind: TimerKind,
  subjectId: string,
  dueAt: Date | 'now',
): Promise<void> {
  await tx
    .insertInto('shop_timer')
    .values({ ...keys, id: uuidv7(), kind, subject_id: subjectId, due_at: dueAt === 'now' ? sql<Date>`now()` : dueAt })
    .execute()
}

/** A claimed timer comes back by itself after this long, should its process die. */
const claimSeconds = 60
const batchSize = 20

/**
 * Does everything that is due now and returns how many timers it handled. Safe to call from many processes at once; a
 * timer may run twice (a crash in between), so handlers check the state they find. One that throws is tried again,
 * later each time.
 */
export async function runDueTimers(
  db: Database,
  handlers: { readonly [Kind in TimerKind]: TimerHandler },
  onError: (timer: DueTimer, error: unknown) => void,
): Promise<number> {
  let handled = 0
  for (;;) {
    const batch = await claim(db)
    for (const timer of batch) {
      const again = await handlers[timer.kind](timer).catch((error: unknown) => {
        onError(timer, error)
        return Math.min(2 ** timer.attempts, 3600)
      })
      await settle(db, timer.id, again)
    }
    handled += batch.length
    if (batch.length < batchSize) return handled
  }
}

async function claim(db: Database): Promise<DueTimer[]> {
  const { rows } = await sql<DueTimer>`
    UPDATE shop_timer SET due_at = now() + make_interval(secs => ${claimSeconds}), attempts = attempts + 1
    WHERE id IN (
      SELECT id FROM shop_timer WHERE due_at <= now() ORDER BY due_at LIMIT ${batchSize} FOR UPDATE SKIP LOCKED
    )
    RETURNING id, tenant_id AS "tenantId", program_id AS "programId", kind, subject_id AS "subjectId", attempts`.execute(
    db,
  )
  return rows
}

async function settle(db: Database, id: string, again: 'done' | number): Promise<void> {
  if (again === 'done') await db.deleteFrom('shop_timer').where('id', '=', id).execute()
  else await sql`UPDATE shop_timer SET due_at = now() + make_interval(secs => ${again}) WHERE id = ${id}`.execute(db)
}
