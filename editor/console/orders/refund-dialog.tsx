import { Check } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { Button, Dialog, NumberField, TextField } from '#editor/ui/index.ts'
import { useLocale, useWords } from '#editor/words/use-words.ts'
import type { MerchantOrder } from '#platform/contract/merchant.ts'
import { currencySign, parsePrice, priceInputText } from '../rules/money.ts'
import { leftToRefund, paidFor } from '../rules/refund.ts'
import { useMoney } from '../shop-context.ts'
import { useRefund } from './use-refund.ts'
import '../stock/stock.css'
import './refund-dialog.css'

export interface RefundDialogProps {
  readonly order: MerchantOrder
  readonly onClose: () => void
}

/** Gives money back for some dishes, for an amount, or for all. The customer reads the reason. */
export function RefundDialog({ order, onClose }: RefundDialogProps) {
  const words = useWords().console
  const money = useMoney()
  const locale = useLocale()
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set())
  const [typed, setTyped] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [back, setBack] = useState<ReadonlyMap<string, number>>(new Map())
  const refund = useRefund(onClose)
  const left = leftToRefund(order)
  const { currency } = order
  const suggested = paidFor(order, picked)
  const text = typed ?? (suggested > 0 ? priceInputText(suggested, currency) : '')
  const parsed = parsePrice(text, currency)
  const amountMinor = parsed.ok ? parsed.value : 0
  const isTooMuch = amountMinor > left
  const isNoAmount = text !== '' && (!parsed.ok || amountMinor === 0)
  const isReady = amountMinor > 0 && !isTooMuch && reason.trim() !== ''
  const pick = (lines: ReadonlySet<number>) => {
    setPicked(lines)
    setTyped(null)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const restock = [...back].flatMap(([variantId, quantity]) => (quantity > 0 ? [{ variantId, quantity }] : []))
    if (isReady) void refund.run({ order, amountMinor, reason: reason.trim(), restock })
  }
  const error = isTooMuch ? words.refundTooMuch(money(left)) : isNoAmount ? words.refundNoAmount : undefined
  return (
    <Dialog
      title={words.refundTitle(order.number ?? 0)}
      isOpen
      onClose={onClose}
      widthPx={480}
      foot={
        <>
          <Button onPress={onClose}>{words.refundNot}</Button>
          <Button variant="danger" type="submit" form="refund" isDisabled={!isReady} isPending={refund.busy}>
            {isReady ? words.refundAmount(money(amountMinor)) : words.refund}
          </Button>
        </>
      }
    >
      <form id="refund" className="refund" onSubmit={submit}>
        <p className="refund__text">{words.refundText(money(left))}</p>
        <ToggleButtonGroup
          className="refund__lines"
          aria-label={words.refundFor}
          selectionMode="multiple"
          selectedKeys={[...picked].map(String)}
          onSelectionChange={(chosen) => pick(new Set([...chosen].map(Number)))}
        >
          {order.lines.map((line, at) => (
            <ToggleButton key={at} id={String(at)} className="refund__line">
              {({ isSelected }) => (
                <>
                  <span className="refund__tick">{isSelected ? <Check size={14} aria-hidden /> : null}</span>
                  <span className="refund__count">{line.quantity}×</span>
                  <span className="refund__dish">
                    {line.name} {line.variantName}
                  </span>
                  <span className="ui-tabular">{money(paidFor(order, new Set([at])))}</span>
                </>
              )}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <div className="refund__amount">
          <TextField
            label={`${words.refundSum} (${currencySign(currency, locale)})`}
            inputMode="decimal"
            value={text}
            onChange={(value) => {
              setTyped(value)
              setPicked(new Set())
            }}
            {...(error ? { error } : {})}
          />
          <Button onPress={() => pick(new Set(order.lines.keys()))}>{words.refundAll}</Button>
        </div>
        <ToggleButtonGroup
          className="call-off__reasons"
          aria-label={words.reason}
          selectionMode="single"
          selectedKeys={words.refundReasons.includes(reason) ? [reason] : []}
          onSelectionChange={(chosen) => setReason(words.refundReasons.find((each) => chosen.has(each)) ?? '')}
        >
          {words.refundReasons.map((each) => (
            <ToggleButton key={each} id={each} className="chip">
              {each}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <TextField label={words.reasonOwn} value={reason} onChange={setReason} maxLength={140} />
        <BackInStock order={order} back={back} onChange={setBack} />
      </form>
    </Dialog>
  )
}

interface BackInStockProps {
  readonly order: MerchantOrder
  readonly back: ReadonlyMap<string, number>
  readonly onChange: (back: ReadonlyMap<string, number>) => void
}

/** What of the order can be sold again; nothing unless somebody says so. */
function BackInStock({ order, back, onChange }: BackInStockProps) {
  const { stock: words } = useWords()
  const taken = (order.stock ?? []).filter(({ quantity, returned }) => returned < quantity)
  if (taken.length === 0) return null
  return (
    <div className="stock-back">
      {taken.map(({ variantId, name, quantity, returned }) => (
        <NumberField
          key={variantId}
          label={words.putBackCount(name)}
          unit={words.putBackOf(quantity - returned)}
          minValue={0}
          maxValue={quantity - returned}
          value={back.get(variantId) ?? 0}
          onChange={(count) => onChange(new Map(back).set(variantId, Number.isNaN(count) ? 0 : count))}
        />
      ))}
    </div>
  )
}
