/** What a visitor types, switches and picks. */
import { useEffect, useRef } from 'react'
import type { PropsOfPrimitive } from '../props.ts'
import { domAttributes, eventOf } from './dom-attributes.ts'

const inputModes = { text: undefined, number: 'numeric', digit: 'decimal', tel: 'tel' } as const

/** Focuses the element when `focus` turns true, also on first drawing. */
function useFocus<E extends HTMLElement>(focus: boolean | undefined) {
  const element = useRef<E>(null)
  useEffect(() => {
    if (focus) element.current?.focus()
  }, [focus])
  return element
}

export function Input(props: PropsOfPrimitive<'Input'>) {
  const {
    value,
    type = 'text',
    placeholder,
    maxlength,
    disabled,
    focus,
    confirmType,
    autoFill,
    onInput,
    onFocus,
    onBlur,
    onConfirm,
  } = props
  const element = useFocus<HTMLInputElement>(focus)
  return (
    <input
      {...domAttributes(props, 'sw-input')}
      ref={element}
      type={type === 'tel' ? 'tel' : 'text'}
      inputMode={inputModes[type]}
      value={value}
      placeholder={placeholder}
      maxLength={maxlength}
      disabled={disabled}
      enterKeyHint={confirmType}
      autoComplete={autoFill}
      onInput={(event) => onInput?.(eventOf(event, { value: event.currentTarget.value }))}
      onFocus={(event) => onFocus?.(eventOf(event, {}))}
      onBlur={(event) => onBlur?.(eventOf(event, {}))}
      onKeyDown={(event) => {
        // Enter while composing Chinese or Japanese chooses a candidate; it does not confirm the field.
        if (event.key === 'Enter' && !event.nativeEvent.isComposing)
          onConfirm?.(eventOf(event, { value: event.currentTarget.value }))
      }}
    />
  )
}

export function Textarea(props: PropsOfPrimitive<'Textarea'>) {
  const { value, placeholder, maxlength, disabled, focus, rows = 3, onInput, onFocus, onBlur } = props
  const element = useFocus<HTMLTextAreaElement>(focus)
  return (
    <textarea
      {...domAttributes(props, 'sw-input sw-textarea')}
      ref={element}
      value={value}
      placeholder={placeholder}
      maxLength={maxlength}
      disabled={disabled}
      rows={rows}
      onInput={(event) => onInput?.(eventOf(event, { value: event.currentTarget.value }))}
      onFocus={(event) => onFocus?.(eventOf(event, {}))}
      onBlur={(event) => onBlur?.(eventOf(event, {}))}
    />
  )
}

export function Switch(props: PropsOfPrimitive<'Switch'>) {
  const { checked, disabled, onChange } = props
  return (
    <input
      {...domAttributes(props, 'sw-switch')}
      type="checkbox"
      role="switch"
      checked={checked}
      disabled={disabled}
      onChange={(event) => onChange?.(eventOf(event, { value: event.currentTarget.checked }))}
    />
  )
}

export function Picker(props: PropsOfPrimitive<'Picker'>) {
  const {
    mode = 'selector',
    range = [],
    value,
    start,
    end,
    disabled,
    onChange,
    className,
    style,
    children,
    ...rest
  } = props
  const control = {
    ...domAttributes(rest, 'sw-picker__control'),
    value,
    disabled,
    onChange: (event: { currentTarget: { value: string }; stopPropagation(): void }) =>
      onChange?.(eventOf(event, { value: event.currentTarget.value })),
  }
  return (
    <div {...domAttributes({ className, style }, 'sw-picker')}>
      {children}
      {mode === 'selector' ? (
        <select {...control}>
          {range.map((text, index) => (
            <option key={text} value={String(index)}>
              {text}
            </option>
          ))}
        </select>
      ) : (
        <input {...control} type={mode} min={start} max={end} />
      )}
    </div>
  )
}
