import { withTenant } from '#platform/db/database.ts'
import type { Database } from '#platform/db/database.ts'
import { workspacesOf } from './consents.ts'
import { endCustomerSessions } from './customer-sessions.ts'
import { sha256Of } from './secret.ts'

/**
 * Ends the session on the platform's origin, and what was signed in under it in programs: from the next request on those
 * browsers are strangers again.
 * @param which - the session of one device, by its cookie, or all that this customer has
 */
export async function signOutCustomer(db: Database, personId: string, which: string | 'all'): Promise<void> {
  for (const { tenantId, id } of await workspacesOf(db, personId))
    await withTenant(db, tenantId, async (tx) => {
      let query = tx
        .deleteFrom('browser')
        .where('visitor_id', 'in', (eb) =>
          eb.selectFrom('visitor').select('visitor.id').where('visitor.customer_id', '=', id),
        )
      if (which !== 'all') query = query.where('session_sha256', '=', sha256Of(which))
      await query.execute()
    })
  await endCustomerSessions(db, personId, which)
}
