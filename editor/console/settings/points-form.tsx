import { useState, type FormEvent } from 'react'
import { Button, NumberField, showToast, Switch } from '#editor/ui/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import { useChangeSettings } from '../change-settings.ts'
import { useCanWork, useShop } from '../shop-context.ts'

interface Draft {
  readonly pointsPerUnit: number
  readonly pointsGoodForMonths: number | null
}

/** What it begins with when points are to end. */
const usualMonths = 12

/** How points are earned, and how long they are good. */
export function PointsForm() {
  const { loyalty: words, console, common } = useWords()
  const { settings } = useShop()
  const canWork = useCanWork()
  const [changed, setChanged] = useState<Partial<Draft>>({})
  const change = useChangeSettings(() => {
    setChanged({})
    showToast({ text: words.settingsSaved, tone: 'good' })
  })
  const { pointsPerUnit, pointsGoodForMonths } = settings
  const draft: Draft = { pointsPerUnit, pointsGoodForMonths, ...changed }
  const isChanged = draft.pointsPerUnit !== pointsPerUnit || draft.pointsGoodForMonths !== pointsGoodForMonths
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (isChanged) void change.run(draft)
  }
  return (
    <section className="panel settings__card" aria-label={words.settings}>
      <h2 className="settings__title">{words.settings}</h2>
      <form className="settings__fields" onSubmit={save}>
        <NumberField
          label={words.pointsPerUnit}
          help={words.pointsPerUnitHelp}
          value={draft.pointsPerUnit}
          minValue={0}
          maxValue={1000}
          isDisabled={!canWork}
          onChange={(value) => {
            if (Number.isInteger(value)) setChanged({ ...changed, pointsPerUnit: value })
          }}
        />
        <Switch
          label={words.pointsEnd}
          help={words.pointsEndHelp}
          isSelected={draft.pointsGoodForMonths !== null}
          isDisabled={!canWork}
          onChange={(end) => setChanged({ ...changed, pointsGoodForMonths: end ? usualMonths : null })}
        />
        {draft.pointsGoodForMonths === null ? null : (
          <NumberField
            label={words.pointsMonths}
            unit={words.months}
            value={draft.pointsGoodForMonths}
            minValue={1}
            maxValue={120}
            isDisabled={!canWork}
            onChange={(value) => {
              if (Number.isInteger(value)) setChanged({ ...changed, pointsGoodForMonths: value })
            }}
          />
        )}
        {isChanged ? (
          <div className="settings__save">
            <span>{console.unsaved}</span>
            <Button onPress={() => setChanged({})}>{console.discard}</Button>
            <Button type="submit" variant="primary" isPending={change.busy}>
              {common.save}
            </Button>
          </div>
        ) : null}
      </form>
    </section>
  )
}
