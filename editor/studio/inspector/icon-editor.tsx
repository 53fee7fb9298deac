import { ChevronDown } from 'lucide-react'
import { Button, ListBox, ListBoxItem } from 'react-aria-components'
import type { IconField } from '#components/kit/fields.ts'
import { Popover } from '#editor/ui/popover.tsx'
import { useLocalText, useWords } from '#editor/words/use-words.ts'
import { SetIcon } from '../session/block-icon.tsx'
import { useSession } from '../session/use-session.tsx'
import type { FieldEditorProps } from './field-editor-props.ts'

export function IconEditor({ field, value, onChange, isMixed = false }: FieldEditorProps<IconField>) {
  const say = useLocalText()
  const { canEdit } = useSession()
  const label = say(field.label)
  return (
    <IconPicker
      label={label}
      value={!isMixed && typeof value === 'string' ? value : ''}
      onChange={(name) => onChange(name)}
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
  const { inspector, studio } = useWords()
  // Those without a name are parts of which programs themselves are built, not for choosing from.
  const icons: { readonly [name: string]: string } = inspector.icons
  const chosen = icons[value] ?? studio.notSet
  return (
    <div className="ui-field">
      <span className="ui-field__label">{label}</span>
      <Popover
        label={label}
        widthPx={272}
        trigger={
          <Button className="ui-select" aria-label={`${label}: ${chosen}`} isDisabled={isDisabled}>
            <SetIcon name={value} />
            <span className="ui-select__value">{chosen}</span>
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
            {Object.entries(icons).map(([name, shown]) => (
              <ListBoxItem key={name} id={name} textValue={shown} aria-label={shown} className="st-icons__icon">
                <SetIcon name={name} size={20} />
              </ListBoxItem>
            ))}
          </ListBox>
        )}
      </Popover>
    </div>
  )
}
