import { ChevronRight, MousePointerClick, RotateCcw, TriangleAlert } from 'lucide-react'
import { memo, useMemo } from 'react'
import { Button as PlainButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import type { Field } from '#components/kit/fields.ts'
import type { JsonValue, NodeId, NodeRecord } from '#model/index.ts'
import { EmptyState } from '#editor/ui/empty-state.tsx'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { useLocalText, useWords } from '#editor/words/use-words.ts'
import { createTypingGesture } from '../canvas/typing-gesture.ts'
import { BlockIcon } from '../session/block-icon.tsx'
import { useNode, useSession, useView } from '../session/use-session.tsx'
import { isChanged, isContinuous, isShown, resetField, writeField } from './field-edit.ts'
import { FieldEditor } from './field-editor.tsx'
import './inspector.css'

const groups = ['content', 'layout', 'style', 'advanced'] as const

export function Inspector() {
  const words = useWords()
  const selected = useView((view) => view.selected)
  const node = useNode(selected)
  if (!node) {
    return (
      <EmptyState
        icon={<MousePointerClick size={28} />}
        title={words.studio.nothingSelected}
        text={words.studio.nothingSelectedHelp}
      />
    )
  }
  return <NodeInspector key={node.id} node={node} />
}

function NodeInspector({ node }: { readonly node: NodeRecord }) {
  const { blocks, compiler } = useSession()
  const words = useWords()
  const definition = blocks.find(node.type)
  const compiled = compiler.node(node.id)
  const name = words.studio.nameOf(blocks.nameOf(node.type))
  const props = { ...compiled?.props, ...node.props }
  return (
    <div className="st-inspector" data-testid="inspector">
      <header className="st-inspector__head">
        <BlockIcon type={node.type} size={20} />
        <h2 className="st-inspector__name">{name}</h2>
      </header>
      {compiled?.problem ? (
        <p className="st-inspector__problem" role="alert">
          <TriangleAlert size={16} aria-hidden />
          {words.studio.blockProblems[compiled.problem.code]}
        </p>
      ) : null}
      {groups.map((group) => {
        const fields = Object.entries(definition?.fields ?? {}).filter(
          ([, field]) => (field.group ?? 'content') === group && isShown(field, props),
        )
        return fields.length === 0 ? null : (
          <FieldGroup key={group} title={words.studio.fieldGroups[group]} isOpenAtFirst={group !== 'advanced'}>
            {fields.map(([prop, field]) => (
              <BoundField
                key={prop}
                id={node.id}
                type={node.type}
                prop={prop}
                field={field}
                stored={node.props[prop]}
                value={props[prop] ?? field.default}
              />
            ))}
          </FieldGroup>
        )
      })}
      {definition && Object.keys(definition.fields).length === 0 ? (
        <p className="st-inspector__none">{words.studio.nothingToSet}</p>
      ) : null}
    </div>
  )
}

function FieldGroup({
  title,
  isOpenAtFirst,
  children,
}: {
  readonly title: string
  readonly isOpenAtFirst: boolean
  readonly children: React.ReactNode
}) {
  return (
    <Disclosure className="st-fields" defaultExpanded={isOpenAtFirst}>
      <Heading level={3} className="st-fields__title">
        <PlainButton slot="trigger" className="st-fields__toggle">
          {title}
          <ChevronRight size={14} aria-hidden />
        </PlainButton>
      </Heading>
      <DisclosurePanel className="st-fields__panel">{children}</DisclosurePanel>
    </Disclosure>
  )
}

interface BoundFieldProps {
  readonly id: NodeId
  readonly type: string
  readonly prop: string
  readonly field: Field
  /** As it lies in the document; undefined while it is the default. */
  readonly stored: JsonValue | undefined
  readonly value: JsonValue
}

/** A field of the selected block, bound to the document. Typing in one does not draw the others again. */
const BoundField = memo(function BoundField({ id, type, prop, field, stored, value }: BoundFieldProps) {
  const session = useSession()
  const words = useWords()
  const say = useLocalText()
  const gesture = useMemo(() => createTypingGesture(performance), [])
  const definition = session.blocks.find(type)
  const write = (next: JsonValue) =>
    session.edit(
      'change-property',
      (program) => writeField(program, definition, id, prop, next),
      isContinuous(field) ? gesture.of(`${id}/${prop}`) : undefined,
    )
  const canReset = session.canEdit && field.kind !== 'switch' && isChanged(field, stored)
  return (
    <div className="st-bound" data-field={prop}>
      <FieldEditor field={field} value={value} onChange={write} />
      {canReset ? (
        <span className="st-bound__reset">
          <IconButton
            size="small"
            label={words.studio.resetField(say(field.label))}
            icon={<RotateCcw size={12} aria-hidden />}
            onPress={() => session.edit('reset-property', (program) => resetField(program, definition, id, prop))}
          />
        </span>
      ) : null}
    </div>
  )
})
