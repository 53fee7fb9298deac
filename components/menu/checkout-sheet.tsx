import { useEffect, useRef, useState } from 'react'
import { Button, Input, Label, ScrollView, scrollToId, Sheet, Text, View } from '#components/primitives/index.ts'
import type { OrderChannel, PlacedOrder, PlaceOrderRequest } from '#model/shop/orders.ts'
import type { Host } from '../kit/host.ts'
import { type Cart, estimateMinor } from './cart.ts'
import { type Checkout, type CheckoutState, createCheckout } from './checkout.ts'
import { MenuPrice } from './price.tsx'
import { PayOption, tableAreaId, TableChoice } from './checkout-choices.tsx'
import { Alert, Refusal } from './refusal.tsx'
import { QuoteLines } from './quote-lines.tsx'
import type { MenuScene } from './scene.ts'

interface CheckoutSheetProps {
  readonly scene: MenuScene
  readonly host: Host
  readonly cart: Cart
  readonly change: (next: (cart: Cart) => Cart) => void
  readonly onPlaced: (result: PlacedOrder, ordered: Cart) => void
  readonly onClose: () => void
}

const start: CheckoutState = { busy: 'pricing', quote: null, failure: null, before: null, unsure: false }

/** From cart to order on one screen: where it goes, what it costs, how it is paid. */
export function CheckoutSheet({ scene, host, cart, change, onPlaced, onClose }: CheckoutSheetProps) {
  const { words, props, shop, channels } = scene
  const [state, setState] = useState(start)
  const [channel, setChannel] = useState<OrderChannel>(channels[0] ?? 'pickup')
  const [tableId, setTableId] = useState<string | null>(null)
  const [knownTable, setKnownTable] = useState(false)
  const [payAt, setPayAt] = useState<PlaceOrderRequest['payAt']>('online')
  const [phone, setPhone] = useState('')
  const [ready, setReady] = useState(false)
  const placed = useRef(onPlaced)
  placed.current = onPlaced
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
      await checkout.resume()
      setReady(true)
    })
    return () => checkout.close()
  }, [])

  const atTable = channel === 'dine_in'
  const wantsTable = atTable && tableId === null
  const { quote, failure, before, busy, unsure } = state
  const known = wantsTable ? null : quote
  const free = known?.totalMinor === 0
  const again = failure !== null && !known && !unsure
  const price = () => checkout.price(channel, atTable ? tableId : null, cart)
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
  }, [ready, channel, tableId, cart])

  const label = () => {
    if (busy === 'placing') return words.placing
    if (unsure || again) return words.retry
    if (wantsTable) return words.chooseTable
    return payAt === 'online' && !free ? words.pay : words.place
  }

  return (
    <Sheet open title={words.yourOrder} closeLabel={words.close} onClose={onClose}>
      <ScrollView scrollY className="b-menu__sheet-body">
        {channels.length > 1 && !unsure && (
          <View className="b-menu__segments" ariaRole="radiogroup" ariaLabel={words.channel}>
            {channels.map((each) => (
              <View
                key={each}
                className={`b-menu__segment${each === channel ? ' b-menu__segment--on' : ''}`}
                ariaRole="radio"
                ariaChecked={each === channel}
                onClick={() => setChannel(each)}
              >
                <Text>{each === 'dine_in' ? words.dineIn : words.pickup}</Text>
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
        {(known || !failure) && <QuoteLines scene={scene} cart={cart} quote={known} />}
        {props.counterPayment && !free && !unsure && (
          <View className="b-menu__group" ariaRole="radiogroup" ariaLabel={words.payment}>
            <Text className="b-menu__group-name">{words.payment}</Text>
            <PayOption
              name={words.payOnline}
              hint={words.payOnlineHint}
              on={payAt === 'online'}
              onTap={() => setPayAt('online')}
            />
            <PayOption
              name={words.payCounter}
              hint={words.payCounterHint}
              on={payAt === 'counter'}
              onTap={() => setPayAt('counter')}
            />
          </View>
        )}
        {!unsure && (
          <View className="b-menu__group">
            <Label for="checkout-phone" className="b-menu__group-name">
              {words.phone}
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
              {words.phoneHint}
            </Text>
          </View>
        )}
      </ScrollView>
      {unsure ? (
        <Alert text={words.unsure} />
      ) : failure ? (
        <Refusal scene={scene} failure={failure} cart={cart} onRemove={remove} />
      ) : (
        before &&
        known && <Alert text={words.totalChanged(scene.money(before.totalMinor), scene.money(known.totalMinor))} />
      )}
      <View className="b-menu__foot">
        <View className="b-menu__sum" ariaLive="polite">
          <Text className="b-menu__sum-label">{known ? words.total : words.estimate}</Text>
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
    </Sheet>
  )
}
