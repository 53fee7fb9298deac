import { Armchair, Banknote, Bike, CircleCheck, CircleX, Clock, RotateCcw, ShoppingBag } from 'lucide-react'
import { Badge } from '#editor/ui/index.ts'
import { useLanguage, useWords } from '#editor/words/use-words.ts'
import { whenText } from '#components/kit/shop-time.ts'
import type { OrderStatus } from '#model/shop/orders.ts'
import type { MerchantOrder } from '#platform/contract/merchant.ts'
import { useShop } from '../shop-context.ts'

/** The table, or that it is fetched. */
export function OrderPlace({ order }: { readonly order: MerchantOrder }) {
  const words = useWords()
  if (order.channel === 'delivery')
    return (
      <span className="order-place order-place--pickup">
        <Bike size={18} aria-hidden />
        {order.delivery?.zoneName ?? words.ordering.delivery}
      </span>
    )
  return order.channel === 'dine_in' ? (
    <span className="order-place">
      <Armchair size={18} aria-hidden />
      {order.tableLabel ? words.console.table(order.tableLabel) : words.console.dineIn}
    </span>
  ) : (
    <span className="order-place order-place--pickup">
      <ShoppingBag size={18} aria-hidden />
      {words.console.pickup}
    </span>
  )
}

/** When it was promised; nothing for what is eaten here. */
export function OrderDue({ order, nowMs }: { readonly order: MerchantOrder; readonly nowMs: number }) {
  const words = useWords()
  const language = useLanguage()
  const { timeZone } = useShop().settings
  if (!order.promise) return null
  const when = whenText(order.promise.atIso, timeZone, language, nowMs)
  return (
    <span className={`order-due${order.promise.isAsap ? '' : ' order-due--chosen'}`}>
      <Clock size={14} aria-hidden />
      {words.console.dueAt(when)}
    </span>
  )
}

/** Whether the money is there. */
export function PayBadge({ order }: { readonly order: MerchantOrder }) {
  const words = useWords()
  const text = words.console.pay[order.payStatus]
  switch (order.payStatus) {
    case 'paid':
      return (
        <Badge tone="good" icon={<CircleCheck size={14} aria-hidden />}>
          {text}
        </Badge>
      )
    case 'unpaid':
      return (
        <Badge tone="warn" icon={<Banknote size={14} aria-hidden />}>
          {text}
        </Badge>
      )
    case 'pending':
      return (
        <Badge tone="warn" icon={<Clock size={14} aria-hidden />}>
          {text}
        </Badge>
      )
    case 'failed':
      return (
        <Badge tone="bad" icon={<CircleX size={14} aria-hidden />}>
          {text}
        </Badge>
      )
    case 'refunded':
    case 'part_refunded':
      return <Badge icon={<RotateCcw size={14} aria-hidden />}>{text}</Badge>
  }
}

const tones: { readonly [Status in OrderStatus]?: 'good' | 'bad' | 'accent' } = {
  placed: 'accent',
  completed: 'good',
  rejected: 'bad',
  cancelled: 'bad',
}

export function StatusBadge({ status }: { readonly status: OrderStatus }) {
  const words = useWords()
  return <Badge tone={tones[status] ?? 'plain'}>{words.console.status[status]}</Badge>
}
