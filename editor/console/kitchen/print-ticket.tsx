import { useEffect, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { timeText } from '#components/kit/shop-time.ts'
import { useWords } from '#editor/words/use-words.ts'
import type { Ticket } from '../rules/kitchen.ts'
import { useShop } from '../shop-context.ts'

/** Prints one ticket on a roll, and nothing else of the screen. */
export function usePrintTicket(): { readonly paper: ReactNode; readonly print: (ticket: Ticket) => void } {
  const [ticket, setTicket] = useState<Ticket>()
  useEffect(() => {
    if (!ticket) return
    const done = () => setTicket(undefined)
    window.addEventListener('afterprint', done)
    window.print()
    return () => window.removeEventListener('afterprint', done)
  }, [ticket])
  return {
    paper: ticket ? createPortal(<Paper {...ticket} />, document.body) : null,
    print: setTicket,
  }
}

function Paper({ order, ticket, lines }: Ticket) {
  const words = useWords()
  const { timeZone } = useShop().settings
  const place = order.tableLabel ? words.console.table(order.tableLabel) : words.console.pickup
  return (
    <div className="ticket-print" aria-hidden>
      <style>{'@page{margin:4mm}'}</style>
      <p className="ticket-print__head">
        <b>{order.number}</b>
        <span>{place}</span>
      </p>
      <p>
        {[
          ticket.stationName,
          timeText(order.placedAtIso ?? order.createdAtIso, timeZone),
          order.promise ? words.ordering.ticketFor(timeText(order.promise.atIso, timeZone)) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <ul>
        {lines.map((line, at) => (
          <li key={`${line.dishId}-${at}`}>
            <b>
              {line.quantity} × {line.name} {line.variantName}
            </b>
            {line.modifiers.map(({ name, quantity }) => (
              <span key={name}>{quantity > 1 ? `+ ${name} ×${quantity}` : `+ ${name}`}</span>
            ))}
            {line.note ? <em>! {line.note}</em> : null}
          </li>
        ))}
      </ul>
    </div>
  )
}
