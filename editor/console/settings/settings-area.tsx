import { Switch } from '#editor/ui/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import { AreaHead } from '../area.tsx'
import { useChangeSettings } from '../change-settings.ts'
import { useCanWork, useShop } from '../shop-context.ts'
import { ContactForm } from './contact-form.tsx'
import { HoursForm } from './hours-form.tsx'
import { TableList } from './table-list.tsx'
import './settings.css'

export function SettingsArea() {
  const words = useWords()
  const { settings } = useShop()
  const canWork = useCanWork()
  const change = useChangeSettings()
  return (
    <>
      <AreaHead title={words.console.areas.settings} />
      <div className="settings">
        <section className="panel settings__card" aria-label={words.console.ordering}>
          <h2 className="settings__title">{words.console.ordering}</h2>
          <Switch
            label={words.console.pauseOrders}
            help={words.console.pauseHelp}
            isSelected={settings.ordersPaused}
            isDisabled={!canWork}
            onChange={(ordersPaused) => void change.run({ ordersPaused })}
          />
        </section>
        <HoursForm />
        <ContactForm />
        <TableList />
      </div>
    </>
  )
}
