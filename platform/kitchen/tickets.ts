/** A ticket per order and station: made when the shop accepts the order, and never again. */
import { sql } from 'kysely'
import type { OrderStatus } from '#model/shop/orders.ts'
import type { TicketStatus } from '#platform/contract/kitchen.ts'
import { uuidv7 } from '#platform/db/uuidv7.ts'
import { isCalledOff } from '#platform/orders/order-machine.ts'
import type { ShopTx } from '#platform/shop/scope.ts'

/** The tickets come along with an order that the counter moved. The order must be locked. */
export async function followOrder(at: ShopTx, orderId: string, to: OrderStatus): Promise<void> {
  if (to === 'accepted') await makeTickets(at, orderId)
  // Back from the counter, everything is made again, or made better.
  else if (to === 'preparing') await setTickets(at, orderId, ['new', 'done'], 'cooking')
  else if (to === 'ready' || to === 'completed') await setTickets(at, orderId, ['new', 'cooking'], 'done')
  else if (isCalledOff(to)) await setTickets(at, orderId, ['new', 'cooking', 'done'], 'cancelled')
}

async function makeTickets({ tx, programId, keys }: ShopTx, orderId: string): Promise<void> {
  const lines = await tx
    .selectFrom('order_line as l')
    .leftJoin('dish as d', (join) => join.onRef('d.program_id', '=', 'l.program_id').onRef('d.id', '=', 'l.dish_id'))
    .leftJoin('category as c', (join) =>
      join.onRef('c.program_id', '=', 'd.program_id').onRef('c.id', '=', 'd.category_id'),
    )
    .leftJoin('station as s', (join) =>
      join
        .onRef('s.program_id', '=', 'l.program_id')
        .on((eb) => eb('s.id', '=', eb.fn.coalesce('d.station_id', 'c.station_id'))),
    )
    .select(['l.seq', 's.id as stationId', 's.name as stationName'])
    .where('l.program_id', '=', programId)
    .where('l.order_id', '=', orderId)
    .orderBy('l.seq')
    .execute()
  const stations = new Map<string | null, { name: string; seqs: number[] }>()
  for (const { seq, stationId, stationName } of lines) {
    const known = stations.get(stationId)
    if (known) known.seqs.push(seq)
    else stations.set(stationId, { name: stationName ?? '', seqs: [seq] })
  }
  await tx
    .insertInto('kitchen_ticket')
    .values(
      [...stations].map(([stationId, { name, seqs }]) => ({
        ...keys,
        id: uuidv7(),
        order_id: orderId,
        station_id: stationId,
        station_name: name,
        line_seqs: seqs,
      })),
    )
    .execute()
}

async function setTickets(
  { tx, programId }: ShopTx,
  orderId: string,
  from: readonly TicketStatus[],
  to: TicketStatus,
): Promise<void> {
  await tx
    .updateTable('kitchen_ticket')
    .set({ status: to, changed_at: sql<Date>`now()` })
    .where('program_id', '=', programId)
    .where('order_id', '=', orderId)
    .where('status', 'in', from)
    .execute()
}
