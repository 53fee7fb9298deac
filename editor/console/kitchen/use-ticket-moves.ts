import { useCallback, useState } from 'react'
import { api, hope, queryCache, useMutation } from '#editor/api/index.ts'
import { showToast } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { wordsNow } from '#editor/words/use-words.ts'
import type { TicketStatus } from '#platform/contract/kitchen.ts'
import type { MerchantOrder } from '#platform/contract/merchant.ts'
import { keys } from '../keys.ts'
import type { Ticket } from '../rules/kitchen.ts'
import { withChanged, withNewer } from '../rules/newer.ts'
import { useShop } from '../shop-context.ts'

interface TicketMove extends Ticket {
  readonly to: TicketStatus
  readonly requestId: string
}

/** The next button appears where the last one was: long enough that a double tap is not two moves. */
const restMs = 400

/** Moves tickets, shown at once and put back with a sentence when the server says no. One ticket, one move at a time. */
export function useTicketMoves() {
  const { program } = useShop()
  const list = keys.orders(program.id)
  const [moving, setMoving] = useState<ReadonlySet<string>>(new Set())
  const { run } = useMutation(
    ({ order, ticket, to, requestId }: TicketMove) =>
      api.moveTicket(program.id, order.id, ticket.id, { requestId, from: ticket.status, to }),
    {
      hope: ({ order, ticket, to }) => [
        hope<MerchantOrder[]>(list, (orders) =>
          withChanged(orders, order.id, (shown) =>
            shown.version === order.version ? withTicket(shown, ticket.id, to) : shown,
          ),
        ),
      ],
      onDone: (order) => queryCache.tell<MerchantOrder[]>(list, (orders) => withNewer(orders, order)),
      onFailed: (failure) => {
        showToast({ text: failureText(failure, wordsNow()), tone: 'bad' })
        if (failure.code !== 'offline') void queryCache.refresh(list)
      },
    },
  )
  const move = useCallback(
    (each: Ticket, to: TicketStatus) => {
      const { id } = each.ticket
      setMoving((ids) => new Set([...ids, id]))
      const rest = new Promise((resolve) => setTimeout(resolve, restMs))
      void Promise.all([run({ ...each, to, requestId: crypto.randomUUID() }), rest]).then(() =>
        setMoving((ids) => new Set([...ids].filter((other) => other !== id))),
      )
    },
    [run],
  )
  return { move, moving }
}

function withTicket(order: MerchantOrder, ticketId: string, status: TicketStatus): MerchantOrder {
  const sinceIso = new Date().toISOString()
  const tickets = order.tickets?.map((each) => (each.id === ticketId ? { ...each, status, sinceIso } : each))
  return tickets ? { ...order, tickets } : order
}
