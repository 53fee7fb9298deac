import './order-status.css'
import { useState } from 'react'
import { Button, Icon, Text, View } from '#components/primitives/index.ts'
import type { Order } from '#model/shop/orders.ts'
import type { ShopFailureCode } from '#model/shop/failure.ts'
import { createAskOnce } from '../kit/ask-once.ts'
import { failureWords } from '../kit/failure-words.ts'
import type { Host } from '../kit/host.ts'
import { formatMoney } from '../kit/money.ts'
import { Price } from '../kit/price.tsx'
import { whenText } from '../kit/shop-time.ts'
import { FailedBox } from '../kit/failed-box.tsx'
import type { BlockEnv, BlockViewProps } from '../kit/view.ts'
import { wordsFor } from '../kit/words.ts'
import type { OrderStatusProps } from './definition.ts'
import { OrderDetails } from './order-details.tsx'
import { OrderSkeleton } from './order-skeleton.tsx'
import { OrderSteps } from './order-steps.tsx'
import { canPay, isComing, phaseOf, type Phase } from './progress.ts'
import { orderWords, type OrderWords } from './words.ts'

export function OrderStatusView({ data, host, env }: BlockViewProps<OrderStatusProps>) {
  const { order, shop } = data
  if (order.status === 'failed') return <FailedBox env={env} code={order.code} retry={order.retry} />
  if (order.status === 'loading') return <OrderSkeleton env={env} />
  const known = shop.status === 'ready' ? shop.value : null
  return (
    <FollowedOrder
      order={order.value}
      // Until the shop is known, times are told as on the visitor's own clock.
      timeZone={known?.timeZone}
      phone={known?.phone ?? ''}
      host={host}
      env={env}
    />
  )
}

interface FollowedOrderProps {
  readonly order: Order
  readonly timeZone: string | undefined
  readonly phone: string
  readonly host: Host
  readonly env: BlockEnv
}

function FollowedOrder({ order, timeZone, phone, host, env }: FollowedOrderProps) {
  const words = wordsFor(env.language, orderWords)
  const phase = phaseOf(order)
  const headline = headlineOf(order, phase, words)
  const money = (amountMinor: number) => formatMoney(amountMinor, order.currency, env.language)
  const when = (iso: string) => (timeZone ? whenText(iso, timeZone, env.language, env.nowMs) : '')
  const ended = phase === 'rejected' || phase === 'cancelled' || phase === 'expired'
  const alive = env.mode !== 'canvas'
  return (
    <View className="b-order-status">
      <View className={`b-order-status__hero b-order-status__hero--${phase}`}>
        <View className="b-order-status__mark" key={phase}>
          <Icon
            name={(phase === 'ready' && order.channel === 'pickup' && 'bag') || markOf[phase] || 'check'}
            size={28}
          />
        </View>
        <View className="b-order-status__headline" ariaLive="polite" ariaAtomic>
          <Text ariaRole="heading" ariaLevel={2} className="b-order-status__title">
            {headline.title}
          </Text>
          <Text className="b-order-status__next">{headline.next}</Text>
        </View>
        {order.reason && (
          <View className="b-order-status__reason">
            <Text className="b-order-status__label">{words.reason}</Text>
            <Text>{order.reason}</Text>
          </View>
        )}
        {order.number !== null ? (
          <View className={`b-order-status__number${ended ? ' b-order-status__number--ended' : ''}`}>
            <Text className="b-order-status__label">{words.number}</Text>
            <Text className="b-order-status__figures">{order.number}</Text>
          </View>
        ) : (
          <View className="b-order-status__number">
            <Text className="b-order-status__label">{words.total}</Text>
            <Price
              className="b-order-status__amount"
              amountMinor={order.totalMinor}
              currency={order.currency}
              env={env}
            />
          </View>
        )}
        <Text className="b-order-status__place">
          {[
            order.channel === 'dine_in' ? words.dineIn : words[order.channel],
            order.tableLabel && words.table(order.tableLabel),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        {order.promise && isComing(order) && when(order.promise.atIso) && (
          <View className="b-order-status__promise">
            <Icon name="clock" />
            <Text>{promiseWords(order, words)(when(order.promise.atIso))}</Text>
          </View>
        )}
        {canPay(order) && <PayAgain order={order} label={words.pay} opening={words.opening} host={host} env={env} />}
        <OrderSteps order={order} words={words} when={when} />
      </View>
      <OrderDetails order={order} words={words} money={money} when={when} />
      {order.receipt && (
        <Button
          className="b-order-status__call"
          onClick={alive ? () => host.open({ kind: 'web', url: order.receipt?.url ?? '' }) : undefined}
        >
          <Icon name="receipt" />
          <Text>{words.receipt}</Text>
        </Button>
      )}
      {phone && (
        <Button className="b-order-status__call" onClick={alive ? () => host.call(phone) : undefined}>
          <Icon name="phone" />
          <Text>{words.callShop}</Text>
        </Button>
      )}
    </View>
  )
}

function headlineOf(order: Order, phase: Phase, words: OrderWords) {
  if (phase === 'ready') return words.ready[order.channel]
  return phase === 'completed' && order.channel === 'delivery' ? words.delivered : words.phases[phase]
}

function promiseWords({ channel, promise }: Order, words: OrderWords): (when: string) => string {
  if (channel === 'delivery') return words.arrives
  return promise?.isAsap ? words.promisedAsap : words.promised
}

const markOf: { readonly [phase: string]: string } = {
  'to-pay': 'wallet',
  'pay-pending': 'clock',
  'pay-failed': 'alert',
  refunded: 'wallet',
  accepted: 'check',
  preparing: 'clock',
  out_for_delivery: 'map-pin',
  completed: 'check',
  rejected: 'close',
  cancelled: 'close',
  expired: 'clock',
}

interface PayAgainProps {
  readonly order: Order
  readonly label: string
  readonly opening: string
  readonly host: Host
  readonly env: BlockEnv
}

/** Leads to the cashier for an order whose payment is still open. */
function PayAgain({ order, label, opening, host, env }: PayAgainProps) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ShopFailureCode | null>(null)
  const [askOnce] = useState(() => createAskOnce(host))
  const pay = async () => {
    setBusy(true)
    setFailure(null)
    // The version makes a new attempt after each failed one, and one attempt only in between.
    const answer = await askOnce(({ orderId }, key) => host.shop.payOrder(orderId, key), {
      orderId: order.id,
      version: order.version,
    })
    setBusy(false)
    if (answer.ok) host.pay(answer.value)
    else setFailure(answer.failure.code)
  }
  return (
    <>
      <Button
        className="b-order-status__pay"
        disabled={busy}
        ariaBusy={busy}
        onClick={env.mode === 'canvas' ? undefined : () => void pay()}
      >
        <Text>{busy ? opening : label}</Text>
      </Button>
      {failure && (
        <Text className="b-order-status__failure" ariaRole="alert">
          {failureWords(failure, env.language)}
        </Text>
      )}
    </>
  )
}
