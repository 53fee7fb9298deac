import { Eye, Link2, Pencil, Unlink } from 'lucide-react'
import { useMemo } from 'react'
import {
  findPart,
  hidden,
  overrideKey,
  overridesOf,
  partId,
  renameSection,
  resetOverride,
  restoreSection,
  type NodeId,
  type NodeRecord,
  type SectionRecord,
} from '#model/index.ts'
import { Button } from '#editor/ui/button.tsx'
import { TextField } from '#editor/ui/text-field.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { createTypingGesture } from '../canvas/typing-gesture.ts'
import { FieldGroup } from '../inspector/field-group.tsx'
import { ShowWhenEditor } from '../inspector/show-when-editor.tsx'
import { useCommand } from '../session/use-commands.ts'
import { useSession } from '../session/use-session.tsx'
import { detachSection, editSectionCommand } from './linked-section-commands.ts'
import { usePlaceCount, useSectionOf } from './use-sections.ts'
import './section-panels.css'

/** One place of a section: what it is, where else it stands, what is other here, and when the whole of it is shown. */
export function PlaceInspector({ node }: { readonly node: NodeRecord }) {
  const words = useWords()
  const section = useSectionOf(node.id)
  const ids = useMemo(() => [node.id], [node.id])
  if (!section) return <p className="st-inspector__none">{words.studio.blockProblems['section-gone']}</p>
  return (
    <div className="st-inspector" data-testid="inspector">
      <header className="st-inspector__head st-section-head">
        <Link2 size={20} aria-hidden />
        <div className="st-section-head__words">
          <h2 className="st-inspector__name">{section.name || words.sections.unnamed}</h2>
          <PlaceCount section={section} />
        </div>
      </header>
      <div className="st-section-panel">
        {section.isDeleted ? <Deleted section={section} /> : null}
        <Naming section={section} />
        <Actions />
        <Differences node={node} />
      </div>
      <FieldGroup name="showWhen" title={words.situations.showWhen} isOpenAtFirst={false}>
        <ShowWhenEditor ids={ids} />
      </FieldGroup>
    </div>
  )
}

function PlaceCount({ section }: { readonly section: SectionRecord }) {
  const words = useWords()
  const count = usePlaceCount(section.id)
  return (
    <p className="st-section-head__note">
      {words.sections.linked}, {words.sections.places(count)}
    </p>
  )
}

function Deleted({ section }: { readonly section: SectionRecord }) {
  const session = useSession()
  const words = useWords()
  return (
    <div className="st-section-note">
      <p>{words.sections.isDeleted}</p>
      <Button
        size="small"
        isDisabled={!session.canEdit}
        onPress={() => session.edit('restore-section', (program) => restoreSection(program, section.id))}
      >
        {words.sections.offerAgain}
      </Button>
    </div>
  )
}

function Naming({ section }: { readonly section: SectionRecord }) {
  const session = useSession()
  const words = useWords()
  const gesture = useMemo(() => createTypingGesture(performance), [])
  return (
    <TextField
      label={words.sections.nameLabel}
      value={section.name}
      maxLength={40}
      isReadOnly={!session.canEdit}
      onChange={(name) =>
        session.edit(
          'rename-section',
          (program) => renameSection(program, section.id, name),
          gesture.of(`section/${section.id}`),
        )
      }
    />
  )
}

function Actions() {
  const words = useWords()
  const edit = useCommand(editSectionCommand)
  const detach = useCommand(detachSection)
  return (
    <>
      <Button isWide icon={<Pencil size={16} aria-hidden />} isDisabled={!edit.isEnabled} onPress={edit.run}>
        {edit.label}
      </Button>
      <div>
        <Button isWide icon={<Unlink size={16} aria-hidden />} isDisabled={!detach.isEnabled} onPress={detach.run}>
          {detach.label}
        </Button>
        <p className="ui-field__help">{words.sections.detachHelp}</p>
      </div>
    </>
  )
}

function Differences({ node }: { readonly node: NodeRecord }) {
  const session = useSession()
  const words = useWords()
  const { program, blocks } = session
  const all = overridesOf(node.props)
  const away = all.filter(({ prop }) => prop === hidden)
  const nameOf = (id: NodeId) => words.studio.nameOf(blocks.nameOf(findPart(program, id)?.source.type ?? ''))
  return (
    <div className="st-section-differences">
      <p>{words.sections.differences(all.length)}</p>
      {all.length === 0 ? <p className="ui-field__help">{words.sections.clickInside}</p> : null}
      {away.map(({ path }) => {
        const name = nameOf(partId(node.id, path))
        return (
          <Button
            key={path}
            size="small"
            icon={<Eye size={14} aria-hidden />}
            isDisabled={!session.canEdit}
            onPress={() => session.edit('show-part', () => resetOverride(program, node.id, overrideKey(path, hidden)))}
          >
            {words.sections.showAgain(name)}
          </Button>
        )
      })}
      {all.length > 0 ? (
        <Button
          size="small"
          isDisabled={!session.canEdit}
          onPress={() =>
            session.edit('reset-section', () => {
              for (const { path, prop } of all) resetOverride(program, node.id, overrideKey(path, prop))
            })
          }
        >
          {words.sections.resetAll}
        </Button>
      ) : null}
    </div>
  )
}
