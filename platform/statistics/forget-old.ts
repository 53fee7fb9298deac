import { sql } from 'kysely'
import { withTenant } from '../db/database.ts'
import type { Database } from '../db/database.ts'

/** A year and the month it is compared with. */
const keptMonths = 13

/**
 * Drops what is older than thirteen months, shop by shop: no transaction sees more than one workspace. Doing it twice,
 * or in two processes at once, changes nothing.
 */
export async function forgetOldCounts(db: Database): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const tenants = await db
      .selectFrom('program_route')
      .select('tenant_id')
      .distinct()
      .where('tenant_id', '>', after)
      .orderBy('tenant_id')
      .limit(200)
      .execute()
    for (const { tenant_id: tenantId } of tenants)
      await withTenant(db, tenantId, (tx) =>
        sql`DELETE FROM visit_count WHERE day < current_date - make_interval(months => ${keptMonths})`.execute(tx),
      )
    const last = tenants.at(-1)
    if (!last) return
    after = last.tenant_id
  }
}
