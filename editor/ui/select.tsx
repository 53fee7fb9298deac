import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Select as AriaSelect, Button, Label, ListBox, ListBoxItem, Popover, SelectValue } from 'react-aria-components'
import { FieldNotes } from './text-field.tsx'
import './field.css'
import './popover.css'

export interface SelectOption<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly icon?: ReactNode
  readonly note?: string
}

export interface SelectProps<Value extends string> {
  readonly label: string
  readonly isLabelHidden?: boolean
  readonly help?: string
  readonly placeholder?: string
  readonly options: readonly SelectOption<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly isDisabled?: boolean
}

/** One of a few; for two to four short ones prefer `Segmented`. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, isLabelHidden, help, placeholder, options, value, onChange, isDisabled } = props
  const choose = (key: unknown) => {
    const chosen = options.find((option) => option.value === key)
    if (chosen) onChange(chosen.value)
  }
  return (
    <AriaSelect
      className="ui-field"
      value={value}
      onChange={choose}
      isDisabled={isDisabled}
      placeholder={placeholder}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
    >
      {isLabelHidden ? null : <Label className="ui-field__label">{label}</Label>}
      <Button className="ui-select">
        <SelectValue className="ui-select__value" />
        <ChevronDown className="ui-select__chevron" size={16} aria-hidden />
      </Button>
      <FieldNotes help={help} />
      <Popover className="ui-popover" offset={4}>
        <ListBox className="ui-list" items={options}>
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.label} className="ui-list__item">
              {({ isSelected }) => (
                <>
                  {option.icon}
                  <span className="ui-list__text">{option.label}</span>
                  {option.note ? <span className="ui-list__note">{option.note}</span> : null}
                  {isSelected ? <Check size={16} aria-hidden /> : null}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
