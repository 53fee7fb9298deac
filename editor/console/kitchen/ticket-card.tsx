import { Check, CookingPot, Printer, Undo2 } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { IconButton } from '#editor/ui/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import type { TicketStatus } from '#platform/contract/kitchen.ts'
import { OrderDue, OrderPlace } from '../orders/order-facts.tsx'
import { OrderLines } from '../orders/order-lines.tsx'
import type { Ticket } from '../rules/kitchen.ts'
import { ageOf, beginMs } from '../rules/order-board.ts'
import { useCanWork } from '../shop-context.ts'

export interface TicketCardProps {
  readonly shown: Ticket
  readonly nowMs: number
  readonly isMoving: boolean
  /** Said where several stations are in sight. */
  readonly stationName: string | null
  readonly onMove: (to: TicketStatus) => void
  readonly onPrint: () => void
}

/** What a station makes of one order, to be read from where the cook stands. */
export function TicketCard({ shown, nowMs, isMoving, stationName, onMove, onPrint }: TicketCardProps) {
  const { ordering, console } = useWords()
  const canWork = useCanWork()
  const { order, ticket, lines } = shown
  const number = order.number ?? 0
  const { minutes, urgency } = ageOf({ ...order, status: 'preparing' }, nowMs)
  const isCooking = ticket.status === 'cooking'
  return (
    <article
      className={`order-card order-card--${urgency} ticket${isCooking ? ' ticket--cooking' : ''}`}
      aria-label={[console.order(number), stationName].filter(Boolean).join(', ')}
    >
      <header className="ticket__head">
        <span className="order-card__number">{number}</span>
        <span className="order-card__where">
          <OrderPlace order={order} />
          <OrderDue order={order} nowMs={nowMs} />
          {stationName ? <span className="order-card__member">{stationName}</span> : null}
        </span>
        {beginMs(order) > nowMs ? null : <span className="order-card__age">{console.minutes(minutes)}</span>}
      </header>
      <OrderLines lines={lines} />
      <div className="order-card__actions">
        {canWork ? (
          <AriaButton
            className={`order-go order-go--${isCooking ? 'complete' : 'accept'}`}
            aria-label={(isCooking ? ordering.finishNamed : ordering.startNamed)(number)}
            isPending={isMoving}
            onPress={() => onMove(isCooking ? 'done' : 'cooking')}
          >
            {isCooking ? <Check size={20} aria-hidden /> : <CookingPot size={20} aria-hidden />}
            {isCooking ? ordering.finish : ordering.start}
          </AriaButton>
        ) : null}
        {canWork && isCooking ? (
          <IconButton
            label={ordering.layAsideNamed(number)}
            icon={<Undo2 size={20} aria-hidden />}
            isDisabled={isMoving}
            onPress={() => onMove('new')}
          />
        ) : null}
        <IconButton label={ordering.printTicket(number)} icon={<Printer size={20} aria-hidden />} onPress={onPrint} />
      </div>
    </article>
  )
}
