import { Ban, Check, Palette } from 'lucide-react'
import { Button } from 'react-aria-components'
import type { ColourField } from '#components/kit/fields.ts'
import { Popover } from '#editor/ui/popover.tsx'
import { useLocalText, useWords } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'
import { useThemeColours } from '../theme/use-theme-colours.ts'
import type { FieldEditorProps } from './field-editor-props.ts'
import { HexField } from './hex-field.tsx'

const tokens = ['accent', 'ground', 'card', 'ink', 'muted'] as const

/** A colour of the theme, which follows when the theme changes, or one of one's own. */
export function ColourEditor({ field, value, onChange, isMixed = false }: FieldEditorProps<ColourField>) {
  const say = useLocalText()
  const words = useWords()
  const { canEdit } = useSession()
  const colours = useThemeColours()
  const chosen = !isMixed && typeof value === 'string' ? value : ''
  const token = tokens.find((name) => chosen === `theme:${name}`)
  const shown = token ? colours[token] : chosen
  const name = isMixed
    ? words.inspector.mixed
    : token
      ? words.studio.colours[token]
      : chosen === ''
        ? words.studio.noColour
        : chosen
  return (
    <div className="ui-field">
      <span className="ui-field__label">{say(field.label)}</span>
      <Popover
        label={say(field.label)}
        widthPx={264}
        trigger={
          <Button className="ui-select" aria-label={`${say(field.label)}: ${name}`} isDisabled={!canEdit}>
            <span className="st-swatch" style={shown === '' ? {} : { background: shown }} />
            <span className="ui-select__value">{name}</span>
            <Palette size={16} className="ui-select__chevron" aria-hidden />
          </Button>
        }
      >
        {() => (
          <div className="st-colour">
            <div className="st-colour__tokens">
              <SwatchButton
                label={words.studio.noColour}
                isChosen={!isMixed && chosen === ''}
                onPress={() => onChange('')}
              />
              {tokens.map((name) => (
                <SwatchButton
                  key={name}
                  label={words.studio.colours[name]}
                  colour={colours[name]}
                  isChosen={token === name}
                  onPress={() => onChange(`theme:${name}`)}
                />
              ))}
            </div>
            <HexField
              label={words.studio.ownColour}
              value={token || chosen === '' ? (shown === '' ? colours.accent : shown) : chosen}
              onChange={(hex) => onChange(hex)}
            />
          </div>
        )}
      </Popover>
      {field.help ? <span className="ui-field__help">{say(field.help)}</span> : null}
    </div>
  )
}

interface SwatchButtonProps {
  readonly label: string
  readonly colour?: string
  readonly isChosen: boolean
  readonly onPress: () => void
}

function SwatchButton({ label, colour, isChosen, onPress }: SwatchButtonProps) {
  return (
    <Button className="st-colour__token" aria-label={label} aria-pressed={isChosen} onPress={onPress}>
      <span className="st-swatch st-swatch--large" style={colour === undefined ? {} : { background: colour }}>
        {colour === undefined ? <Ban size={14} aria-hidden /> : null}
        {isChosen ? <Check size={14} aria-hidden className="st-swatch__check" /> : null}
      </span>
      <span>{label}</span>
    </Button>
  )
}
