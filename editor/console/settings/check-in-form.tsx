import { useState, type FormEvent } from 'react'
import { Button, NumberField, showToast, Switch } from '#editor/ui/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import type { CheckInRule } from '#platform/contract/merchant.ts'
import { useChangeSettings } from '../change-settings.ts'
import { useCanWork, useShop } from '../shop-context.ts'

/** What it begins with when it is switched on. */
const usual: CheckInRule = { points: 2, streakDays: 7, streakPoints: 20 }

/** What members get for coming by each day, and for days in a row. */
export function CheckInForm() {
  const { loyalty: words, console, common } = useWords()
  const { settings } = useShop()
  const canWork = useCanWork()
  const [draft, setDraft] = useState<{ readonly rule: CheckInRule | null } | null>(null)
  const change = useChangeSettings(() => {
    setDraft(null)
    showToast({ text: words.settingsSaved, tone: 'good' })
  })
  const rule = draft ? draft.rule : settings.checkIn
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (draft) void change.run({ checkIn: draft.rule })
  }
  const figure = (part: keyof CheckInRule, label: string, [least, most]: [number, number], unit: string) =>
    rule === null ? null : (
      <NumberField
        label={label}
        unit={unit}
        value={rule[part]}
        minValue={least}
        maxValue={most}
        isDisabled={!canWork}
        onChange={(value) => {
          if (Number.isInteger(value)) setDraft({ rule: { ...rule, [part]: value } })
        }}
      />
    )
  return (
    <section className="panel settings__card" aria-label={words.checkIn}>
      <h2 className="settings__title">{words.checkIn}</h2>
      <form className="settings__fields" onSubmit={save}>
        <Switch
          label={words.checkInOn}
          help={words.checkInOnHelp}
          isSelected={rule !== null}
          isDisabled={!canWork}
          onChange={(isOn) => setDraft({ rule: isOn ? usual : null })}
        />
        {figure('points', words.checkInPoints, [1, 10_000], words.pointsUnit)}
        {rule === null ? null : (
          <Switch
            label={words.streakOn}
            isSelected={rule.streakDays > 0}
            isDisabled={!canWork}
            onChange={(isOn) =>
              setDraft({
                rule: { ...rule, ...(isOn ? { streakDays: 7, streakPoints: 20 } : { streakDays: 0, streakPoints: 0 }) },
              })
            }
          />
        )}
        {rule !== null && rule.streakDays > 0 ? (
          <>
            {figure('streakDays', words.streakDays, [2, 60], words.daysUnit)}
            {figure('streakPoints', words.streakPoints, [0, 10_000], words.pointsUnit)}
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
