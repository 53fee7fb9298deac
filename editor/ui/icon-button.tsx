import type { ReactNode } from 'react'
import { Button as AriaButton, ToggleButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { Tooltip } from './tooltip.tsx'
import './button.css'

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style' | 'aria-label'> {
  /** Accessible name and tooltip. */
  readonly label: string
  /** Keys shown behind the label in the tooltip, e.g. `Ctrl+Z`. */
  readonly keys?: string
  readonly icon: ReactNode
  readonly size?: 'small' | 'medium'
  readonly placement?: 'top' | 'bottom' | 'left' | 'right'
}

export function IconButton({ label, keys, icon, size = 'medium', placement, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys} placement={placement}>
      <AriaButton {...rest} aria-label={label} className={`ui-icon-button ui-icon-button--${size}`}>
        {icon}
      </AriaButton>
    </Tooltip>
  )
}

export interface IconToggleProps {
  readonly label: string
  readonly keys?: string
  readonly icon: ReactNode
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
  readonly size?: 'small' | 'medium'
  readonly placement?: 'top' | 'bottom' | 'left' | 'right'
  readonly isDisabled?: boolean
}

/** A button that stays down, e.g. a panel that is open. */
export function IconToggle({ label, keys, icon, size = 'medium', placement, ...rest }: IconToggleProps) {
  return (
    <Tooltip text={label} keys={keys} placement={placement}>
      <ToggleButton {...rest} aria-label={label} className={`ui-icon-button ui-icon-button--${size}`}>
        {icon}
      </ToggleButton>
    </Tooltip>
  )
}
