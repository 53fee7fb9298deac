import { Ban, Baseline, Check } from 'lucide-react'
import { useState } from 'react'
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { textColours } from '#components/kit/rich-text.ts'
import { useWords } from '#editor/words/use-words.ts'
import type { CaretLook } from '#runtime/rich-text/rich-editable.ts'
import type { FormatCommand } from '#runtime/rich-text/text-commands.ts'
import { useThemeColours } from '../theme/use-theme-colours.ts'
import { FormatButton } from './format-button.tsx'

export interface PopupButtonProps {
  readonly look: CaretLook | undefined
  readonly run: (command: FormatCommand) => void
  readonly focusText: () => void
  readonly placement: 'bottom' | 'right'
  readonly isDisabled: boolean
}

/** Colours of the theme: they change with it, and are legible on all its grounds. */
export function ColourButton({ look, run, focusText, placement, isDisabled }: PopupButtonProps) {
  const { richText: words } = useWords()
  const colours = useThemeColours()
  const [isOpen, setOpen] = useState(false)
  const choices = [null, ...textColours] as const
  const choose = (colour: (typeof choices)[number]) => {
    run({ kind: 'colour', colour })
    setOpen(false)
    focusText()
  }
  const chosen = look?.colour
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <FormatButton
        label={words.colour}
        placement={placement}
        isDisabled={isDisabled}
        isPressed={chosen !== undefined}
        icon={<Baseline size={16} {...(chosen ? { color: colours[chosen] } : {})} />}
      />
      <Popover className="ui-popover" placement={placement === 'right' ? 'right top' : 'bottom'} offset={8}>
        <Dialog className="ui-popover__body st-format__colours" aria-label={words.colour}>
          {choices.map((colour) => (
            <Button
              key={colour ?? 'none'}
              className="st-format__colour"
              aria-pressed={colour === (chosen ?? null)}
              onPress={() => choose(colour)}
            >
              <span className="st-format__swatch" style={colour ? { background: colours[colour] } : {}}>
                {colour === (chosen ?? null) ? (
                  <Check size={14} aria-hidden className={colour ? 'st-format__check' : ''} />
                ) : colour ? null : (
                  <Ban size={14} aria-hidden />
                )}
              </span>
              {words.colours[colour ?? 'none']}
            </Button>
          ))}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
