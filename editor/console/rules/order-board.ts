import type { MerchantOrder } from '#platform/contract/merchant.ts'
import { boardColumns, columnOf, type BoardColumn } from './order-rules.ts'

export type Board = { readonly [Column in BoardColumn]: readonly MerchantOrder[] }

/** What has to be begun first stands first; in Done, what was finished last does. */
export function arrangeBoard(orders: readonly MerchantOrder[]): Board {
  const board: { [Column in BoardColumn]: MerchantOrder[] } = { new: [], preparing: [], ready: [], done: [] }
  for (const order of orders) {
    const column = columnOf(order.status)
    if (column) board[column].push(order)
  }
  for (const column of boardColumns) {
    if (column === 'done') board.done.sort((a, b) => lastChangeMs(b) - lastChangeMs(a) || compareIds(b, a))
    else board[column].sort((a, b) => beginMs(a) - beginMs(b) || compareIds(a, b))
  }
  return board
}

export function placedMs(order: MerchantOrder): number {
  return Date.parse(order.placedAtIso ?? order.createdAtIso)
}

/** An order for later is nobody's business before this much of its time is left. */
const cookingMs = 30 * 60_000

/** From when on the shop is waited for: the moment it was placed, or somewhat before the time it was asked for. */
export function beginMs(order: MerchantOrder): number {
  const { promise } = order
  return promise && !promise.isAsap ? Math.max(placedMs(order), Date.parse(promise.atIso) - cookingMs) : placedMs(order)
}

export function lastChangeMs(order: MerchantOrder): number {
  const last = order.timeline.at(-1)
  return last ? Date.parse(last.atIso) : placedMs(order)
}

function compareIds(a: MerchantOrder, b: MerchantOrder): number {
  return a.id < b.id ? -1 : 1
}

export type Urgency = 'calm' | 'late' | 'very-late'

/** Minutes until a card turns amber, and red. A ready order waits on the counter and gets cold, so it counts anew. */
const patienceMinutes: { readonly [Column in BoardColumn]: readonly [late: number, veryLate: number] } = {
  new: [3, 6],
  preparing: [12, 20],
  ready: [5, 10],
  done: [Infinity, Infinity],
}

/** How long the customer has been waiting for the next step, and whether that is too long. */
export function ageOf(order: MerchantOrder, nowMs: number): { readonly minutes: number; readonly urgency: Urgency } {
  const column = columnOf(order.status) ?? 'done'
  const sinceMs = column === 'ready' || column === 'done' ? lastChangeMs(order) : beginMs(order)
  const minutes = Math.max(0, Math.floor((nowMs - sinceMs) / 60_000))
  const [late, veryLate] = patienceMinutes[column]
  if (column === 'preparing' && order.promise) return { minutes, urgency: urgencyBy(order.promise.atIso, nowMs) }
  return { minutes, urgency: minutes >= veryLate ? 'very-late' : minutes >= late ? 'late' : 'calm' }
}

/** So long before the promised time a card turns amber; red when it is broken. */
const closeMs = 5 * 60_000

function urgencyBy(promisedIso: string, nowMs: number): Urgency {
  const leftMs = Date.parse(promisedIso) - nowMs
  return leftMs < 0 ? 'very-late' : leftMs < closeMs ? 'late' : 'calm'
}
