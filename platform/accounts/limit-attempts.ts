import { sql } from 'kysely'
import type { Database } from '../db/database.ts'
import { Failure } from '../http/failure.ts'

export interface AttemptLimit {
  readonly most: number
  readonly windowSeconds: number
}

/**
 * Counts an attempt and refuses it when there were too many in this window. Counting and checking are one statement, so
 * a burst over many connections and processes is counted exactly.
 */
export async function limitAttempts(db: Database, key: string, { most, windowSeconds }: AttemptLimit): Promise<void> {
  const { rows } = await sql<{ attempts: number; waitSeconds: number }>`
    INSERT INTO attempt_window AS w (key, attempts, ends_at)
    VALUES (${key}, 1, now() + make_interval(secs => ${windowSeconds}))
    ON CONFLICT (key) DO UPDATE SET
      attempts = CASE WHEN w.ends_at <= now() THEN 1 ELSE w.attempts + 1 END,
      ends_at = CASE WHEN w.ends_at <= now() THEN excluded.ends_at ELSE w.ends_at END
    RETURNING attempts, ceil(extract(epoch FROM ends_at - now()))::int AS "waitSeconds"`.execute(db)
  const [row] = rows
  if (row && row.attempts > most)
    throw new Failure('too-many-requests', `Too many attempts; try again in ${row.waitSeconds} seconds`)
}

/** Right after all: what was counted so far is forgiven. */
export async function forgetAttempts(db: Database, key: string): Promise<void> {
  await db.deleteFrom('attempt_window').where('key', '=', key).execute()
}

/** For the background: windows that are over say nothing any more. */
export async function dropPastWindows(db: Database): Promise<void> {
  await db
    .deleteFrom('attempt_window')
    .where('ends_at', '<=', sql<Date>`now()`)
    .execute()
}
