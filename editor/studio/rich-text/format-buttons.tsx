import { Bold, Italic, List, ListOrdered, RemoveFormatting } from 'lucide-react'
import { Toolbar } from 'react-aria-components'
import { useWords } from '#editor/words/use-words.ts'
import type { CaretLook } from '#runtime/rich-text/rich-editable.ts'
import type { FormatCommand } from '#runtime/rich-text/text-commands.ts'
import { ownKeys } from '../commands/own-keys.ts'
import { ColourButton } from './colour-button.tsx'
import { FormatButton } from './format-button.tsx'
import { LinkButton } from './link-button.tsx'
import './rich-text.css'

export interface FormatButtonsProps {
  /** Undefined while the caret is elsewhere. */
  readonly look: CaretLook | undefined
  readonly run: (command: FormatCommand) => void
  /** After a choice in a pop-up, which has taken the keyboard. */
  readonly focusText: () => void
  /** Counts up when a key asks for the link. */
  readonly askedForLink: number
  readonly orientation?: 'horizontal' | 'vertical'
  readonly isDisabled?: boolean
}

/** The marks and lists that a text can have, pressed where the caret stands in them. One stop of Tab, then arrows. */
export function FormatButtons(props: FormatButtonsProps) {
  const { look, run, focusText, askedForLink, orientation = 'horizontal', isDisabled = false } = props
  const { richText: words } = useWords()
  const placement = orientation === 'vertical' ? 'right' : 'bottom'
  const common = { placement, isDisabled } as const
  return (
    <Toolbar className={`st-format st-format--${orientation}`} aria-label={words.toolbar} orientation={orientation}>
      <FormatButton
        {...common}
        label={words.bold}
        keys={ownKeys.text.bold[0]}
        icon={<Bold size={16} />}
        isPressed={look?.bold === true}
        onPress={() => run({ kind: 'toggle', mark: 'bold' })}
      />
      <FormatButton
        {...common}
        label={words.italic}
        keys={ownKeys.text.italic[0]}
        icon={<Italic size={16} />}
        isPressed={look?.italic === true}
        onPress={() => run({ kind: 'toggle', mark: 'italic' })}
      />
      <ColourButton {...common} look={look} run={run} focusText={focusText} />
      <LinkButton {...common} look={look} run={run} focusText={focusText} asked={askedForLink} />
      <span className="st-format__line" aria-hidden />
      <FormatButton
        {...common}
        label={words.bullet}
        icon={<List size={16} />}
        isPressed={look?.list === 'bullet'}
        onPress={() => run({ kind: 'list', list: 'bullet' })}
      />
      <FormatButton
        {...common}
        label={words.number}
        icon={<ListOrdered size={16} />}
        isPressed={look?.list === 'number'}
        onPress={() => run({ kind: 'list', list: 'number' })}
      />
      <span className="st-format__line" aria-hidden />
      <FormatButton
        {...common}
        label={words.clear}
        icon={<RemoveFormatting size={16} />}
        onPress={() => run({ kind: 'clear' })}
      />
    </Toolbar>
  )
}
