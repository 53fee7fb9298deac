import { RotateCcw } from 'lucide-react'
import type { CompiledTheme } from '#model/compiled-program.ts'
import { themeColours } from '#runtime/theme-css.ts'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { HexField } from '../inspector/hex-field.tsx'
import type { SetChoice } from './use-set-choice.ts'

interface ColourChoicesProps {
  readonly theme: CompiledTheme
  readonly set: SetChoice
  readonly isDisabled: boolean
}

type OptionalColour = 'card' | 'ink' | 'muted' | 'darkGround'

/** Accent and ground, from which all other colours follow; and those others, for who wants to choose them too. */
export function ColourChoices({ theme, set, isDisabled }: ColourChoicesProps) {
  const { theme: words } = useWords()
  const { light, dark } = themeColours(theme)
  const derived = { card: light.card, ink: light.ink, muted: light.muted, darkGround: dark.ground }
  const shown: readonly OptionalColour[] =
    theme.scheme === 'light'
      ? ['ink', 'muted', 'card']
      : theme.scheme === 'dark'
        ? ['darkGround']
        : ['ink', 'muted', 'card', 'darkGround']
  const isMoved = theme.scheme === 'dark' ? dark.accent !== theme.accent : light.accent !== theme.accent
  return (
    <>
      <HexField
        label={words.accent}
        value={theme.accent}
        onChange={(accent) => set('accent', accent)}
        isDisabled={isDisabled}
      />
      {isMoved ? <p className="ui-field__help st-theme__note">{words.accentMoved}</p> : null}
      {theme.scheme === 'dark' ? null : (
        <HexField
          label={words.ground}
          value={theme.ground}
          onChange={(ground) => set('ground', ground)}
          isDisabled={isDisabled}
        />
      )}
      {shown.map((name) => (
        <div key={name} className="st-theme__colour">
          <HexField
            label={theme[name] === undefined ? `${words[name]} · ${words.byItself}` : words[name]}
            value={theme[name] ?? derived[name]}
            onChange={(colour) => set(name, colour)}
            isDisabled={isDisabled}
          />
          {theme[name] === undefined ? null : (
            <IconButton
              size="small"
              label={words.takeBack(words[name])}
              icon={<RotateCcw size={14} />}
              isDisabled={isDisabled}
              onPress={() => set(name, undefined)}
            />
          )}
        </div>
      ))}
    </>
  )
}
