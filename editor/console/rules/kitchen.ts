import type { KitchenTicket } from '#platform/contract/kitchen.ts'
import type { MerchantOrder } from '#platform/contract/merchant.ts'
import { beginMs } from './order-board.ts'

/** A ticket with the order that it is of. */
export interface Ticket {
  readonly order: MerchantOrder
  readonly ticket: KitchenTicket
  readonly lines: MerchantOrder['lines']
}

export interface Kitchen {
  /** New ones and those being made; what has to be begun first stands first. */
  readonly open: readonly Ticket[]
  /** Those that can still be called back, the last one first. */
  readonly done: readonly Ticket[]
}

/** A station's id, `none` for dishes of no station, or all of them. */
export type StationChoice = string

const allStations = 'all'
const mostDone = 8

/** What a screen at this station shows. */
export function arrangeKitchen(orders: readonly MerchantOrder[], station: StationChoice): Kitchen {
  const all = orders.flatMap((order) =>
    (order.tickets ?? [])
      .filter(({ stationId }) => station === allStations || (stationId ?? 'none') === station)
      .map((ticket) => ({ order, ticket, lines: ticket.lines.flatMap((at) => order.lines[at] ?? []) })),
  )
  const open = all.filter(({ ticket }) => ticket.status === 'new' || ticket.status === 'cooking')
  const done = all.filter(({ order, ticket }) => ticket.status === 'done' && canRecall(order))
  return {
    open: open.toSorted((a, b) => beginMs(a.order) - beginMs(b.order) || compare(a, b)),
    done: done
      .toSorted((a, b) => Date.parse(b.ticket.sinceIso) - Date.parse(a.ticket.sinceIso) || compare(b, a))
      .slice(0, mostDone),
  }
}

/** Stations that a screen may be at: those there are, and whatever open tickets are of. */
export function stationChoices(
  stations: readonly { readonly id: string; readonly name: string }[],
  orders: readonly MerchantOrder[],
): readonly { readonly value: StationChoice; readonly name: string | null }[] {
  const names = new Map<StationChoice, string | null>(stations.map(({ id, name }) => [id, name]))
  for (const { ticket } of arrangeKitchen(orders, allStations).open) {
    const value = ticket.stationId ?? 'none'
    if (!names.has(value)) names.set(value, ticket.stationId === null ? null : ticket.stationName)
  }
  return [...names].map(([value, name]) => ({ value, name }))
}

/** What was handed over already is not made again. */
function canRecall({ status }: MerchantOrder): boolean {
  return status === 'preparing' || status === 'ready'
}

function compare(a: Ticket, b: Ticket): number {
  return a.ticket.id < b.ticket.id ? -1 : 1
}
