import { sql } from 'kysely'
import type { ShopTx } from '#platform/shop/scope.ts'

/**
 * Writes down, in the transaction that the events tell about, whom to tell: nothing is told of what was undone, and nothing
 * that happened is forgotten.
 * @param firstSeq - of the events that this transaction just wrote
 */
export async function queueDeliveries({ tx, programId }: Pick<ShopTx, 'tx' | 'programId'>, firstSeq: number) {
  await sql`
    WITH queued AS (
      INSERT INTO webhook_delivery (tenant_id, id, endpoint_id, program_id, event_seq, type, subject_id)
      SELECT e.tenant_id, gen_random_uuid(), e.id, v.program_id, v.seq, v.type, v.subject_id
      FROM webhook_endpoint e
      JOIN shop_event v ON v.tenant_id = e.tenant_id AND v.program_id = ${programId} AND v.seq >= ${firstSeq}
      WHERE e.is_on AND v.type = ANY (e.events)
      RETURNING tenant_id, program_id, id
    )
    INSERT INTO shop_timer (id, tenant_id, program_id, kind, subject_id, due_at)
    SELECT gen_random_uuid(), tenant_id, program_id, 'webhook', id, now() FROM queued`.execute(tx)
}
