/** Events are rows written in the transaction they tell about, so none is lost and none is told of what was undone. */
import { sql } from 'kysely'
import type { ShopEventType } from '#platform/db/commerce-tables.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { queueDeliveries } from '#platform/webhooks/queue-deliveries.ts'

/** The channel that wakes every process; the payload is the program's id. */
export const eventChannel = 'shop_event'

/** How many events of a shop are kept for consoles that were away. */
const keptEvents = 5000

/** The last thing a transaction does: it holds the shop's event cursor until the commit. */
export async function appendEvents(
  { tx, keys, programId }: Pick<ShopTx, 'tx' | 'keys' | 'programId'>,
  events: readonly { readonly type: ShopEventType; readonly subjectId: string }[],
): Promise<void> {
  if (events.length === 0) return
  const cursor = await tx
    .insertInto('shop_event_cursor')
    .values({ ...keys, last_seq: events.length })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'program_id'])
        .doUpdateSet((eb) => ({ last_seq: eb('shop_event_cursor.last_seq', '+', events.length) })),
    )
    .returning('last_seq')
    .executeTakeFirstOrThrow()
  const first = cursor.last_seq - events.length + 1
  await tx
    .insertInto('shop_event')
    .values(events.map(({ type, subjectId }, index) => ({ ...keys, seq: first + index, type, subject_id: subjectId })))
    .execute()
  await tx
    .deleteFrom('shop_event')
    .where('program_id', '=', programId)
    .where('seq', '<=', cursor.last_seq - keptEvents)
    .execute()
  await queueDeliveries({ tx, programId }, first)
  await sql`SELECT pg_notify(${eventChannel}, ${programId})`.execute(tx)
}
