import { sql } from 'kysely'
import { ticketMoves } from '#platform/contract/kitchen.ts'
import type { MoveTicketInput, TicketStatus } from '#platform/contract/kitchen.ts'
import { lockOrder, moveOrder } from '#platform/orders/change-order.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import { isId } from '#platform/shop/scope.ts'
import type { ShopTx } from '#platform/shop/scope.ts'

/**
 * Moves one ticket a step on, or a step back. The first that is begun makes the order `preparing`, the last that is done makes
 * it `ready`, and one that is called back from a ready order takes it back to the kitchen.
 * @throws ShopRefusal `not-found`; `conflict` when it is not as the cook saw it, or cannot go there
 */
export async function moveTicket(
  at: ShopTx,
  { orderId, ticketId }: { readonly orderId: string; readonly ticketId: string },
  { from, to }: Pick<MoveTicketInput, 'from' | 'to'>,
  actor: string,
): Promise<{ ticketId: string }> {
  const order = await lockOrder(at, orderId)
  if (!order || !(await hasTicket(at, orderId, ticketId)))
    throw new ShopRefusal('not-found', 'There is no such ticket', [ticketId])
  if (!ticketMoves[from].includes(to))
    throw new ShopRefusal('conflict', `A ticket that is ${from} cannot become ${to}`, [ticketId])
  if (order.status !== 'accepted' && order.status !== 'preparing' && order.status !== 'ready')
    throw new ShopRefusal('conflict', `The order is ${order.status}`, [ticketId])
  const moved = await at.tx
    .updateTable('kitchen_ticket')
    .set({ status: to, changed_at: sql<Date>`now()` })
    .where('program_id', '=', at.programId)
    .where('id', '=', ticketId)
    .where('status', '=', from)
    .returning('id')
    .executeTakeFirst()
  if (!moved) throw new ShopRefusal('conflict', 'Somebody else was faster', [ticketId])
  const next = orderAfter(order.status, await loadStatuses(at, orderId))
  if (next !== order.status) await moveOrder(at, order, next, actor, '')
  else await bumpVersion(at, orderId)
  return { ticketId }
}

/** Where an order stands whose tickets stand so. */
function orderAfter(status: 'accepted' | 'preparing' | 'ready', tickets: readonly TicketStatus[]) {
  if (tickets.every((ticket) => ticket === 'done')) return 'ready'
  // What was begun once does not become untouched by laying one ticket aside.
  return status === 'accepted' && tickets.every((ticket) => ticket === 'new') ? 'accepted' : 'preparing'
}

async function hasTicket({ tx, programId }: ShopTx, orderId: string, ticketId: string): Promise<boolean> {
  if (!isId(ticketId)) return false
  const ticket = await tx
    .selectFrom('kitchen_ticket')
    .select('id')
    .where('program_id', '=', programId)
    .where('order_id', '=', orderId)
    .where('id', '=', ticketId)
    .executeTakeFirst()
  return ticket !== undefined
}

async function loadStatuses({ tx, programId }: ShopTx, orderId: string): Promise<readonly TicketStatus[]> {
  const rows = await tx
    .selectFrom('kitchen_ticket')
    .select('status')
    .where('program_id', '=', programId)
    .where('order_id', '=', orderId)
    .execute()
  return rows.map(({ status }) => status)
}

async function bumpVersion(at: ShopTx, orderId: string): Promise<void> {
  await at.tx
    .updateTable('shop_order')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('program_id', '=', at.programId)
    .where('id', '=', orderId)
    .execute()
  at.emit('order', orderId)
}
