import { Check } from 'lucide-react'
import { Button as PlainButton } from 'react-aria-components'
import { setTheme } from '#model/index.ts'
import { finishedThemes } from '#templates/themes/index.ts'
import { useLocalText, useWords } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'
import { ThemeMiniature } from './theme-miniature.tsx'
import { useTheme } from './use-theme-colours.ts'
import { isApplied, wholeTheme } from './whole-theme.ts'
import './theme-gallery.css'

/** All finished themes, each drawn as itself. A press applies one, as one step of undo. */
export function ThemeGallery() {
  const session = useSession()
  const { theme: words } = useWords()
  const say = useLocalText()
  const now = useTheme()
  return (
    <section className="st-themes" aria-label={words.finished}>
      <h3 className="st-theme__title">{words.finished}</h3>
      <p className="ui-field__help">{words.finishedHelp}</p>
      <ul className="st-themes__list">
        {finishedThemes.map((finished) => {
          const name = say(finished.name)
          const isChosen = isApplied(finished, now)
          return (
            <li key={finished.id}>
              <PlainButton
                className="st-themes__theme"
                aria-label={words.apply(name)}
                aria-pressed={isChosen}
                isDisabled={!session.canEdit}
                onPress={() => {
                  const whole = wholeTheme(finished.theme)
                  session.edit('change-theme', (program) => setTheme(program, whole), undefined, finished.name)
                }}
              >
                <ThemeMiniature
                  theme={finished.theme}
                  title={say(finished.sample.title)}
                  subtitle={name}
                  priceMinor={finished.sample.priceMinor}
                />
                <span className="st-themes__name">
                  {name}
                  {isChosen ? <Check size={14} aria-hidden /> : null}
                </span>
              </PlainButton>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
