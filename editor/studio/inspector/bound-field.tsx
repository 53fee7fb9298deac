import { RotateCcw } from 'lucide-react'
import { memo, useMemo } from 'react'
import type { Field } from '#components/kit/fields.ts'
import { isLocked, type JsonValue, type NodeId } from '#model/index.ts'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { useLocalText, useWords } from '#editor/words/use-words.ts'
import { LockedField } from '../locks/locked-field.tsx'
import { createTypingGesture } from '../canvas/typing-gesture.ts'
import { useSession } from '../session/use-session.tsx'
import { describeValue } from './describe-value.ts'
import { useFieldState, type EditedBlocks } from './edited-blocks.ts'
import { isContinuous, resetField, writeField } from './field-edit.ts'
import { FieldEditor } from './field-editor.tsx'
import './inspector.css'

export interface BoundFieldProps {
  /** The blocks it is set for, the leading one last. */
  readonly edited: EditedBlocks
  readonly prop: string
  readonly field: Field
}

/**
 * A field of the chosen blocks, bound to the document: what is set goes to all of them in one undo step. Typing in one
 * does not draw the others again.
 */
export const BoundField = memo(function BoundField(props: BoundFieldProps) {
  const { edited, prop, field } = props
  const { ids } = edited
  const { value, isMixed, isChanged } = useFieldState(edited, props)
  const session = useSession()
  const gesture = useMemo(() => createTypingGesture(performance), [])
  const definitionOf = (id: NodeId) => session.blocks.find(session.program.node(id)?.type ?? '')
  const write = (next: JsonValue, stretch?: string) => {
    const isStep = stretch === 'step' || (stretch === undefined && !isContinuous(field))
    session.edit(
      'change-property',
      (program) => {
        for (const id of ids) if (program.has(id)) writeField(program, definitionOf(id), id, prop, next)
      },
      isStep ? undefined : gesture.of(`${ids.join(',')}/${prop}/${stretch ?? ''}`),
    )
  }
  const isOwn = session.canLock || !ids.some((id) => isLocked(session.program, id, prop))
  const canReset = session.canEdit && isOwn && isChanged
  return (
    <div className="st-bound" data-field={prop} data-kind={field.kind} data-changed={isChanged || undefined}>
      <LockedField ids={ids} prop={prop} field={field}>
        <FieldEditor
          field={field}
          value={value}
          onChange={write}
          isMixed={isMixed}
          nodeId={ids.at(-1)}
          owner={ids.join()}
        />
      </LockedField>
      {canReset ? <ResetButton ids={ids} prop={prop} field={field} /> : null}
    </div>
  )
})

interface ResetButtonProps {
  readonly ids: readonly NodeId[]
  readonly prop: string
  readonly field: Field
}

/** Apart, so that typing does not draw it anew with every letter. */
const ResetButton = memo(function ResetButton({ ids, prop, field }: ResetButtonProps) {
  const session = useSession()
  const words = useWords()
  const say = useLocalText()
  const reset = () =>
    session.edit('reset-property', (program) => {
      for (const id of ids)
        if (program.has(id)) resetField(program, session.blocks.find(program.node(id)?.type ?? ''), id, prop)
    })
  return (
    <span className="st-bound__reset">
      <IconButton
        size="small"
        label={words.inspector.resetField(say(field.label), describeValue(field, field.default, say, words))}
        icon={<RotateCcw size={12} aria-hidden />}
        onPress={reset}
      />
    </span>
  )
})
