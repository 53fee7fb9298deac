/** Longer texts, switches and pickers. */
import type { PropsOfPrimitive } from '../props.ts'
import { domAttributes, eventOf } from './dom-attributes.ts'
import { useFocus } from './use-focus.ts'

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
