import { sql } from 'kysely'
import type { ShopTx } from './scope.ts'
import type { Browser } from './visitor-session.ts'

/**
 * Drops what a visitor left behind and nobody needs: quotes of yesterday that nothing was ordered from, idempotency
 * keys of last week. Done when they come back, so nothing has to go through all shops.
 */
export async function forgetOld({ tx, programId }: ShopTx, { id, visitorId }: Browser): Promise<void> {
  await sql`
    DELETE FROM quote q WHERE program_id = ${programId} AND visitor_id = ${visitorId}
      AND expires_at < now() - interval '1 day'
      AND NOT EXISTS (SELECT FROM shop_order o WHERE (o.tenant_id, o.program_id, o.quote_id) = (q.tenant_id, q.program_id, q.id))`.execute(
    tx,
  )
  await tx
    .deleteFrom('idempotency')
    .where('program_id', '=', programId)
    .where('principal', '=', id)
    .where('created_at', '<', sql<Date>`now() - interval '7 days'`)
    .execute()
}
