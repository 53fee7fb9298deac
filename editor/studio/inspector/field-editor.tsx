import { NumberField } from '#editor/ui/number-field.tsx'
import { Segmented } from '#editor/ui/segmented.tsx'
import { Select } from '#editor/ui/select.tsx'
import { Switch } from '#editor/ui/switch.tsx'
import { useLocalText, useWords } from '#editor/words/use-words.ts'
import { SetIcon } from '../session/block-icon.tsx'
import { useSession } from '../session/use-session.tsx'
import { checkField } from './check-field.ts'
import type { FieldEditorProps } from './field-editor-props.ts'
import { ColourEditor } from './colour-editor.tsx'
import { IconEditor } from './icon-editor.tsx'
import { LinkEditor } from './link-editor.tsx'
import { ListEditor } from './list-editor.tsx'
import { MoneyEditor } from './money-editor.tsx'
import { PictureEditor } from './picture-editor.tsx'
import { ReferenceEditor } from './reference-editor.tsx'
import { TextEditor } from './text-editor.tsx'
import { useKnownThings } from './use-known-things.ts'
import './inspector.css'

/** The control for one field, chosen by its kind alone: a new block needs no code here. */
export function FieldEditor({ field, value, onChange }: FieldEditorProps) {
  const say = useLocalText()
  const words = useWords()
  const { canEdit } = useSession()
  const problem = checkField(field, value, useKnownThings())
  const label = say(field.label)
  const help = field.help && say(field.help)
  const error = problem && words.studio.problems[problem]
  switch (field.kind) {
    case 'text':
      return <TextEditor field={field} value={value} onChange={onChange} error={error} />
    case 'number':
      return (
        <NumberField
          label={label}
          help={help}
          unit={field.unit && words.studio.units[field.unit]}
          minValue={field.min}
          maxValue={field.max}
          step={field.step ?? 1}
          value={typeof value === 'number' ? value : field.default}
          onChange={(figure) => onChange(Number.isNaN(figure) ? field.default : figure)}
          isDisabled={!canEdit}
        />
      )
    case 'switch':
      return <Switch label={label} help={help} isSelected={value === true} onChange={onChange} isDisabled={!canEdit} />
    case 'choice': {
      const chosen = typeof value === 'string' ? value : field.default
      const options = field.options.map(({ value: option, label: name, icon }) => ({
        value: option,
        label: say(name),
        ...(icon === undefined ? {} : { icon: <SetIcon name={icon} size={16} /> }),
      }))
      const isShort = options.length <= 4 && options.reduce((sum, option) => sum + widthOf(option.label), 0) <= 26
      return isShort ? (
        <Segmented label={label} options={options} value={chosen} onChange={onChange} isDisabled={!canEdit} />
      ) : (
        <Select label={label} help={help} options={options} value={chosen} onChange={onChange} isDisabled={!canEdit} />
      )
    }
    case 'money':
      return <MoneyEditor field={field} value={value} onChange={onChange} />
    case 'colour':
      return <ColourEditor field={field} value={value} onChange={onChange} />
    case 'picture':
      return <PictureEditor field={field} value={value} onChange={onChange} error={error} />
    case 'icon':
      return <IconEditor field={field} value={value} onChange={onChange} />
    case 'link':
      return <LinkEditor field={field} value={value} onChange={onChange} error={error} />
    case 'reference':
      return <ReferenceEditor field={field} value={value} onChange={onChange} error={error} />
    case 'list':
      return <ListEditor field={field} value={value} onChange={onChange} Item={FieldEditor} />
  }
}

/** A Chinese character takes about the room of two letters. */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? 2 : 1), 0)
}
