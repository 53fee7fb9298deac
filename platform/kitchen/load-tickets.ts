import type { KitchenTicket } from '#platform/contract/kitchen.ts'
import type { ShopTx } from '#platform/shop/scope.ts'

/** By order, as they were made: in the order of the first line of each. */
export async function loadTickets(
  { tx, programId }: Pick<ShopTx, 'tx' | 'programId'>,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, readonly KitchenTicket[]>> {
  const rows = await tx
    .selectFrom('kitchen_ticket')
    .selectAll()
    .where('program_id', '=', programId)
    .where('order_id', 'in', orderIds)
    .orderBy('id')
    .execute()
  const byOrder = new Map<string, KitchenTicket[]>()
  for (const row of rows) {
    const ticket: KitchenTicket = {
      id: row.id,
      stationId: row.station_id,
      stationName: row.station_name,
      status: row.status,
      lines: row.line_seqs,
      sinceIso: row.changed_at.toISOString(),
    }
    const known = byOrder.get(row.order_id)
    if (known) known.push(ticket)
    else byOrder.set(row.order_id, [ticket])
  }
  return byOrder
}
