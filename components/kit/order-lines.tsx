import type { ReactNode } from 'react'
import { Text, View } from '#components/primitives/index.ts'
import type { OrderLine, Quote } from '#model/shop/orders.ts'
import { rateText } from '#model/shop/rate-text.ts'
import { counted } from './counted.ts'
import './order-lines.css'

export interface ShownLine {
  readonly quantity: number
  readonly name: string
  /** Size, options and note in one text; may be empty. */
  readonly choices: string
  readonly amount: string
}

/** Lines as the shop priced them. */
export function shownLines(lines: readonly OrderLine[], money: (amountMinor: number) => string): readonly ShownLine[] {
  return lines.map(({ quantity, name, variantName, modifiers, note, totalMinor }) => ({
    quantity,
    name,
    choices: [variantName, ...modifiers.map((each) => counted(each.name, each.quantity)), note]
      .filter(Boolean)
      .join(' · '),
    amount: money(totalMinor),
  }))
}

/** What is, or was, ordered. */
export function OrderLines({ lines }: { readonly lines: readonly ShownLine[] }) {
  return (
    <View className="sw-lines" ariaRole="list">
      {lines.map((line, index) => (
        <View key={index} className="sw-lines__line" ariaRole="listitem">
          <Text className="sw-lines__count">{line.quantity}×</Text>
          <View className="sw-lines__about">
            <Text>{line.name}</Text>
            {line.choices && <Text className="sw-lines__choices">{line.choices}</Text>}
          </View>
          <Text className="sw-lines__amount">{line.amount}</Text>
        </View>
      ))}
    </View>
  )
}

/** Rows of {@link AmountRow} under the lines they add up. */
export function Amounts({ children }: { readonly children: ReactNode }) {
  return <View className="sw-lines__amounts">{children}</View>
}

/** @param kind - `good`: taken off; `sum`: what counts; `aside`: part of it, only told */
export function AmountRow(props: {
  readonly name: string
  readonly amount: string
  readonly kind?: 'good' | 'sum' | 'aside'
}) {
  const { name, amount, kind } = props
  return (
    <View className={kind ? `sw-lines__row sw-lines__row--${kind}` : 'sw-lines__row'}>
      <Text>{name}</Text>
      <Text className="sw-lines__amount">{amount}</Text>
    </View>
  )
}

/**
 * The tax of a bill: what comes on top of the sum or, after the total, what of it was tax.
 * @param mode - which of the two stands here
 */
export function Taxes(props: {
  readonly bill: Pick<Quote, 'tax'>
  readonly mode: 'included' | 'excluded'
  readonly words: { readonly [Mode in 'included' | 'excluded']: (rate: string) => string }
  readonly money: (amountMinor: number) => string
}) {
  const { bill, mode, words, money } = props
  if (bill.tax?.mode !== mode) return null
  const rates = bill.tax.rates.filter(({ taxMinor }) => taxMinor > 0)
  return rates.map(({ ratePcm, taxMinor }) => (
    <AmountRow
      key={ratePcm}
      {...(mode === 'included' && { kind: 'aside' as const })}
      name={words[mode](rateText(ratePcm))}
      amount={money(taxMinor)}
    />
  ))
}

/** What was taken off: by the member's tier, in the given word for it, and by a coupon, by its own name. */
export function Discounts(props: {
  readonly bill: Pick<Quote, 'discountMinor' | 'coupon'>
  readonly member: string
  readonly money: (amountMinor: number) => string
}) {
  const { bill, member, money } = props
  const { coupon } = bill
  const memberMinor = bill.discountMinor - (coupon?.takesOffMinor ?? 0)
  return (
    <>
      {memberMinor > 0 && <AmountRow kind="good" name={member} amount={`−${money(memberMinor)}`} />}
      {coupon && <AmountRow kind="good" name={coupon.title} amount={`−${money(coupon.takesOffMinor)}`} />}
    </>
  )
}
