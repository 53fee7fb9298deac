import { useState, type FormEvent } from 'react'
import { Button, NumberField, Select, showToast, Switch, TextField } from '#editor/ui/index.ts'
import { useLocale, useWords } from '#editor/words/use-words.ts'
import type { StampCardRule } from '#platform/contract/merchant.ts'
import { useChangeSettings } from '../change-settings.ts'
import { useCoupons } from '../queries.ts'
import { currencySign, parsePrice, priceInputText } from '../rules/money.ts'
import { useCanWork, useShop } from '../shop-context.ts'

interface Draft {
  readonly isOn: boolean
  readonly needed: number
  readonly couponId: string | null
  readonly byOrder: boolean
  /** As typed, in units of the currency. */
  readonly from: string
}

/** How many stamps become which coupon, and what brings one. */
export function StampForm() {
  const { loyalty: words, console, common } = useWords()
  const locale = useLocale()
  const { settings, program } = useShop()
  const canWork = useCanWork()
  const coupons = useCoupons(program.id)
  const [draft, setDraft] = useState<Draft | null>(null)
  const [tried, setTried] = useState(false)
  const change = useChangeSettings(() => {
    setDraft(null)
    setTried(false)
    showToast({ text: words.settingsSaved, tone: 'good' })
  })
  const { stampCard, currency } = settings
  const shown = draft ?? draftOf(stampCard, currency)
  const edit = (part: Partial<Draft>) => setDraft({ ...shown, ...part })
  const from = shown.from.trim() === '' ? { ok: true as const, value: 0 } : parsePrice(shown.from, currency)
  const isReady = !shown.isOn || (shown.couponId !== null && from.ok)
  const gifts = coupons.status === 'ready' ? coupons.value.filter(({ hadBy }) => hadBy === 'gift') : []
  const save = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (draft === null || !isReady) return
    const { isOn, needed, couponId, byOrder } = draft
    void change.run({
      stampCard:
        isOn && couponId !== null ? { needed, couponId, byOrder, minOrderMinor: from.ok ? from.value : 0 } : null,
    })
  }
  return (
    <section className="panel settings__card" aria-label={words.stampCard}>
      <h2 className="settings__title">{words.stampCard}</h2>
      <form className="settings__fields" onSubmit={save}>
        <Switch
          label={words.stampsOn}
          help={words.stampsOnHelp}
          isSelected={shown.isOn}
          isDisabled={!canWork}
          onChange={(isOn) => edit({ isOn })}
        />
        {shown.isOn ? (
          <>
            <NumberField
              label={words.stampsNeeded}
              value={shown.needed}
              minValue={2}
              maxValue={20}
              isDisabled={!canWork}
              onChange={(needed) => {
                if (Number.isInteger(needed)) edit({ needed })
              }}
            />
            <div>
              <Select
                label={words.stampsReward}
                help={gifts.length === 0 ? words.stampsNoGift : words.stampsRewardHelp}
                placeholder={words.stampsChoose}
                options={gifts.map(({ id, title }) => ({ value: id, label: title[program.language] }))}
                value={shown.couponId}
                isDisabled={!canWork || gifts.length === 0}
                onChange={(couponId) => edit({ couponId })}
              />
              {tried && shown.couponId === null ? (
                <p className="ui-field__error" role="alert">
                  {words.stampsChoose}
                </p>
              ) : null}
            </div>
            <Switch
              label={words.stampsByOrder}
              help={words.stampsByOrderHelp}
              isSelected={shown.byOrder}
              isDisabled={!canWork}
              onChange={(byOrder) => edit({ byOrder })}
            />
            {shown.byOrder ? (
              <TextField
                label={`${words.stampsFrom} (${currencySign(currency, locale)})`}
                help={words.stampsFromHelp}
                inputMode="decimal"
                value={shown.from}
                isDisabled={!canWork}
                onChange={(typed) => edit({ from: typed })}
                {...(from.ok ? {} : { error: words.stampsFromProblem })}
              />
            ) : null}
          </>
        ) : null}
        {draft === null ? null : (
          <div className="settings__save">
            <span>{console.unsaved}</span>
            <Button onPress={() => setDraft(null)}>{console.discard}</Button>
            <Button type="submit" variant="primary" isPending={change.busy}>
              {common.save}
            </Button>
          </div>
        )}
      </form>
    </section>
  )
}

function draftOf(rule: StampCardRule | null, currency: string): Draft {
  if (rule === null) return { isOn: false, needed: 8, couponId: null, byOrder: true, from: '' }
  const { minOrderMinor, ...rest } = rule
  return { isOn: true, ...rest, from: minOrderMinor === 0 ? '' : priceInputText(minOrderMinor, currency) }
}
