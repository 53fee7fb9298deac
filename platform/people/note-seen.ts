import { sql } from 'kysely'
import { withTenant } from '../db/database.ts'
import type { Database } from '../db/database.ts'

/** Somebody has a program of this workspace open. Written at most once a minute, however many windows they have. */
export async function noteSeen(db: Database, tenantId: string, userId: string): Promise<void> {
  await withTenant(db, tenantId, (tx) =>
    tx
      .insertInto('person_seen')
      .values({ tenant_id: tenantId, user_id: userId, seen_at: sql<Date>`now()` })
      .onConflict((conflict) =>
        conflict
          .columns(['tenant_id', 'user_id'])
          .doUpdateSet({ seen_at: sql<Date>`now()` })
          .where('person_seen.seen_at', '<', sql<Date>`now() - interval '1 minute'`),
      )
      .execute(),
  )
}
