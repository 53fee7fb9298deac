import { useState, type FormEvent } from 'react'
import { api, queryCache, useMutation } from '#editor/api/index.ts'
import { Button, NumberField, Select, showToast } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { useLanguage, useWords, wordsNow } from '#editor/words/use-words.ts'
import { largestTaxPcm, taxMode, type TaxMode } from '#model/shop/taxes.ts'
import type { ChangeTaxInput, TaxSettings } from '#platform/contract/taxes.ts'
import { Answer } from '../area.tsx'
import { keys } from '../keys.ts'
import { useTaxes } from '../queries.ts'
import { useCanWork, useShop } from '../shop-context.ts'

interface Draft {
  readonly mode?: TaxMode
  readonly usualPcm?: number
  readonly rates: ReadonlyMap<string, number | null>
}

const nothing: Draft = { rates: new Map() }

/** Whether prices hold tax, and at which rates. */
export function TaxForm() {
  const words = useWords()
  const { program } = useShop()
  const taxes = useTaxes(program.id)
  return (
    <section className="panel settings__card" aria-label={words.ordering.tax}>
      <h2 className="settings__title">{words.ordering.tax}</h2>
      <p className="settings__note">{words.ordering.taxHelp}</p>
      <Answer query={taxes}>{(settings) => <TaxFields settings={settings} />}</Answer>
    </section>
  )
}

function TaxFields({ settings }: { readonly settings: TaxSettings }) {
  const words = useWords()
  const language = useLanguage()
  const { program } = useShop()
  const canWork = useCanWork()
  const [draft, setDraft] = useState<Draft>(nothing)
  const change = useMutation((input: ChangeTaxInput) => api.changeTaxes(program.id, input), {
    onDone: (saved) => {
      queryCache.tell<TaxSettings>(keys.taxes(program.id), () => saved)
      setDraft(nothing)
      showToast({ text: words.ordering.taxSaved, tone: 'good' })
    },
    onFailed: (failure) => showToast({ text: failureText(failure, wordsNow()), tone: 'bad' }),
  })
  const mode = draft.mode ?? settings.mode
  const usualPcm = draft.usualPcm ?? settings.usualPcm
  const rateOf = (id: string, saved: number | null) => (draft.rates.has(id) ? (draft.rates.get(id) ?? null) : saved)
  const changed = settings.categories.filter(({ id, ratePcm }) => rateOf(id, ratePcm) !== ratePcm)
  const isChanged = mode !== settings.mode || usualPcm !== settings.usualPcm || changed.length > 0
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!isChanged) return
    const categories = changed.map(({ id }) => ({ id, ratePcm: draft.rates.get(id) ?? null }))
    void change.run({ mode, usualPcm, categories })
  }
  return (
    <form className="settings__fields" onSubmit={save}>
      <Select<TaxMode>
        label={words.ordering.taxMode}
        options={taxMode.options.map((value) => ({ value, label: words.ordering.taxModes[value] }))}
        value={mode}
        isDisabled={!canWork}
        onChange={(value) => setDraft({ ...draft, mode: value })}
      />
      {mode === 'none' ? null : (
        <>
          <RateField
            label={words.ordering.taxUsual}
            ratePcm={usualPcm}
            isDisabled={!canWork}
            onChange={(ratePcm) => setDraft({ ...draft, usualPcm: ratePcm ?? 0 })}
          />
          <fieldset className="tax-rates">
            <legend>{words.ordering.taxOwn}</legend>
            <p>{words.ordering.taxOwnHelp}</p>
            {settings.categories.map(({ id, name, ratePcm }) => (
              <RateField
                key={id}
                label={name[language]}
                ratePcm={rateOf(id, ratePcm)}
                isDisabled={!canWork}
                onChange={(rate) => setDraft({ ...draft, rates: new Map(draft.rates).set(id, rate) })}
              />
            ))}
          </fieldset>
        </>
      )}
      {isChanged ? (
        <div className="settings__save">
          <span>{words.console.unsaved}</span>
          <Button onPress={() => setDraft(nothing)}>{words.console.discard}</Button>
          <Button type="submit" variant="primary" isPending={change.busy}>
            {words.common.save}
          </Button>
        </div>
      ) : null}
    </form>
  )
}

interface RateFieldProps {
  readonly label: string
  readonly ratePcm: number | null
  readonly isDisabled: boolean
  /** Null when it was emptied. */
  readonly onChange: (ratePcm: number | null) => void
}

function RateField({ label, ratePcm, isDisabled, onChange }: RateFieldProps) {
  return (
    <NumberField
      label={label}
      unit="%"
      value={ratePcm === null ? Number.NaN : ratePcm / 1000}
      minValue={0}
      maxValue={largestTaxPcm / 1000}
      step={0.001}
      formatOptions={{ maximumFractionDigits: 3 }}
      isDisabled={isDisabled}
      onChange={(percent) => onChange(Number.isNaN(percent) ? null : Math.round(percent * 1000))}
    />
  )
}
