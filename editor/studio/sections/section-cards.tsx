import { Ellipsis, Link2 } from 'lucide-react'
import { useId, useState } from 'react'
import { Button as PlainButton } from 'react-aria-components'
import {
  deleteSection,
  instanceType,
  renameSection,
  restoreSection,
  transact,
  type SectionRecord,
} from '#model/index.ts'
import { mergeText } from '#runtime/frame/merge-text.ts'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { Menu } from '#editor/ui/menu.tsx'
import { TextField } from '#editor/ui/text-field.tsx'
import { showToast } from '#editor/ui/toast.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { draggedBlock } from '../canvas/drop-tree.ts'
import { useDragSource } from '../drag/drag-adapter.tsx'
import { useInsert } from '../insert/use-insert.ts'
import { useSession } from '../session/use-session.tsx'
import { editSection } from './edit-section.ts'
import { keyOfSection } from './section-source.ts'
import { usePlaceCount, useSections } from './use-sections.ts'
import './sections.css'

/** The group of the insert panel that people fill themselves. */
export function SectionCards({ search }: { readonly search: string }) {
  const words = useWords()
  const sections = useSections()
  const wanted = search.trim().toLowerCase()
  const found = sections.filter(({ name }) => name.toLowerCase().includes(wanted))
  if (wanted !== '' && found.length === 0) return null
  return (
    <section aria-label={words.sections.title}>
      <h3 className="st-group-title">{words.sections.title}</h3>
      {sections.length === 0 ? <p className="st-section-cards__empty">{words.sections.emptyHelp}</p> : null}
      <ul className="st-section-cards">
        {found.map((section) => (
          <li key={section.id}>
            <SectionCard section={section} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function SectionCard({ section }: { readonly section: SectionRecord }) {
  const session = useSession()
  const words = useWords()
  const [isRenaming, setRenaming] = useState(false)
  const count = usePlaceCount(section.id)
  const countId = useId()
  const insert = useInsert()
  const key = keyOfSection(section.id)
  const source = useDragSource(() => draggedBlock(instanceType, key), !session.canEdit)
  const name = section.name || words.sections.unnamed
  if (isRenaming) return <RenameCard section={section} onDone={() => setRenaming(false)} />
  return (
    <div className="st-section-card">
      <div {...source} className="st-section-card__drag" data-testid="section-card">
        <PlainButton
          className="st-section-card__place"
          aria-label={words.sections.placeCard(name)}
          aria-describedby={countId}
          isDisabled={!session.canEdit}
          onPress={() => insert(draggedBlock(instanceType, key))}
        >
          <Link2 size={16} aria-hidden />
          <span className="st-section-card__words">
            <span className="st-section-card__name">{name}</span>
            <span id={countId} className="st-section-card__count">
              {words.sections.places(count)}
            </span>
          </span>
        </PlainButton>
      </div>
      <Menu
        label={words.sections.more(name)}
        placement="bottom end"
        entries={[
          { id: 'edit', label: words.sections.edit, onAction: () => editSection(session.view, section.id) },
          {
            id: 'rename',
            label: words.sections.rename,
            isDisabled: !session.canEdit,
            onAction: () => setRenaming(true),
          },
          {
            id: 'delete',
            label: words.sections.delete,
            isDanger: true,
            startsGroup: true,
            isDisabled: !session.canEdit,
            onAction: () => {
              session.edit('delete-section', (program) => deleteSection(program, section.id))
              showToast({
                text: words.sections.deleted(name),
                action: {
                  label: words.common.undo,
                  run: () =>
                    transact(session.program, { by: 'command', name: 'restore-section' }, () =>
                      restoreSection(session.program, section.id),
                    ),
                },
              })
            },
          },
        ]}
      >
        <IconButton size="small" label={words.sections.more(name)} icon={<Ellipsis size={16} />} />
      </Menu>
    </div>
  )
}

function RenameCard({ section, onDone }: { readonly section: SectionRecord; readonly onDone: () => void }) {
  const session = useSession()
  const words = useWords()
  const [name, setName] = useState(section.name)
  const [base] = useState(section.name)
  const save = () => {
    // Somebody else may have changed it while this was typed.
    const wanted = mergeText(base, name.trim(), section.name)
    if (name.trim() !== '') session.edit('rename-section', (program) => renameSection(program, section.id, wanted))
    onDone()
  }
  return (
    <TextField
      label={words.sections.nameLabel}
      isLabelHidden
      autoFocus
      maxLength={40}
      value={name}
      onChange={setName}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save()
        if (event.key === 'Escape') onDone()
      }}
    />
  )
}
