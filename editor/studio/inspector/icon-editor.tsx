import { ChevronDown } from 'lucide-react'
import { Button, ListBox, ListBoxItem } from 'react-aria-components'
import type { IconField } from '#components/kit/fields.ts'
import { iconPaths } from '#components/primitives/icon-paths.ts'
import { Popover } from '#editor/ui/popover.tsx'
import { useLocalText } from '#editor/words/use-words.ts'
import { SetIcon } from '../session/block-icon.tsx'
import { useSession } from '../session/use-session.tsx'
import type { FieldEditorProps } from './field-editor-props.ts'

/** For building the icons of programs themselves, not for choosing from. */
const parts: ReadonlySet<string> = new Set([
  'plus',
  'minus',
  'close',
  'check',
  'chevron-left',
  'chevron-right',
  'chevron-up',
  'chevron-down',
  'edit',
  'trash',
  'pause',
  'play',
  'refresh',
])
const names = Object.keys(iconPaths).filter((name) => !parts.has(name))

export function IconEditor({ field, value, onChange }: FieldEditorProps<IconField>) {
  const say = useLocalText()
  const { canEdit } = useSession()
  const label = say(field.label)
  return (
    <IconPicker
      label={label}
      value={typeof value === 'string' ? value : ''}
      onChange={onChange}
      isDisabled={!canEdit}
    />
  )
}

export interface IconPickerProps {
  readonly label: string
  readonly value: string
  readonly onChange: (name: string) => void
  readonly isDisabled?: boolean
}

export function IconPicker({ label, value, onChange, isDisabled }: IconPickerProps) {
  return (
    <div className="ui-field">
      <span className="ui-field__label">{label}</span>
      <Popover
        label={label}
        widthPx={272}
        trigger={
          <Button className="ui-select" aria-label={`${label}: ${value}`} isDisabled={isDisabled}>
            <SetIcon name={value} />
            <span className="ui-select__value">{value}</span>
            <ChevronDown className="ui-select__chevron" size={16} aria-hidden />
          </Button>
        }
      >
        {(close) => (
          <ListBox
            className="st-icons"
            aria-label={label}
            layout="grid"
            selectionMode="single"
            selectedKeys={[value]}
            onSelectionChange={(keys) => {
              const [key] = keys === 'all' ? [] : [...keys]
              if (key !== undefined) onChange(String(key))
              close()
            }}
          >
            {names.map((name) => (
              <ListBoxItem key={name} id={name} textValue={name} aria-label={name} className="st-icons__icon">
                <SetIcon name={name} size={20} />
              </ListBoxItem>
            ))}
          </ListBox>
        )}
      </Popover>
    </div>
  )
}
