import { useId, useState } from 'react'
import { Button, Icon, Input, Label, Text, View } from '#components/primitives/index.ts'
import type { ShopInfo } from '#model/shop/catalogue.ts'
import type { Order } from '#model/shop/orders.ts'
import { createAskOnce } from '../kit/ask-once.ts'
import { failureWords } from '../kit/failure-words.ts'
import { minorDigits } from '../kit/minor-digits.ts'
import { formatMoney } from '../kit/money.ts'
import { EmptyBox } from '../kit/state-boxes.tsx'
import { typedAmountMinor } from '../kit/typed-amount.ts'
import type { BlockViewProps } from '../kit/view.ts'
import { wordsFor } from '../kit/words.ts'
import type { TipProps } from './definition.ts'
import { offersOf } from './offers.ts'
import { tipWords } from './words.ts'

export type TippedOrder = Pick<Order, 'id' | 'number' | 'totalMinor' | 'currency' | 'tip'>

interface TipFormProps {
  readonly view: BlockViewProps<TipProps>
  readonly shop: ShopInfo
  readonly order: TippedOrder
}

const typedKey = 'typed'

/** One tap says how much, one leads to the cashier. */
export function TipForm({ view, shop, order }: TipFormProps) {
  const { props, env, host, nodeId } = view
  const words = wordsFor(env.language, tipWords)
  const alive = env.mode !== 'canvas'
  const money = (amountMinor: number) => formatMoney(amountMinor, shop.currency, env.language)
  const offers = offersOf(props, order.totalMinor)
  const [chosen, setChosen] = useState(() => offers[Math.floor((offers.length - 1) / 2)]?.key ?? typedKey)
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState(false)
  const [step, setStep] = useState<'ready' | 'working' | { readonly failed: Parameters<typeof failureWords>[0] }>(
    'ready',
  )
  const [askOnce] = useState(() => createAskOnce(host))
  const id = useId()
  const isTyping = props.typed && chosen === typedKey
  const offer = offers.find(({ key }) => key === chosen)
  const typedMinor = typedAmountMinor(typed, minorDigits(shop.currency))
  const isTooHigh = isTyping && props.mostMinor !== null && (typedMinor ?? 0) > props.mostMinor
  const amountMinor = isTyping ? (isTooHigh ? null : typedMinor || null) : (offer?.amountMinor ?? null)
  const mistake = !isTyping
    ? ''
    : isTooHigh
      ? words.tooHigh(money(props.mostMinor ?? 0))
      : asked && amountMinor === null
        ? words.unreadable
        : ''
  const isWorking = step === 'working'
  const failed = typeof step === 'object' ? step.failed : undefined
  if (offers.length === 0 && !props.typed) return alive ? null : <EmptyBox icon="heart" text={words.noOffers} />

  const choose = (key: string) => {
    setChosen(key)
    setAsked(false)
    setStep('ready')
  }
  const give = async () => {
    setAsked(true)
    if (isWorking || amountMinor === null) return
    setStep('working')
    const percent = isTyping ? null : (offer?.percent ?? null)
    const request = { orderId: order.id, nodeId, percent, amountMinor: percent === null ? amountMinor : null }
    const answer = await askOnce(host.shop.tipOrder, request)
    // Stays at work while the page goes to the cashier; whoever comes back finds a new page.
    if (answer.ok) return void host.pay(answer.value)
    setStep({ failed: answer.failure.code })
    // It may have its tip by now, or be called off.
    if (answer.failure.code === 'conflict') void host.refresh('orders')
  }
  const label = () => {
    if (isWorking) return words.working
    if (failed) return words.retry
    return amountMinor === null ? words.givePlain : words.give(money(amountMinor))
  }

  return (
    <View className="b-tip__form">
      <Text className="b-tip__order">{words.forOrder(order.number, money(order.totalMinor))}</Text>
      <View className="b-tip__offers" ariaRole="radiogroup" ariaLabel={words.choose}>
        {offers.map(({ key, percent, amountMinor: minor }) => (
          <Choice key={key} isOn={chosen === key} onTap={alive ? () => choose(key) : undefined}>
            <Text className="b-tip__share">{percent === null ? money(minor) : `${percent}%`}</Text>
            {percent !== null && <Text className="b-tip__small">{money(minor)}</Text>}
          </Choice>
        ))}
        {props.typed && (
          <Choice isOn={isTyping} onTap={alive ? () => choose(typedKey) : undefined}>
            <Text>{words.other}</Text>
          </Choice>
        )}
      </View>
      {isTyping && (
        <View className="b-tip__typed">
          <Label for={id}>{words.amount}</Label>
          <Input
            id={id}
            type="digit"
            value={typed}
            maxlength={12}
            placeholder="0"
            confirmType="go"
            disabled={isWorking}
            ariaInvalid={mistake !== ''}
            ariaDescribedby={`${id}-hint`}
            onInput={(event) => {
              setTyped(event.detail.value)
              setAsked(false)
              setStep('ready')
            }}
            onConfirm={alive ? () => void give() : undefined}
          />
          <Text
            id={`${id}-hint`}
            className={mistake ? 'b-tip__small b-tip__small--wrong' : 'b-tip__small'}
            ariaLive="polite"
          >
            {mistake || (props.mostMinor === null ? '' : words.atMost(money(props.mostMinor)))}
          </Text>
        </View>
      )}
      {failed && (
        <View className="b-tip__failure" ariaRole="alert">
          <Icon name="alert" />
          <Text>{failureWords(failed, env.language)}</Text>
        </View>
      )}
      <Button className="b-tip__give" ariaBusy={isWorking} onClick={alive ? () => void give() : undefined}>
        <Text>{label()}</Text>
      </Button>
    </View>
  )
}

function Choice(props: {
  readonly isOn: boolean
  readonly onTap: (() => void) | undefined
  readonly children: Parameters<typeof View>[0]['children']
}) {
  const { isOn, onTap, children } = props
  return (
    <View
      className={isOn ? 'b-tip__offer b-tip__offer--on' : 'b-tip__offer'}
      ariaRole="radio"
      ariaChecked={isOn}
      onClick={onTap}
    >
      {children}
    </View>
  )
}
