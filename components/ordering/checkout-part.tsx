import { useEffect, useRef, useState } from 'react'
import { Button, Input, Label, ScrollView, scrollToId, Text, View } from '#components/primitives/index.ts'
import type { OrderChannel, PlacedOrder, PlaceOrderRequest } from '#model/shop/orders.ts'
import type { Host } from '../kit/host.ts'
import { SignInLine, useCustomer } from '../kit/sign-in.tsx'
import { usePart } from '../kit/use-part.ts'
import { subtract } from './cart-order.ts'
import { type Cart, estimateMinor } from './cart.ts'
import { cartWords } from './cart-words.ts'
import { type Checkout, type CheckoutState, createCheckout, isLater } from './checkout.ts'
import type { CouponChoiceProps } from './coupon-choice.tsx'
import { MenuPrice } from './price.tsx'
import { PayOption, tableAreaId, TableChoice } from './checkout-choices.tsx'
import { Alert, Refusal } from './refusal.tsx'
import { QuoteLines } from './quote-lines.tsx'
import type { MenuScene } from './scene.ts'
import { sheetWords } from './sheet-words.ts'
import type { DeliveryLineProps } from './delivery-line.tsx'
import type { TimeChoiceProps } from './time-choice.tsx'

export interface CheckoutPartProps {
  readonly nodeId: string
  readonly scene: MenuScene
  readonly host: Host
  readonly cart: Cart
  readonly change: (next: (cart: Cart) => Cart) => void
  readonly onClose: () => void
}

const loadCoupons = () => import('./coupon-choice.tsx').then((it) => it.CouponChoice)
const loadDelivery = () => import('./delivery-line.tsx').then((it) => it.DeliveryLine)
const loadTimes = () => import('./time-choice.tsx').then((it) => it.TimeChoice)

const start: CheckoutState = { busy: 'pricing', quote: null, failure: null, before: null, unsure: false }

