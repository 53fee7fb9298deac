import { Tags } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { Button, Dialog, IconButton, TextField } from '#editor/ui/index.ts'
import { useLanguage, useLocale, useWords } from '#editor/words/use-words.ts'
import { priceChannels, type PriceChannel } from '#model/shop/catalogue.ts'
import type { MerchantDish } from '#platform/contract/merchant.ts'
import { currencySign, parsePrice, priceInputText } from '../rules/money.ts'
import { useMoney, useShop } from '../shop-context.ts'
import { useDishChanges } from './use-dish-changes.ts'

/** What a dish costs by the way it is ordered. */
export function ChannelPricesButton({ dish, name }: { readonly dish: MerchantDish; readonly name: string }) {
  const { menuRules: words } = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <IconButton label={words.prices(name)} icon={<Tags size={18} aria-hidden />} onPress={() => setOpen(true)} />
      {isOpen ? <ChannelPricesDialog dish={dish} name={name} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

interface DialogProps {
  readonly dish: MerchantDish
  readonly name: string
  readonly onClose: () => void
}

const fieldOf = (variantId: string, channel: PriceChannel) => `${variantId} ${channel}`

function ChannelPricesDialog({ dish, name, onClose }: DialogProps) {
  const words = useWords()
  const language = useLanguage()
  const locale = useLocale()
  const money = useMoney()
  const { currency } = useShop().settings
  const changes = useDishChanges()
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(
    () =>
      new Map(
        dish.variants.flatMap(({ id, channelMinor }) =>
          priceChannels.map((channel) => {
            const priceMinor = channelMinor?.[channel]
            return [fieldOf(id, channel), priceMinor === undefined ? '' : priceInputText(priceMinor, currency)]
          }),
        ),
      ),
  )
  const textOf = (variantId: string, channel: PriceChannel) => typed.get(fieldOf(variantId, channel)) ?? ''
  const problemOf = (text: string) => {
    const parsed = parsePrice(text, currency)
    return text.trim() === '' || parsed.ok ? undefined : words.console.priceProblem[parsed.reason]
  }
  const hasProblem = [...typed.values()].some((text) => problemOf(text) !== undefined)
  const priceOf = (text: string) => {
    const parsed = parsePrice(text, currency)
    return parsed.ok ? parsed.value : null
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (hasProblem) return
    const prices = dish.variants.map(({ id, priceMinor }) => ({
      id,
      priceMinor,
      channelMinor: Object.fromEntries(priceChannels.map((channel) => [channel, priceOf(textOf(id, channel))])),
    }))
    void changes.setChannelPrices({ dish, prices }).then((isDone) => {
      if (isDone) onClose()
    })
  }
  return (
    <Dialog
      title={words.menuRules.prices(name)}
      isOpen
      onClose={onClose}
      widthPx={520}
      foot={
        <>
          <Button onPress={onClose}>{words.menuRules.cancel}</Button>
          <Button variant="primary" type="submit" form="channel-prices" isDisabled={hasProblem}>
            {words.menuRules.save}
          </Button>
        </>
      }
    >
      <form id="channel-prices" className="stock" onSubmit={submit}>
        <p className="settings__note">{words.menuRules.pricesNote}</p>
        {dish.variants.map((variant) => (
          <fieldset key={variant.id} className="channel-prices">
            <legend className="stock__size">
              {variant.name[language] || name} · {money(variant.priceMinor)}
            </legend>
            {priceChannels.map((channel) => {
              const text = textOf(variant.id, channel)
              const error = problemOf(text)
              return (
                <TextField
                  key={channel}
                  label={`${words.menuRules.channels[channel]} (${currencySign(currency, locale)})`}
                  placeholder={priceInputText(variant.priceMinor, currency)}
                  inputMode="decimal"
                  value={text}
                  onChange={(next) => setTyped(new Map(typed).set(fieldOf(variant.id, channel), next))}
                  {...(error ? { error } : {})}
                />
              )
            })}
          </fieldset>
        ))}
      </form>
    </Dialog>
  )
}
