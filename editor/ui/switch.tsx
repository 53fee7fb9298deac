import { Switch as AriaSwitch } from 'react-aria-components'
import './field.css'
import './switch.css'

export interface SwitchProps {
  readonly label: string
  readonly isLabelHidden?: boolean
  readonly help?: string
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
  readonly isDisabled?: boolean
}

export function Switch({ label, isLabelHidden, help, ...rest }: SwitchProps) {
  return (
    <AriaSwitch {...rest} className="ui-switch" {...(isLabelHidden ? { 'aria-label': label } : {})}>
      {isLabelHidden ? null : (
        <span className="ui-switch__words">
          <span>{label}</span>
          {help ? <span className="ui-field__help">{help}</span> : null}
        </span>
      )}
      <span className="ui-switch__track" aria-hidden />
    </AriaSwitch>
  )
}
