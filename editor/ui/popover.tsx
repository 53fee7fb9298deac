import type { ReactElement, ReactNode } from 'react'
import { Popover as AriaPopover, Dialog, DialogTrigger } from 'react-aria-components'
import './popover.css'

export interface PopoverProps {
  readonly label: string
  /** The button that opens it. */
  readonly trigger: ReactElement
  readonly children: (close: () => void) => ReactNode
  readonly placement?: 'bottom start' | 'bottom end' | 'bottom' | 'left top' | 'right top' | 'top'
  readonly widthPx?: number
}

export function Popover({ label, trigger, children, placement = 'bottom start', widthPx }: PopoverProps) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover className="ui-popover" placement={placement} offset={4} style={widthPx ? { width: widthPx } : {}}>
        <Dialog className="ui-popover__body" aria-label={label}>
          {({ close }) => children(close)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
