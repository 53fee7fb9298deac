import { Text, View } from '#components/primitives/index.ts'
import type { Order } from '#model/shop/orders.ts'
import { AmountRow, Amounts, Discounts, OrderLines, shownLines, Taxes } from '../kit/order-lines.tsx'
import type { OrderWords } from './words.ts'

interface OrderDetailsProps {
  readonly order: Order
  readonly words: OrderWords
  readonly money: (amountMinor: number) => string
  readonly when: (iso: string) => string
}

/** What was ordered, what it costs and how that was settled. */
export function OrderDetails({ order, words, money, when }: OrderDetailsProps) {
  const settled = settledWords(order, words)
  return (
    <View className="b-order-status__card">
      <OrderLines lines={shownLines(order.lines, money)} />
      <Amounts>
        {(order.discountMinor > 0 || order.delivery || order.tax?.mode === 'excluded') && (
          <>
            <AmountRow name={words.subtotal} amount={money(order.subtotalMinor)} />
            <Discounts bill={order} member={words.discount} money={money} />
          </>
        )}
        {order.delivery && <AmountRow name={words.deliveryFee} amount={money(order.delivery.feeMinor)} />}
        <Taxes bill={order} mode="excluded" words={words.tax} money={money} />
        <AmountRow kind="sum" name={words.total} amount={money(order.totalMinor)} />
        <Taxes bill={order} mode="included" words={words.tax} money={money} />
        {order.tip && <AmountRow kind="good" name={words.tip} amount={money(order.tip.amountMinor)} />}
        {order.refunds
          ?.filter(({ state }) => state !== 'failed')
          .map(({ amountMinor, atIso, state, reason }) => (
            <View key={atIso} className="b-order-status__refund">
              <AmountRow
                name={state === 'done' ? words.refundedPart : words.refundComing}
                amount={`−${money(amountMinor)}`}
              />
              <Text className="b-order-status__refund-reason">{reason}</Text>
            </View>
          ))}
      </Amounts>
      <View className="b-order-status__foot">
        <Text>
          {[`${words.ordered} ${when(order.placedAtIso ?? order.createdAtIso)}`, settled].filter(Boolean).join(' · ')}
        </Text>
        {order.pointsEarned > 0 && <Text className="b-order-status__points">{words.points(order.pointsEarned)}</Text>}
      </View>
    </View>
  )
}

function settledWords(order: Order, words: OrderWords): string {
  if (order.payStatus === 'paid') return words.paid
  if (order.payStatus === 'refunded') return words.refunded
  if (order.payStatus === 'part_refunded') return words.partRefunded
  const open = ['placed', 'accepted', 'preparing', 'ready', 'out_for_delivery', 'completed'].includes(order.status)
  if (!open || order.totalMinor === 0) return ''
  return order.channel === 'delivery' ? words.payAtDoor : words.payAtCounter
}
