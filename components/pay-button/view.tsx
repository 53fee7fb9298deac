import { useId, useState } from 'react'
import type { ShopInfo } from '#model/shop/catalogue.ts'
import { Button, Icon, Input, Label, Text, View } from '#components/primitives/index.ts'
import { EditableText } from '../kit/editable-text.tsx'
import { failureWords } from '../kit/failure-words.ts'
import { minorDigits } from '../kit/minor-digits.ts'
import { formatMoney, moneyParts } from '../kit/money.ts'
import { Price } from '../kit/price.tsx'
import { isOpenAt, whenText } from '../kit/shop-time.ts'
import { FailedBox } from '../kit/failed-box.tsx'
import { Bone, EmptyBox, LoadingBox } from '../kit/state-boxes.tsx'
import type { BlockViewProps } from '../kit/view.ts'
import { wordsFor } from '../kit/words.ts'
import type { PayButtonProps } from './definition.ts'
import './pay-button.css'
import { limitsOf, payableAmount } from './payable-amount.ts'
import { typedAmountMinor } from '../kit/typed-amount.ts'
import { usePayment } from './use-payment.ts'
import { payWords } from './words.ts'

type Block = BlockViewProps<PayButtonProps>

export function PayButtonView(block: Block) {
  const { props, data, env } = block
  const { shop } = data
  const words = wordsFor(env.language, payWords)
  const unset = props.kind === 'fixed' && payableAmount(props, null) === null
  return (
    <View className="b-pay-button">
      <View className="b-pay-button__card">
        <EditableText
          prop="label"
          value={props.label}
          env={env}
          hint={words.label}
          whenEmpty="words"
          className="b-pay-button__label"
          headingLevel={3}
        />
        {shop.status === 'loading' && <PaySkeleton block={block} />}
        {shop.status === 'failed' && <FailedBox env={env} code={shop.code} retry={shop.retry} />}
        {shop.status === 'ready' &&
          (unset ? (
            <EmptyBox icon="wallet" text={env.mode === 'canvas' ? words.notSetCanvas : words.notSet} />
          ) : (
            <PayForm block={block} shop={shop.value} />
          ))}
      </View>
    </View>
  )
}

function PayForm({ block, shop }: { readonly block: Block; readonly shop: ShopInfo }) {
  const { props, host, env, nodeId } = block
  const words = wordsFor(env.language, payWords)
  const money = (amountMinor: number) => formatMoney(amountMinor, shop.currency, env.language)
  const [typed, setTyped] = useState('')
  const [note, setNote] = useState('')
  const [asked, setAsked] = useState(false)
  const { step, pay, forget } = usePayment(host, nodeId)

  const typedMinor = typedAmountMinor(typed, minorDigits(shop.currency))
  const limits = limitsOf(props)
  const amountMinor = payableAmount(props, typedMinor)
  const tooHigh = limits !== null && typedMinor !== null && typedMinor > limits.maxMinor
  const mistake =
    limits && amountMinor === null && (asked || tooHigh) ? mistakeOf(typedMinor, limits, words, money) : ''
  const closed = props.needsOpenShop && !isOpenAt(shop, env.nowMs)
  const working = step.kind === 'working'

  const submit = () => {
    if (env.mode === 'canvas' || closed) return
    setAsked(true)
    if (amountMinor !== null) void pay(limits ? amountMinor : null, note.trim())
  }

  return (
    <View className="b-pay-button__form">
      {limits ? (
        <AmountInput
          block={block}
          shop={shop}
          typed={typed}
          disabled={closed || working}
          hint={words.between(money(limits.minMinor), money(limits.maxMinor))}
          mistake={mistake}
          onType={(value) => {
            setTyped(value)
            setAsked(false)
            forget()
          }}
          onConfirm={submit}
        />
      ) : (
        amountMinor !== null && (
          <Price amountMinor={amountMinor} currency={shop.currency} env={env} className="b-pay-button__fixed" />
        )
      )}
      {props.askNote && (
        <Input
          value={note}
          maxlength={140}
          ariaLabel={words.note}
          placeholder={words.noteHint}
          disabled={closed || working}
          onInput={(event) => setNote(event.detail.value)}
        />
      )}
      {step.kind === 'failed' && (
        <View className="b-pay-button__failure" ariaRole="alert">
          <Icon name="alert" />
          <Text>{failureWords(step.code, env.language)}</Text>
        </View>
      )}
      {closed ? (
        <View className="b-pay-button__closed">
          <Icon name="clock" />
          <Text>{closedText(shop, block)}</Text>
        </View>
      ) : (
        <Button
          className={`b-pay-button__button${working ? ' b-pay-button__button--working' : ''}`}
          ariaBusy={working}
          onClick={submit}
        >
          <Text>
            {working ? words.working : step.kind === 'failed' ? words.retry : buttonText(amountMinor, words, money)}
          </Text>
        </Button>
      )}
      {!closed && <Text className="b-pay-button__safe">{words.safe}</Text>}
    </View>
  )
}

function AmountInput(props: {
  readonly block: Block
  readonly shop: ShopInfo
  readonly typed: string
  readonly disabled: boolean
  readonly hint: string
  readonly mistake: string
  readonly onType: (value: string) => void
  readonly onConfirm: () => void
}) {
  const { block, shop, typed, disabled, hint, mistake, onType, onConfirm } = props
  const id = useId()
  const { language } = block.env
  return (
    <View>
      <Label for={id} className="b-pay-button__amount-label">
        {wordsFor(language, payWords).amount}
      </Label>
      <View className={mistake ? 'b-pay-button__amount b-pay-button__amount--wrong' : 'b-pay-button__amount'}>
        <Text className="b-pay-button__sign">{moneyParts(0, shop.currency, language).sign}</Text>
        <Input
          id={id}
          className="b-pay-button__input"
          type="digit"
          value={typed}
          maxlength={12}
          placeholder="0"
          disabled={disabled}
          confirmType="go"
          ariaInvalid={mistake !== ''}
          ariaDescribedby={`${id}-hint`}
          onInput={(event) => onType(event.detail.value)}
          onConfirm={onConfirm}
        />
      </View>
      <Text
        id={`${id}-hint`}
        className={mistake ? 'b-pay-button__hint b-pay-button__hint--wrong' : 'b-pay-button__hint'}
        ariaLive="polite"
      >
        {mistake || hint}
      </Text>
    </View>
  )
}

function mistakeOf(
  typedMinor: number | null,
  limits: { readonly minMinor: number; readonly maxMinor: number },
  words: (typeof payWords)['en'],
  money: (amountMinor: number) => string,
): string {
  if (typedMinor === null) return words.unreadable
  return typedMinor < limits.minMinor ? words.tooLow(money(limits.minMinor)) : words.tooHigh(money(limits.maxMinor))
}

function buttonText(
  amountMinor: number | null,
  words: (typeof payWords)['en'],
  money: (amountMinor: number) => string,
) {
  return amountMinor === null ? words.payPlain : words.pay(money(amountMinor))
}

function closedText(shop: ShopInfo, { env }: Block): string {
  const words = wordsFor(env.language, payWords)
  const opensIso = shop.changesAtIso
  if (opensIso === null || Date.parse(opensIso) <= env.nowMs) return words.closed
  return words.closedUntil(whenText(opensIso, shop.timeZone, env.language, env.nowMs))
}

function PaySkeleton({ block }: { readonly block: Block }) {
  return (
    <LoadingBox env={block.env}>
      <View className="b-pay-button__form">
        <Bone height="56px" />
        <Bone className="b-pay-button__button-bone" />
      </View>
    </LoadingBox>
  )
}
