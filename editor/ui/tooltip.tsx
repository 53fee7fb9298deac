import type { ReactElement } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components'
import './tooltip.css'

export interface TooltipProps {
  readonly text: string
  readonly keys?: string
  readonly placement?: 'top' | 'bottom' | 'left' | 'right'
  /** A control of this folder, or anything focusable made with React Aria. */
  readonly children: ReactElement
}

export function Tooltip({ text, keys, placement = 'bottom', children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <AriaTooltip className="ui-tooltip" placement={placement} offset={6}>
        {text}
        {keys ? <span className="ui-tooltip__keys">{keys}</span> : null}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
