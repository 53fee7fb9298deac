import { useCallback } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { CompiledTheme } from '#model/compiled-program.ts'
import { themeVariables } from '#runtime/theme-css.ts'

interface LookPickerProps<Value extends string> {
  readonly label: string
  readonly options: readonly Value[]
  readonly nameOf: (value: Value) => string
  /** The program's theme with this option. */
  readonly themeWith: (value: Value) => CompiledTheme
  readonly part: 'texture' | 'picture'
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly isDisabled: boolean
}

/** One of several looks, each shown as it would be in the program's own colours. */
export function LookPicker<Value extends string>(props: LookPickerProps<Value>) {
  const { label, options, nameOf, themeWith, part, value, onChange, isDisabled } = props
  return (
    <div className="ui-field">
      <span className="ui-field__label" aria-hidden>
        {label}
      </span>
      <ToggleButtonGroup
        className="st-looks"
        aria-label={label}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[value]}
        isDisabled={isDisabled}
        onSelectionChange={(keys) => {
          const chosen = options.find((option) => keys.has(option))
          if (chosen !== undefined && chosen !== value) onChange(chosen)
        }}
      >
        {options.map((option) => (
          <ToggleButton key={option} id={option} className="st-looks__look">
            <LookSample theme={themeWith(option)} part={part} />
            <span className="st-looks__name">{nameOf(option)}</span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  )
}

function LookSample({ theme, part }: { readonly theme: CompiledTheme; readonly part: 'texture' | 'picture' }) {
  const variables = themeVariables(theme, theme.scheme === 'dark' ? 'dark' : 'light')
  const setVariables = useCallback(
    (element: HTMLElement | null) => {
      if (element) element.style.cssText = variables
    },
    [variables],
  )
  return (
    <span ref={setVariables} className={`st-looks__sample st-looks__sample--${part}`} aria-hidden>
      {part === 'picture' ? <span className="st-looks__picture" /> : null}
    </span>
  )
}
