import { Minus, Plus } from 'lucide-react'
import {
  NumberField as AriaNumberField,
  Button,
  Group,
  Input,
  Label,
  type NumberFieldProps as AriaNumberFieldProps,
} from 'react-aria-components'
import { FieldNotes } from './text-field.tsx'
import './field.css'

export interface NumberFieldProps extends Omit<AriaNumberFieldProps, 'className' | 'children' | 'style'> {
  readonly label: string
  readonly isLabelHidden?: boolean
  readonly help?: string
  readonly error?: string
  /** Shown behind the figure, e.g. `px`. */
  readonly unit?: string
  readonly placeholder?: string
}

export function NumberField({ label, isLabelHidden, help, error, unit, placeholder, ...rest }: NumberFieldProps) {
  return (
    <AriaNumberField
      {...rest}
      isInvalid={rest.isInvalid ?? error !== undefined}
      className="ui-field"
      {...(isLabelHidden ? { 'aria-label': label } : {})}
    >
      {isLabelHidden ? null : <Label className="ui-field__label">{label}</Label>}
      <Group className="ui-input-group">
        <Input className="ui-input ui-tabular" placeholder={placeholder} />
        {unit ? <span className="ui-input-group__unit">{unit}</span> : null}
        <Button slot="decrement" className="ui-stepper">
          <Minus size={14} aria-hidden />
        </Button>
        <Button slot="increment" className="ui-stepper">
          <Plus size={14} aria-hidden />
        </Button>
      </Group>
      <FieldNotes help={help} error={error} />
    </AriaNumberField>
  )
}
