import { useState, type FormEvent } from 'react'
import { Button, NumberField, Select, showToast, Switch } from '#editor/ui/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import { useChangeSettings } from '../change-settings.ts'
import { useCanWork, useShop } from '../shop-context.ts'

interface Draft {
  readonly leadMinutes: number
  readonly ordersPerQuarter: number | null
  readonly aheadDays: number | null
}

const aheadChoices = ['off', '0', '1', '2', '7', '14'] as const
type AheadChoice = (typeof aheadChoices)[number]

/** What the cap begins with when it is switched on. */
const usualCap = 10

/** Whether orders come in, how soon they can be ready, and how many at a time. */
export function OrderingForm() {
  const words = useWords()
  const { settings } = useShop()
  const canWork = useCanWork()
  const [changed, setChanged] = useState<Partial<Draft>>({})
  const pause = useChangeSettings()
  const change = useChangeSettings(() => {
    setChanged({})
    showToast({ text: words.console.orderingSaved, tone: 'good' })
  })
  const { leadMinutes, ordersPerQuarter, aheadDays } = settings
  const draft: Draft = { leadMinutes, ordersPerQuarter, aheadDays, ...changed }
  const isChanged =
    draft.leadMinutes !== leadMinutes || draft.ordersPerQuarter !== ordersPerQuarter || draft.aheadDays !== aheadDays
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (isChanged) void change.run(draft)
  }
  return (
    <section className="panel settings__card settings__card--ordering" aria-label={words.console.ordering}>
      <h2 className="settings__title">{words.console.ordering}</h2>
      <Switch
        label={words.console.pauseOrders}
        help={words.console.pauseHelp}
        isSelected={settings.ordersPaused}
        isDisabled={!canWork}
        onChange={(ordersPaused) => void pause.run({ ordersPaused })}
      />
      <form className="settings__fields settings__more" onSubmit={save}>
        <NumberField
          label={words.console.leadMinutes}
          help={words.console.leadHelp}
          unit={words.console.minutesUnit}
          value={draft.leadMinutes}
          minValue={0}
          maxValue={1440}
          step={5}
          isDisabled={!canWork}
          onChange={(value) => {
            if (Number.isInteger(value)) setChanged({ ...changed, leadMinutes: value })
          }}
        />
        <Select<AheadChoice>
          label={words.console.ahead}
          help={words.console.aheadHelp}
          options={aheadChoices.map((value) => ({ value, label: words.console.aheadChoices[value] }))}
          value={nearestChoice(draft.aheadDays)}
          isDisabled={!canWork}
          onChange={(value) => setChanged({ ...changed, aheadDays: value === 'off' ? null : Number(value) })}
        />
        <Switch
          label={words.console.capOrders}
          help={words.console.capHelp}
          isSelected={draft.ordersPerQuarter !== null}
          isDisabled={!canWork}
          onChange={(isCapped) => setChanged({ ...changed, ordersPerQuarter: isCapped ? usualCap : null })}
        />
        {draft.ordersPerQuarter === null ? null : (
          <NumberField
            label={words.console.cap}
            value={draft.ordersPerQuarter}
            minValue={1}
            maxValue={1000}
            isDisabled={!canWork}
            onChange={(value) => {
              if (Number.isInteger(value)) setChanged({ ...changed, ordersPerQuarter: value })
            }}
          />
        )}
        {isChanged ? (
          <div className="settings__save">
            <span>{words.console.unsaved}</span>
            <Button onPress={() => setChanged({})}>{words.console.discard}</Button>
            <Button type="submit" variant="primary" isPending={change.busy}>
              {words.common.save}
            </Button>
          </div>
        ) : null}
      </form>
    </section>
  )
}

/** A number of days that another way of setting it gave is shown as the next larger choice. */
function nearestChoice(days: number | null): AheadChoice {
  if (days === null) return 'off'
  return aheadChoices.find((choice) => choice !== 'off' && Number(choice) >= days) ?? '14'
}
