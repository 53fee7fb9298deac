import type { ReactNode } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import './field.css'
import './switch.css'

export interface SegmentedOption<Value extends string> {
  readonly value: Value
  /** The words, or the accessible name when there is an icon and `iconOnly`. */
  readonly label: string
  readonly icon?: ReactNode
  readonly iconOnly?: boolean
}

export interface SegmentedProps<Value extends string> {
  readonly label: string
  readonly isLabelHidden?: boolean
  readonly options: readonly SegmentedOption<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly isDisabled?: boolean
}

/** One of two to four, all in sight. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, isLabelHidden, options, value, onChange, isDisabled } = props
  const choose = (keys: ReadonlySet<unknown>) => {
    const chosen = options.find((option) => keys.has(option.value))
    if (chosen && chosen.value !== value) onChange(chosen.value)
  }
  return (
    <div className="ui-field">
      {isLabelHidden ? null : (
        <span className="ui-field__label" aria-hidden>
          {label}
        </span>
      )}
      <ToggleButtonGroup
        className="ui-segmented"
        aria-label={label}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[value]}
        onSelectionChange={choose}
        isDisabled={isDisabled}
      >
        {options.map((option) => (
          <ToggleButton
            key={option.value}
            id={option.value}
            className="ui-segmented__option"
            {...(option.iconOnly ? { 'aria-label': option.label } : {})}
          >
            {option.icon}
            {option.iconOnly ? null : option.label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  )
}
