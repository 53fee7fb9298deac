import { BellRing, Bike, Check, CookingPot, HandPlatter, X, type LucideIcon } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { IconButton } from '#editor/ui/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import type { MerchantOrder, OrderAction } from '#platform/contract/merchant.ts'
import { ageOf, beginMs } from '../rules/order-board.ts'
import { movesOf } from '../rules/order-rules.ts'
import { useCanWork, useMoney } from '../shop-context.ts'
import { OrderLines } from './order-lines.tsx'
import { OrderDue, OrderPlace, PayBadge, StatusBadge } from './order-facts.tsx'
import './order-card.css'

const icons: { readonly [Action in OrderAction]?: LucideIcon } = {
  accept: Check,
  prepare: CookingPot,
  ready: BellRing,
  'send-out': Bike,
  complete: HandPlatter,
}

export interface OrderCardProps {
  readonly order: MerchantOrder
  readonly nowMs: number
  /** Came a moment ago. */
  readonly isFresh: boolean
  /** A move is under way; the next has to wait for it. */
  readonly isMoving: boolean
  /** Was moved by keyboard: the focus comes along to its new column. */
  readonly isFollowed: boolean
  readonly onMove: (action: OrderAction, byKeyboard: boolean) => void
  readonly onOpen: () => void
  readonly onCallOff: () => void
}

/** One order, to be read from a metre away and moved on with one thumb. */
export function OrderCard({ order, nowMs, isFresh, isMoving, isFollowed, onMove, onOpen, onCallOff }: OrderCardProps) {
  const words = useWords()
  const money = useMoney()
  const canWork = useCanWork()
  const { forward, back } = movesOf(order)
  const number = order.number ?? 0
  const { minutes, urgency } = ageOf(order, nowMs)
  const Icon = forward ? icons[forward] : undefined
  const isOver = !forward
  return (
    <article
      className={`order-card order-card--${order.status} order-card--${urgency}${isFresh ? ' order-card--fresh' : ''}`}
      aria-label={words.console.order(number)}
    >
      <AriaButton className="order-card__head" onPress={onOpen}>
        <span className="order-card__number">{number}</span>
        <span className="order-card__where">
          <OrderPlace order={order} />
          {isOver ? null : <OrderDue order={order} nowMs={nowMs} />}
          {order.memberName ? <span className="order-card__member">{order.memberName}</span> : null}
        </span>
        {isOver ? (
          <StatusBadge status={order.status} />
        ) : beginMs(order) > nowMs ? null : (
          <span className="order-card__age">{words.console.minutes(minutes)}</span>
        )}
        <span className="ui-hidden">{words.console.openOrder(number)}</span>
      </AriaButton>
      {isOver ? null : <OrderLines lines={order.lines} />}
      <p className="order-card__pay">
        {isOver && order.payStatus === 'unpaid' ? null : <PayBadge order={order} />}
        <span className="ui-tabular">{money(order.totalMinor)}</span>
        {isOver ? (
          <span>{words.console.dishCount(order.lines.reduce((sum, line) => sum + line.quantity, 0))}</span>
        ) : null}
      </p>
      {order.reason ? <p className="order-card__reason">{order.reason}</p> : null}
      {forward && canWork ? (
        <div className="order-card__actions">
          <AriaButton
            className={`order-go order-go--${forward}`}
            aria-label={words.console.goNamed[forward](number)}
            isPending={isMoving}
            autoFocus={isFollowed}
            onPress={({ pointerType }) => onMove(forward, pointerType === 'keyboard')}
          >
            {Icon ? <Icon size={20} aria-hidden /> : null}
            {words.console.go[forward]}
          </AriaButton>
          {back ? (
            <IconButton
              label={words.console.goNamed[back](number)}
              icon={<X size={20} aria-hidden />}
              isDisabled={isMoving}
              onPress={onCallOff}
            />
          ) : null}
        </div>
      ) : null}
    </article>
  )
}
