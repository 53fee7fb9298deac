import { useMemo } from 'react'
import { isContentField } from '#components/kit/content-fields.ts'
import { Segmented } from '#editor/ui/segmented.tsx'
import { Select } from '#editor/ui/select.tsx'
import { Switch } from '#editor/ui/switch.tsx'
import type { Field } from '#components/kit/fields.ts'
import { useLocalText, useWords } from '#editor/words/use-words.ts'
import { SetIcon } from '../session/block-icon.tsx'
import type { NodeId } from '#model/index.ts'
import { SessionContext, useSession } from '../session/use-session.tsx'
import type { FieldEditorProps } from './field-editor-props.ts'
import { ColourEditor } from './colour-editor.tsx'
import { DateTimeEditor } from './date-time-editor.tsx'
import { FixButtons } from './fix-buttons.tsx'
import { IconEditor } from './icon-editor.tsx'
import { LinkEditor } from './link-editor.tsx'
import { ListEditor } from './list-editor.tsx'
import { MoneyEditor } from './money-editor.tsx'
import { NumberEditor } from './number-editor.tsx'
import { PictureEditor } from './picture-editor.tsx'
import { ReferenceEditor } from './reference-editor.tsx'
import { SpacingEditor } from './spacing-editor.tsx'
import { RichTextEditor } from './rich-text-editor.tsx'
import { TextEditor } from './text-editor.tsx'
import { useFieldProblem } from './use-field-problem.ts'
import './inspector.css'

export interface FieldEditorOwnProps extends FieldEditorProps {
  /** The block it belongs to, where what it stands on matters. */
  readonly nodeId?: NodeId | undefined
}

/** Where the structure is locked, fields that hold content can be changed all the same, in the items of lists too. */
export function FieldEditor(props: FieldEditorOwnProps) {
  const session = useSession()
  const isOpen = session.canWrite && !session.canEdit && isContentField(props.field)
  const opened = useMemo(() => (isOpen ? { ...session, canEdit: true } : session), [isOpen, session])
  return (
    <SessionContext value={opened}>
      <CheckedField {...props} />
    </SessionContext>
  )
}

/** A field with what is wrong with it and how to mend that by a click. */
function CheckedField({ nodeId, ...props }: FieldEditorOwnProps) {
  const words = useWords()
  const { field, value, isMixed = false, onChange } = props
  const found = useFieldProblem(field, isMixed ? field.default : value, nodeId)
  // A text may hold several links, so "this page" would name none of them.
  const error =
    found && (field.kind === 'rich-text' ? words.checks.say[found.problem]() : words.inspector.problems[found.problem])
  return (
    <>
      <FieldControl {...props} error={error} />
      {found ? (
        <FixButtons
          found={found}
          showsProblem={!sayTheirProblems.has(field.kind)}
          onFix={(fixed) => onChange(fixed, 'step')}
        />
      ) : null}
    </>
  )
}

/** Kinds whose own control shows the sentence. */
const sayTheirProblems: ReadonlySet<Field['kind']> = new Set<Field['kind']>([
  'text',
  'rich-text',
  'number',
  'picture',
  'date-time',
])

/** The control for one field, chosen by its kind alone: a new block needs no code here. */
function FieldControl(props: FieldEditorProps & { readonly error: string | undefined }) {
  const { field, value, onChange, isMixed = false, owner, error } = props
  const say = useLocalText()
  const words = useWords()
  const { canEdit } = useSession()
  const label = say(field.label)
  const help = field.help && say(field.help)
  const shared = { value, onChange, isMixed }
  switch (field.kind) {
    case 'text':
      return <TextEditor field={field} {...shared} error={error} owner={owner} />
    case 'rich-text':
      return <RichTextEditor field={field} {...shared} error={error} />
    case 'number':
      return <NumberEditor field={field} {...shared} error={error} />
    case 'date-time':
      return <DateTimeEditor field={field} {...shared} error={error} />
    case 'spacing':
      return <SpacingEditor field={field} {...shared} />
    case 'switch':
      return (
        <Switch
          label={label}
          help={isMixed ? words.inspector.mixed : help}
          isSelected={!isMixed && value === true}
          onChange={(isOn) => onChange(isOn)}
          isDisabled={!canEdit}
        />
      )
    case 'choice': {
      const chosen = isMixed ? '' : typeof value === 'string' ? value : field.default
      const options = field.options.map(({ value: option, label: name, icon }) => ({
        value: option,
        label: say(name),
        ...(icon === undefined ? {} : { icon: <SetIcon name={icon} size={16} /> }),
      }))
      const isShort = options.length <= 4 && options.reduce((sum, option) => sum + widthOf(option.label), 0) <= 26
      return isShort ? (
        <>
          <Segmented
            label={label}
            options={options}
            value={chosen}
            onChange={(option) => onChange(option)}
            isDisabled={!canEdit}
          />
          {isMixed ? <span className="ui-field__help">{words.inspector.mixed}</span> : null}
        </>
      ) : (
        <Select
          label={label}
          help={help}
          placeholder={words.inspector.mixed}
          options={options}
          value={isMixed ? null : chosen}
          onChange={(option) => onChange(option)}
          isDisabled={!canEdit}
        />
      )
    }
    case 'money':
      return <MoneyEditor field={field} {...shared} />
    case 'colour':
      return <ColourEditor field={field} {...shared} />
    case 'picture':
      return <PictureEditor field={field} value={isMixed ? null : value} onChange={onChange} error={error} />
    case 'icon':
      return <IconEditor field={field} {...shared} />
    case 'link':
      return <LinkEditor field={field} {...shared} error={error} />
    case 'reference':
      return <ReferenceEditor field={field} {...shared} error={error} />
    case 'list':
      return <ListEditor field={field} {...shared} Item={FieldEditor} />
  }
}

/** A Chinese character takes about the room of two letters. */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? 2 : 1), 0)
}
