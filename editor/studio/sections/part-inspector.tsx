import { EyeOff, Link2, Pencil, TriangleAlert } from 'lucide-react'
import { memo, useMemo } from 'react'
import type { Field } from '#components/kit/fields.ts'
import {
  applyOverride,
  findPart,
  overrideKey,
  resetOverride,
  setOverride,
  type JsonValue,
  type NodeId,
  type OverrideFacts,
  type PartPath,
} from '#model/index.ts'
import { Badge } from '#editor/ui/badge.tsx'
import { Button } from '#editor/ui/button.tsx'
import { useLocalText, useWords } from '#editor/words/use-words.ts'
import { createTypingGesture } from '../canvas/typing-gesture.ts'
import { isShown } from '#compiler/checks/is-shown.ts'
import { isContinuous } from '../inspector/field-edit.ts'
import { FieldEditor } from '../inspector/field-editor.tsx'
import { FieldGroup } from '../inspector/field-group.tsx'
import { LockedField } from '../locks/locked-field.tsx'
import { BlockIcon } from '../session/block-icon.tsx'
import { useCommand } from '../session/use-commands.ts'
import { useSession, useTopic } from '../session/use-session.tsx'
import { editSectionCommand, hideChosenPart } from './linked-section-commands.ts'
import { useCompiled } from './use-compiled.ts'
import { useSection } from './use-sections.ts'
import './section-panels.css'

const groups = ['content', 'layout', 'style', 'advanced'] as const

/** A block inside a placed section: what is set here counts here, and each field says where its value comes from. */
export function PartInspector({ id }: { readonly id: NodeId }) {
  const { program, blocks } = useSession()
  const words = useWords()
  const compiled = useCompiled(id)
  const part = findPart(program, id)
  useTopic(part?.instance.id)
  const section = useSection(part?.sectionId)
  const edit = useCommand(editSectionCommand)
  const hide = useCommand(hideChosenPart)
  if (!part || !compiled) return null
  const { source, path, instance } = part
  const definition = blocks.find(source.type)
  const props = { ...compiled.props, ...part.props }
  return (
    <div className="st-inspector" data-testid="inspector">
      <header className="st-inspector__head st-section-head">
        <BlockIcon type={source.type} size={20} />
        <div className="st-section-head__words">
          <h2 className="st-inspector__name">{words.studio.nameOf(blocks.nameOf(source.type))}</h2>
          <p className="st-section-head__note">
            <Link2 size={12} aria-hidden /> {words.sections.partOf(section?.name || words.sections.unnamed)}
          </p>
        </div>
      </header>
      <div className="st-section-panel">
        <p className="st-section-note">{words.sections.onlyHereNote}</p>
        <div className="st-section-panel__row">
          <Button size="small" icon={<Pencil size={14} aria-hidden />} isDisabled={!edit.isEnabled} onPress={edit.run}>
            {edit.label}
          </Button>
          <Button size="small" icon={<EyeOff size={14} aria-hidden />} isDisabled={!hide.isEnabled} onPress={hide.run}>
            {hide.label}
          </Button>
        </div>
      </div>
      {compiled.problem ? (
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
          <FieldGroup
            key={group}
            name={group}
            title={words.studio.fieldGroups[group]}
            isOpenAtFirst={group !== 'advanced'}
          >
            {fields.map(([prop, field]) => (
              <PartField
                key={prop}
                id={id}
                instance={instance.id}
                path={path}
                prop={prop}
                field={field}
                value={props[prop] ?? field.default}
                isOnlyHere={instance.props[overrideKey(path, prop)] !== undefined}
              />
            ))}
          </FieldGroup>
        )
      })}
    </div>
  )
}

interface PartFieldProps {
  readonly id: NodeId
  readonly instance: NodeId
  readonly path: PartPath
  readonly prop: string
  readonly field: Field
  readonly value: JsonValue
  readonly isOnlyHere: boolean
}

function factsOf(field: Field): OverrideFacts {
  if (field.kind !== 'list') return { isText: field.kind === 'text' || field.kind === 'rich-text' }
  return { isText: false, isItemText: (name) => field.item[name]?.kind === 'text' }
}

const PartField = memo(function PartField({ id, instance, path, prop, field, value, isOnlyHere }: PartFieldProps) {
  const session = useSession()
  const words = useWords()
  const say = useLocalText()
  const gesture = useMemo(() => createTypingGesture(performance), [])
  const name = say(field.label)
  return (
    <div className="st-bound" data-field={prop} data-only-here={isOnlyHere || undefined}>
      <LockedField ids={[id]} prop={prop} field={field}>
        <FieldEditor
          field={field}
          value={value}
          onChange={(next) =>
            session.edit(
              'override',
              (program) => setOverride(program, id, prop, next, factsOf(field)),
              isContinuous(field) ? gesture.of(`${id}/${prop}`) : undefined,
            )
          }
        />
      </LockedField>
      {isOnlyHere ? (
        <div className="st-only-here">
          <Badge tone="accent">{words.sections.onlyHere}</Badge>
          {session.canEdit ? (
            <>
              <Button
                size="small"
                variant="plain"
                aria-label={words.sections.resetField(name)}
                onPress={() =>
                  session.edit('reset-override', (program) => resetOverride(program, instance, overrideKey(path, prop)))
                }
              >
                {words.sections.reset}
              </Button>
              <Button
                size="small"
                variant="plain"
                aria-label={words.sections.applyField(name)}
                onPress={() => session.edit('apply-override', (program) => applyOverride(program, id, prop))}
              >
                {words.sections.apply}
              </Button>
            </>
          ) : null}
        </div>
      ) : null}
    </div>
  )
})
