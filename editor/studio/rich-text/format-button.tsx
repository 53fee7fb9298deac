import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Tooltip } from '#editor/ui/tooltip.tsx'
import { showHotkey } from '../commands/hotkey.ts'
import { isMac } from '../session/use-commands.ts'
import './rich-text.css'

export interface FormatButtonProps {
  readonly label: string
  readonly keys?: string
  readonly icon: ReactNode
  readonly placement: 'bottom' | 'right'
  readonly isPressed?: boolean
  readonly isDisabled: boolean
  readonly onPress?: () => void
}

/** Pressed by hand it leaves the keyboard in the text. */
export function FormatButton({ label, keys, icon, placement, isPressed, ...rest }: FormatButtonProps) {
  return (
    <Tooltip text={label} keys={keys === undefined ? undefined : showHotkey(keys, isMac)} placement={placement}>
      <Button
        {...rest}
        preventFocusOnPress
        aria-label={label}
        aria-pressed={isPressed}
        className="ui-icon-button ui-icon-button--small st-format__button"
      >
        {icon}
      </Button>
    </Tooltip>
  )
}
