import { TriangleAlert } from 'lucide-react'
import { memo, useMemo } from 'react'
import type { Field } from '#components/kit/fields.ts'
import { isCodeBlockType, type NodeId } from '#model/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import { EditCodeButton } from '../code-blocks/edit-code-button.tsx'
import { LockNotice } from '../locks/lock-notice.tsx'
import { BoundField } from './bound-field.tsx'
import type { EditedField } from './common-values.ts'
import { useEditedBlocks, useShape, type EditedBlocks } from './edited-blocks.ts'
import { FieldGroup } from './field-group.tsx'
import { InspectorHead } from './inspector-head.tsx'
import { ShowWhenEditor } from './show-when-editor.tsx'

const groups = ['content', 'layout', 'style', 'showWhen', 'advanced'] as const

interface BlocksInspectorProps {
  readonly ids: readonly NodeId[]
  /** One that is kept for later shows the blocks that it showed last, and looks again once it is shown. */
  readonly isShown: boolean
}

/** What can be set for these blocks. Another choice of the same kind gives the fields that stand here new values. */
export const BlocksInspector = memo(
  function BlocksInspector({ ids, isShown }: BlocksInspectorProps) {
    const words = useWords()
    const edited = useEditedBlocks(ids)
    const { type, fields, problem } = useShape(edited)
    const changed = useMemo(
      () =>
        fields
          .filter((each) => each.isChanged)
          .map(({ prop, field }) => ({ prop, isLook: field.group === 'layout' || field.group === 'style' })),
      [fields],
    )
    const inGroups = useMemo(() => new Map(groups.map((group) => [group, fieldsOf(fields, group)])), [fields])
    return (
      <div className="st-inspector" hidden={!isShown} data-testid={isShown ? 'inspector' : undefined}>
        <InspectorHead ids={ids} type={type} changed={changed} />
        <EditCodeButton type={type} />
        <LockNotice id={ids.at(-1)} />
        {problem ? (
          <p className="st-inspector__problem" role="alert">
            <TriangleAlert size={16} aria-hidden />
            {problem === 'unknown-block' && isCodeBlockType(type ?? '')
              ? words.codeBlocks.state.never
              : words.studio.blockProblems[problem]}
          </p>
        ) : null}
        {groups.map((group) =>
          group === 'showWhen' ? (
            <ShowWhenGroup key={group} ids={ids} />
          ) : (
            <Fields key={group} group={group} edited={edited} fields={inGroups.get(group) ?? []} />
          ),
        )}
        {fields.length === 0 ? (
          <p className="st-inspector__none">
            {ids.length > 1 ? words.inspector.nothingInCommon : words.studio.nothingToSet}
          </p>
        ) : null}
      </div>
    )
  },
  (before, now) => before.isShown === now.isShown && (before.ids === now.ids || !now.isShown),
)

function fieldsOf(fields: readonly EditedField[], group: (typeof groups)[number]): readonly EditedField[] {
  return fields.filter(({ field }) => (field.group ?? 'content') === group)
}

const ShowWhenGroup = memo(function ShowWhenGroup({ ids }: { readonly ids: readonly NodeId[] }) {
  const words = useWords()
  return (
    <FieldGroup name="showWhen" title={words.situations.showWhen} isOpenAtFirst={false}>
      <ShowWhenEditor ids={ids} />
    </FieldGroup>
  )
})

interface FieldsProps {
  readonly group: Exclude<(typeof groups)[number], 'showWhen'>
  readonly edited: EditedBlocks
  readonly fields: readonly EditedField[]
}

const Fields = memo(function Fields({ group, edited, fields }: FieldsProps) {
  const words = useWords()
  if (fields.length === 0) return null
  const owner = edited.ids.join()
  return (
    <FieldGroup name={group} title={words.studio.fieldGroups[group]} isOpenAtFirst={group !== 'advanced'}>
      {fields.map(({ prop, field }) => (
        <BoundField
          key={`${prop}/${field.kind}/${hasOwnState.has(field.kind) ? owner : ''}`}
          edited={edited}
          prop={prop}
          field={field}
        />
      ))}
    </FieldGroup>
  )
})

/** Kinds whose control holds what is not in the document yet: it belongs to the blocks that it was begun for. */
const hasOwnState: ReadonlySet<Field['kind']> = new Set<Field['kind']>([
  'rich-text',
  'number',
  'date-time',
  'money',
  'colour',
  'picture',
  'icon',
  'link',
  'reference',
  'list',
])
