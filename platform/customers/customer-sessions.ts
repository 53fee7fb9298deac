/** Who is signed in on the platform's own origin: a random cookie, kept by its hash. */
import { sql } from 'kysely'
import { withCustomer, withSecret } from '../db/database.ts'
import type { Database } from '../db/database.ts'
import { newSecret, sha256Of } from './secret.ts'

export const sessionDays = 30

/** @returns what goes into the cookie */
export async function openCustomerSession(db: Database, customerId: string): Promise<string> {
  const token = newSecret()
  await withCustomer(db, customerId, async (tx) => {
    await tx
      .deleteFrom('customer_session')
      .where('customer_id', '=', customerId)
      .where('expires_at', '<=', sql<Date>`now()`)
      .execute()
    await tx
      .insertInto('customer_session')
      .values({
        token_sha256: sha256Of(token),
        customer_id: customerId,
        expires_at: sql<Date>`now() + make_interval(days => ${sessionDays})`,
      })
      .execute()
  })
  return token
}

/** @returns the customer's id */
export async function findCustomerSession(db: Database, token: string): Promise<string | undefined> {
  const hash = sha256Of(token)
  const row = await withSecret(db, hash, (tx) =>
    tx
      .selectFrom('customer_session')
      .select('customer_id')
      .where('token_sha256', '=', hash)
      .where('expires_at', '>', sql<Date>`now()`)
      .executeTakeFirst(),
  )
  return row?.customer_id
}

/** @param which - the session of one cookie, or all that this customer has */
export async function endCustomerSessions(db: Database, customerId: string, which: string | 'all'): Promise<void> {
  await withCustomer(db, customerId, async (tx) => {
    let query = tx.deleteFrom('customer_session').where('customer_id', '=', customerId)
    if (which !== 'all') query = query.where('token_sha256', '=', sha256Of(which))
    await query.execute()
  })
}
