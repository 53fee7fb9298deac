import { useState, type KeyboardEvent } from 'react'
import { useLocale, useWords } from '#editor/words/use-words.ts'
import { currencySign, parsePrice, priceInputText } from '../rules/money.ts'
import { useShop } from '../shop-context.ts'

export interface PriceFieldProps {
  /** Of the variant, drawn before the price; empty when there is only one. */
  readonly name: string
  readonly label: string
  readonly priceMinor: number
  readonly isDisabled: boolean
  readonly onChange: (priceMinor: number) => void
}

/** A price edited where it stands: Enter or leaving it saves, Escape takes the typing back. */
export function PriceField({ name, label, priceMinor, isDisabled, onChange }: PriceFieldProps) {
  const words = useWords()
  const locale = useLocale()
  const { currency } = useShop().settings
  const [typed, setTyped] = useState<string | null>(null)
  const parsed = typed === null ? undefined : parsePrice(typed, currency)
  const problem = parsed && !parsed.ok && typed !== '' ? words.console.priceProblem[parsed.reason] : undefined

  const commit = () => {
    if (parsed?.ok && parsed.value !== priceMinor) onChange(parsed.value)
    // What cannot be read is kept in sight with its reason; an emptied field means the price was not to change.
    if (parsed?.ok || typed === '') setTyped(null)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') event.currentTarget.blur()
    if (event.key === 'Escape') setTyped(null)
  }
  return (
    <label className={`price-field${problem ? ' price-field--bad' : ''}`}>
      {name ? <span className="price-field__name">{name}</span> : null}
      <span className="price-field__box">
        <span aria-hidden>{currencySign(currency, locale)}</span>
        <input
          aria-label={label}
          aria-invalid={problem !== undefined}
          inputMode="decimal"
          autoComplete="off"
          disabled={isDisabled}
          value={typed ?? priceInputText(priceMinor, currency)}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={commit}
          onKeyDown={onKeyDown}
        />
      </span>
      {problem ? (
        <span className="price-field__problem" role="alert">
          {problem}
        </span>
      ) : null}
    </label>
  )
}
