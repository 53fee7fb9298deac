/** What a visitor types. */
import type { PropsOfPrimitive } from '../props.ts'
import { domAttributes, eventOf } from './dom-attributes.ts'
import { useFocus } from './use-focus.ts'

const inputModes = { text: undefined, number: 'numeric', digit: 'decimal', tel: 'tel' } as const

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