/** What the checkout's sheet holds, from cart to order on one screen: where it goes, what it costs, how it is paid. */
export function CheckoutPart({ nodeId, scene, host, cart, change, onClose }: CheckoutPartProps) {
  const { props, shop } = scene
  // Nobody sits in a closed shop; what is carried away can be ordered for later.
  const channels = scene.ahead ? scene.channels.filter((each) => each !== 'dine_in') : scene.channels
  const own = sheetWords(scene.env)
  const [state, setState] = useState(start)
  const [channel, setChannel] = useState<OrderChannel>(channels[0] ?? 'pickup')
  const [tableId, setTableId] = useState<string | null>(null)
  const [knownTable, setKnownTable] = useState(false)
  const [payAt, setPayAt] = useState<PlaceOrderRequest['payAt']>('online')
  const [phone, setPhone] = useState('')
  const [couponId, setCouponId] = useState<string | null>()
  const [readyAt, setReadyAt] = useState<string | null>(null)
  const [ready, setReady] = useState(false)
  const placed = useRef((_result: PlacedOrder, _ordered: Cart) => {})
  placed.current = ({ order, payment }, ordered) => {
    change((now) => subtract(now, ordered))
    onClose()
    if (payment) host.pay(payment)
    else host.openOrder(order.id)
  }
  const [checkout] = useState<Checkout>(() =>
    createCheckout(host, setState, (result, ordered) => placed.current(result, ordered)),
  )

  useEffect(() => {
    void host.storage.get('table').then(async (stored) => {
      // Whoever came by the code on a table sits there.
      if (shop.tables.some((table) => table.id === stored) && channels.includes('dine_in')) {
        setTableId(String(stored))
        setKnownTable(true)
      }
      const way = await host.storage.get('channel')
      const kept = channels.find((each) => each === way)
      if (kept && stored === undefined) setChannel(kept)
      await checkout.resume()
      setReady(true)
    })
    return () => checkout.close()
  }, [])

  const customer = useCustomer(host)
  useEffect(() => setPhone((typed) => typed || (customer?.phone ?? '')), [customer])

  const atTable = channel === 'dine_in'
  const wantsTable = atTable && tableId === null
  const { quote, failure, before, busy, unsure } = state
  const known = wantsTable ? null : quote
  const free = known?.totalMinor === 0
  const again = failure !== null && !known && !unsure
  const price = () => checkout.price(channel, atTable ? tableId : null, cart, couponId, atTable ? null : readyAt)
  const submit = () => {
    if (wantsTable && !unsure) return scrollToId(tableAreaId)
    void (again ? price() : checkout.place(free ? 'counter' : payAt, phone, cart))
  }
  const remove = (gone: Cart) => {
    if (gone.length === cart.length) onClose()
    change((now) => now.filter((entry) => !gone.some((each) => each.key === entry.key)))
  }
  useEffect(() => {
    if (ready && !wantsTable && cart.length) void price()
  }, [ready, channel, tableId, cart, couponId, readyAt])
  useEffect(() => {
    // Its time was taken meanwhile: the shop has answered with another.
    if (quote?.promise && quote.promise.atIso !== readyAt) setReadyAt(null)
  }, [quote])
  // Without them the best coupon is used all the same.
  const CouponChoice = usePart<CouponChoiceProps>(loadCoupons, known?.coupons ? 1 : 0, () => {})
  const TimeChoice = usePart<TimeChoiceProps>(loadTimes, known?.promise ? 1 : 0, () => {})

  const DeliveryLine = usePart<DeliveryLineProps>(loadDelivery, channel === 'delivery' ? 1 : 0, () => {})

  const label = () => {
    if (busy === 'placing') return own.placing
    if (unsure || again) return own.retry
    if (wantsTable) return own.chooseTable
    return payAt === 'online' && !free ? own.pay : own.place
  }

  return (
    <>
      <ScrollView scrollY className="b-menu__sheet-body">
        {channels.length > 1 && !unsure && (
          <View className="b-menu__segments" ariaRole="radiogroup" ariaLabel={own.channel}>
            {channels.map((each) => (
              <View
                key={each}
                className={`b-menu__segment${each === channel ? ' b-menu__segment--on' : ''}`}
                ariaRole="radio"
                ariaChecked={each === channel}
                onClick={() => {
                  setChannel(each)
                  // Kept for whoever goes to the platform to say where it shall be delivered.
                  void host.storage.set('channel', each)
                }}
              >
                <Text>{own.channels[each]}</Text>
              </View>
            ))}
          </View>
        )}
        {atTable && !unsure && (
          <TableChoice
            scene={scene}
            tableId={tableId}
            known={knownTable}
            onChoose={setTableId}
            onChange={() => setKnownTable(false)}
          />
        )}
        {channel === 'delivery' && DeliveryLine && !unsure && (
          <DeliveryLine scene={scene} host={host} nodeId={nodeId} quote={known} />
        )}
        {known?.promise && TimeChoice && !unsure && (
          <TimeChoice scene={scene} promise={known.promise} onChoose={setReadyAt} />
        )}
        {(known || !failure) && <QuoteLines scene={scene} cart={cart} quote={known} />}
        {known?.coupons && CouponChoice && !unsure && (
          <CouponChoice scene={scene} quote={known} onChoose={setCouponId} />
        )}
        {props.counterPayment && !free && !unsure && (
          <View className="b-menu__group" ariaRole="radiogroup" ariaLabel={own.payment}>
            <Text className="b-menu__group-name">{own.payment}</Text>
            <PayOption
              name={own.payOnline}
              hint={own.payOnlineHint}
              on={payAt === 'online'}
              onTap={() => setPayAt('online')}
            />
            <PayOption
              name={channel === 'delivery' ? own.payDoor : own.payCounter}
              hint={channel === 'delivery' ? own.payDoorHint : own.payCounterHint}
              on={payAt === 'counter'}
              onTap={() => setPayAt('counter')}
            />
          </View>
        )}
        {!unsure && (
          <View className="b-menu__group">
            <Label for="checkout-phone" className="b-menu__group-name">
              {own.phone}
            </Label>
            <Input
              id="checkout-phone"
              type="tel"
              autoFill="tel"
              value={phone}
              maxlength={32}
              ariaDescribedby="checkout-phone-hint"
              onInput={(event) => setPhone(event.detail.value)}
            />
            <Text id="checkout-phone-hint" className="b-menu__small">
              {own.phoneHint}
            </Text>
            <SignInLine
              env={scene.env}
              host={host}
              need={{ nodeId, reason: 'order-contact', fields: ['phone'] }}
              customer={customer}
              offer={own.fillIn}
            />
          </View>
        )}
      </ScrollView>
      {unsure ? (
        <Alert text={own.unsure} />
      ) : failure ? (
        <Refusal scene={scene} failure={failure} cart={cart} onRemove={remove} />
      ) : (
        before &&
        known && (
          <Alert
            text={
              known.promise && isLater(known, before)
                ? own.timeChanged(scene.when(known.promise.atIso))
                : own.totalChanged(scene.money(before.totalMinor), scene.money(known.totalMinor))
            }
          />
        )
      )}
      <View className="b-menu__foot">
        <View className="b-menu__sum" ariaLive="polite">
          <Text className="b-menu__sum-label">{known ? own.total : cartWords(scene.env).estimate}</Text>
          <MenuPrice scene={scene} amountMinor={known ? known.totalMinor : estimateMinor(cart)} />
        </View>
        <Button
          className="b-menu__main"
          disabled={!wantsTable && (busy !== null || !(known || unsure || again) || !(cart.length || unsure))}
          ariaBusy={busy === 'placing'}
          onClick={submit}
        >
          <Text>{label()}</Text>
        </Button>
      </View>
    </>
  )
}
