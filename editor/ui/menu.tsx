import { Check } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components'
import './popover.css'

export interface MenuEntry {
  readonly id: string
  readonly label: string
  readonly icon?: ReactNode
  readonly keys?: string
  readonly isDanger?: boolean
  readonly isDisabled?: boolean
  /** Ticked, for entries that choose one of several. */
  readonly isChosen?: boolean
  /** A line above it. */
  readonly startsGroup?: boolean
  readonly onAction: () => void
}

export interface MenuProps {
  /** Accessible name of the list. */
  readonly label: string
  /** The button that opens it. */
  readonly children: ReactElement
  readonly entries: readonly MenuEntry[]
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end' | 'right top'
}

export function Menu({ label, children, entries, placement = 'bottom start' }: MenuProps) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="ui-popover" placement={placement} offset={4}>
        <AriaMenu className="ui-list" aria-label={label}>
          {entries.flatMap((entry) => [
            ...(entry.startsGroup ? [<Separator key={`${entry.id}-line`} className="ui-list__separator" />] : []),
            <MenuItem
              key={entry.id}
              id={entry.id}
              textValue={entry.label}
              isDisabled={entry.isDisabled}
              onAction={entry.onAction}
              className={`ui-list__item${entry.isDanger ? ' ui-list__item--danger' : ''}`}
            >
              {entry.icon}
              <span className="ui-list__text">{entry.label}</span>
              {entry.keys ? <span className="ui-list__keys">{entry.keys}</span> : null}
              {entry.isChosen ? <Check size={16} aria-hidden /> : null}
            </MenuItem>,
          ])}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
