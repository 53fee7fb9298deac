import { Button, Icon, Text, View } from '#components/primitives/index.ts'
import type { Order } from '#model/shop/orders.ts'
import { Price } from '../kit/price.tsx'
import { whenText } from '../kit/shop-time.ts'
import type { BlockEnv } from '../kit/view.ts'
import { ownOrdersWords, type OwnOrdersWords } from './words.ts'

interface OrderRowProps {
  readonly order: Order
  /** Undefined until the shop is known. */
  readonly timeZone: string | undefined
  readonly env: BlockEnv
  readonly onOpen: (() => void) | undefined
}

/** One order at a glance: what it was, where it stands, when and how much. */
export function OrderRow({ order, timeZone, env, onOpen }: OrderRowProps) {
  const words = ownOrdersWords(env)
  const when = (iso: string) => (timeZone ? whenText(iso, timeZone, env.language, env.nowMs) : '')
  const what = dishesOf(order, words)
  const isOpen = openStatuses.has(order.status)
  const place =
    order.channel !== 'dine_in' ? words[order.channel] : order.tableLabel ? words.table(order.tableLabel) : words.dineIn
  const due = isOpen && order.promise ? words.readyAt(when(order.promise.atIso)) : ''
  return (
    <Button className="b-own-orders__order" onClick={onOpen}>
      <View className="b-own-orders__about">
        <View className="b-own-orders__head">
          <Text className={`b-own-orders__status${isOpen ? ' b-own-orders__status--open' : ''}`}>
            {statusText(order, words)}
          </Text>
          {order.number !== null && <Text className="b-own-orders__number">{words.number(order.number)}</Text>}
        </View>
        <Text className="b-own-orders__what">{what}</Text>
        <Text className="b-own-orders__small">
          {[place, due || when(order.placedAtIso ?? order.createdAtIso)].filter(Boolean).join(' · ')}
        </Text>
      </View>
      <Price className="b-own-orders__price" amountMinor={order.totalMinor} currency={order.currency} env={env} />
      <Icon name="chevron-right" />
    </Button>
  )
}

const openStatuses: ReadonlySet<Order['status']> = new Set([
  'draft',
  'placed',
  'accepted',
  'preparing',
  'ready',
  'out_for_delivery',
])

function statusText({ status, payStatus }: Order, words: OwnOrdersWords): string {
  if (payStatus === 'refunded' && status !== 'draft') return words.paidBack
  if (payStatus === 'part_refunded') return words.partPaidBack
  return words.status[status]
}

function dishesOf({ lines }: Order, words: OwnOrdersWords): string {
  const [first, ...others] = lines
  if (!first) return ''
  return others.length === 0 ? first.name : words.andMore(first.name, others.length)
}
