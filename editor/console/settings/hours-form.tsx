import { useState } from 'react'
import { Button, showToast } from '#editor/ui/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import type { OpeningHours } from '#model/shop/catalogue.ts'
import { useChangeSettings } from '../change-settings.ts'
import { hoursProblems, inOrder } from '../rules/hours.ts'
import { useCanWork, useShop } from '../shop-context.ts'
import { HoursExceptions } from './hours-exceptions.tsx'
import { WeeklyHours } from './weekly-hours.tsx'

/** Opening hours, changed as one: half-typed hours never reach a customer. */
export function HoursForm() {
  const words = useWords()
  const { settings } = useShop()
  const canWork = useCanWork()
  const [draft, setDraft] = useState<OpeningHours | null>(null)
  const change = useChangeSettings(() => {
    setDraft(null)
    showToast({ text: words.console.hoursSaved, tone: 'good' })
  })
  const hours = draft ?? settings.hours
  const problems = hoursProblems(hours)
  const isChanged = draft !== null && JSON.stringify(inOrder(draft)) !== JSON.stringify(inOrder(settings.hours))
  return (
    <section className="panel settings__card settings__card--hours" aria-label={words.console.hours}>
      <h2 className="settings__title">{words.console.hours}</h2>
      <p className="settings__note">{words.console.hoursNote(settings.timeZone)}</p>
      <fieldset disabled={!canWork} className="settings__fields">
        <WeeklyHours hours={hours} problems={problems} onChange={setDraft} />
        <HoursExceptions hours={hours} problems={problems} onChange={setDraft} />
      </fieldset>
      {isChanged ? (
        <div className="settings__save">
          <span>{problems.length > 0 ? words.console.fixFirst : words.console.unsaved}</span>
          <Button onPress={() => setDraft(null)}>{words.console.discard}</Button>
          <Button
            variant="primary"
            isPending={change.busy}
            isDisabled={problems.length > 0}
            onPress={() => void change.run({ hours: inOrder(hours) })}
          >
            {words.console.saveHours}
          </Button>
        </div>
      ) : null}
    </section>
  )
}
