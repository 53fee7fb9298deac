import { useState } from 'react'
import { Button, Dialog, NumberField, Select, TextField } from '#editor/ui/index.ts'
import { LateDateTimeField } from '#editor/ui/late-date-time-field.tsx'
import { useLocale, useWords } from '#editor/words/use-words.ts'
import type { MerchantCatalogue } from '#platform/contract/merchant.ts'
import type { MerchantFlashSale } from '#platform/contract/flash-sales.ts'
import { useCatalogue } from '../queries.ts'
import {
  newSaleDraft,
  readSaleDraft,
  saleDraftOf,
  type FlashSaleDraft,
  type SaleProblem,
} from '../rules/flash-sale-draft.ts'
import { currencySign } from '../rules/money.ts'
import { useMoney, useShop } from '../shop-context.ts'
import { useSaleChanges } from './use-sale-changes.ts'

interface SaleFormProps {
  /** Null for a new one. */
  readonly sale: MerchantFlashSale | null
  readonly onClose: () => void
}

/** Makes or changes a flash sale: what, for how much, how many, how long. */
export function SaleForm({ sale, onClose }: SaleFormProps) {
  const { flashSales: words, common } = useWords()
  const locale = useLocale()
  const money = useMoney()
  const { program, settings } = useShop()
  const { currency, timeZone } = settings
  const catalogue = useCatalogue(program.id)
  const sizes = catalogue.status === 'ready' ? sizesOf(catalogue.value, program.language) : []
  const [draft, setDraft] = useState(() => (sale ? saleDraftOf(sale, currency) : newSaleDraft(Date.now())))
  const [tried, setTried] = useState(false)
  // Kept over failed tries: the same wish makes one sale.
  const [requestId] = useState(() => crypto.randomUUID())
  const { create, change } = useSaleChanges(onClose)
  const size = sizes.find(({ id }) => id === draft.variantId)
  const sold = sale?.sold ?? 0
  const { definition, problems } = readSaleDraft(draft, {
    currency,
    nowMs: Date.now(),
    usualMinor: size?.priceMinor,
    sold,
  })
  const set = (part: Partial<FlashSaleDraft>) => setDraft((before) => ({ ...before, ...part }))
  const says: { readonly [Problem in SaleProblem]: string } = {
    ...words.problem,
    'price-high': words.problem['price-high'](money(size?.priceMinor ?? 0)),
    quantity: words.problem.quantity(sold),
  }
  const error = (...names: SaleProblem[]) => {
    const found = tried ? names.find((name) => problems.has(name)) : undefined
    return found ? { error: says[found] } : {}
  }
  const save = () => {
    setTried(true)
    if (!definition) return
    if (sale) change({ sale, definition })
    else create({ ...definition, requestId })
  }
  const { error: noDish } = error('dish')
  return (
    <Dialog
      title={sale ? words.editTitle : words.createTitle}
      isOpen
      onClose={onClose}
      placement="side"
      widthPx={480}
      foot={
        <div className="coupon-form__buttons">
          <Button onPress={onClose}>{common.cancel}</Button>
          <Button variant="primary" onPress={save}>
            {sale ? common.save : words.create}
          </Button>
        </div>
      }
    >
      <div className="coupon-form">
        <div className="coupon-form__group">
          <div>
            <Select
              label={words.dish}
              placeholder={words.dishPlaceholder}
              options={sizes.map(({ id, name, priceMinor }) => ({
                value: id,
                label: `${name} · ${money(priceMinor)}`,
              }))}
              value={draft.variantId}
              isDisabled={sold > 0 || sizes.length === 0}
              {...(sold > 0 && { help: words.dishFixed })}
              onChange={(variantId) => set({ variantId })}
            />
            {noDish ? (
              <p className="ui-field__error" role="alert">
                {noDish}
              </p>
            ) : null}
          </div>
          <TextField
            label={`${words.price} (${currencySign(currency, locale)})`}
            inputMode="decimal"
            value={draft.price}
            {...(size && { help: words.usually(money(size.priceMinor)) })}
            onChange={(price) => set({ price })}
            {...error('price', 'price-high')}
          />
          <div className="coupon-form__pair">
            <NumberField
              label={words.quantity}
              help={words.quantityHelp}
              minValue={1}
              maxValue={1_000_000}
              value={draft.quantity}
              onChange={(typed) => set({ quantity: Number.isNaN(typed) ? 1 : typed })}
              {...error('quantity')}
            />
            <NumberField
              label={words.perPersonField}
              minValue={1}
              maxValue={99}
              value={draft.perPerson}
              onChange={(typed) => set({ perPerson: Number.isNaN(typed) ? 1 : typed })}
            />
          </div>
        </div>
        <div className="coupon-form__group">
          <LateDateTimeField
            label={words.starts}
            timeZone={timeZone}
            valueMs={draft.startsAtMs}
            onChange={(startsAtMs) => set({ startsAtMs })}
            {...error('starts')}
          />
          <LateDateTimeField
            label={words.ends}
            timeZone={timeZone}
            valueMs={draft.endsAtMs}
            onChange={(endsAtMs) => set({ endsAtMs })}
            {...error('ends', 'dates', 'past')}
          />
        </div>
        {sold > 0 ? <p className="settings__note">{words.keepPrice}</p> : null}
      </div>
    </Dialog>
  )
}

/** Every size of every dish, by the name that its customers read. */
function sizesOf(catalogue: MerchantCatalogue, language: 'en' | 'zh-CN') {
  return catalogue.dishes.flatMap((dish) =>
    dish.variants.map(({ id, name, priceMinor }) => ({
      id,
      priceMinor,
      name: [dish.name[language], name[language]].filter(Boolean).join(' · '),
    })),
  )
}
