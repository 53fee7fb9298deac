import { Search, X, TriangleAlert } from 'lucide-react'
import type { ReactNode, RefCallback } from 'react'
import {
  TextField as AriaTextField,
  SearchField as AriaSearchField,
  Button,
  FieldError,
  Group,
  Input,
  Label,
  Text,
  TextArea,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components'
import './field.css'

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'children' | 'style'> {
  readonly label: string
  /** The label stays for screen readers only. */
  readonly isLabelHidden?: boolean
  readonly help?: string
  readonly error?: string
  readonly placeholder?: string
  /** More than one makes it a text area. */
  readonly rows?: number
  readonly size?: 'medium' | 'large'
  /** The element that is typed in. */
  readonly inputRef?: RefCallback<HTMLInputElement | HTMLTextAreaElement>
  /** With another key the element is a new one, without what the browser remembers of the old: caret, undo, letters begun. */
  readonly inputKey?: string
}

export function TextField({
  label,
  isLabelHidden,
  help,
  error,
  placeholder,
  rows = 1,
  size = 'medium',
  inputRef,
  inputKey,
  ...rest
}: TextFieldProps) {
  return (
    <AriaTextField
      {...rest}
      isInvalid={rest.isInvalid ?? error !== undefined}
      className={`ui-field ui-field--${size}`}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
    >
      {isLabelHidden ? null : <Label className="ui-field__label">{label}</Label>}
      {rows > 1 ? (
        <TextArea key={inputKey} ref={inputRef} className="ui-input" rows={rows} placeholder={placeholder} />
      ) : (
        <Input key={inputKey} ref={inputRef} className="ui-input" placeholder={placeholder} />
      )}
      <FieldNotes help={help} error={error} />
    </AriaTextField>
  )
}

export interface SearchFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Name of the button that empties the field. */
  readonly clearLabel: string
  readonly autoFocus?: boolean
}

export function SearchField({ label, clearLabel, ...rest }: SearchFieldProps) {
  return (
    <AriaSearchField {...rest} aria-label={label} className="ui-field">
      <Group className="ui-input-group">
        <span className="ui-input-group__icon">
          <Search size={16} aria-hidden />
        </span>
        <Input className="ui-input ui-input--search" placeholder={label} />
        {rest.value === '' ? null : (
          <Button className="ui-icon-button ui-icon-button--small" aria-label={clearLabel}>
            <X size={14} aria-hidden />
          </Button>
        )}
      </Group>
    </AriaSearchField>
  )
}

/** The line of help or the error below a field; inside a React Aria field it is announced with it. */
export function FieldNotes({ help, error }: { readonly help?: ReactNode; readonly error?: string }) {
  return (
    <>
      {help && !error ? (
        <Text slot="description" className="ui-field__help">
          {help}
        </Text>
      ) : null}
      <FieldError className="ui-field__error">
        {({ validationErrors }) => (
          <>
            <TriangleAlert size={14} aria-hidden />
            <span>{error ?? validationErrors.join(' ')}</span>
          </>
        )}
      </FieldError>
    </>
  )
}
