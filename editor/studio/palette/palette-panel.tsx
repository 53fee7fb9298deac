import { SearchX } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { BlockDefinition } from '#components/kit/define-block.ts'
import { EmptyState } from '#editor/ui/empty-state.tsx'
import { SearchField } from '#editor/ui/text-field.tsx'
import { Tooltip } from '#editor/ui/tooltip.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { placeForNew, dropTreeOf } from '../commands/structure.ts'
import { hasJustDragged, useDragSource } from '../drag/drag-adapter.tsx'
import { insertBlock } from '../session/block-facts.ts'
import type { StudioSession } from '../session/studio-session.ts'
import { useSession } from '../session/use-session.tsx'
import { findBlocks } from './find-blocks.ts'
import { Sketch } from './sketch.tsx'
import './palette.css'

const groups = ['sell', 'book', 'members', 'tell', 'arrange'] as const

export function PalettePanel() {
  const { blocks } = useSession()
  const words = useWords()
  const [search, setSearch] = useState('')
  const found = findBlocks(blocks.palette, search)
  return (
    <div className="st-palette">
      <div className="st-palette__search">
        <SearchField
          label={words.studio.searchBlocks}
          clearLabel={words.common.clearSearch}
          value={search}
          onChange={setSearch}
        />
      </div>
      {found.length === 0 ? (
        <EmptyState icon={<SearchX size={28} />} title={words.studio.noBlockFound(search)} />
      ) : null}
      {groups.map((group) => {
        const members = found.filter((definition) => definition.group === group)
        return members.length === 0 ? null : (
          <section key={group} aria-label={words.studio.groups[group]}>
            <h3 className="st-group-title">{words.studio.groups[group]}</h3>
            <ul className="st-palette__cards">
              {members.map((definition) => (
                <li key={definition.type}>
                  <PaletteCard definition={definition} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

function PaletteCard({ definition }: { readonly definition: BlockDefinition }) {
  const session = useSession()
  const words = useWords()
  const { type } = definition
  const source = useDragSource(`palette-${type}`, () => ({ kind: 'new', type }), !session.canEdit)
  const name = words.studio.nameOf(definition.label)
  return (
    <div ref={source.ref} {...source.props} className="st-palette__card-drag" data-testid={`palette-${type}`}>
      <Tooltip text={words.studio.nameOf(definition.description)} placement="right">
        <Button
          className="st-palette__card"
          aria-label={words.studio.insertBlock(name)}
          isDisabled={!session.canEdit}
          onPress={() => {
            if (!hasJustDragged()) insertAfterSelection(session, type)
          }}
        >
          <span className="st-palette__picture">
            <Sketch type={type} />
          </span>
          <span className="st-palette__name">{name}</span>
        </Button>
      </Tooltip>
    </div>
  )
}

function insertAfterSelection(session: StudioSession, type: string): void {
  const { program, blocks, view, map } = session
  const { pageId, selected } = view.getState()
  if (pageId === undefined) return
  const to = placeForNew(dropTreeOf(program, blocks, pageId, map), program, selected, type)
  session.edit('insert-block', () => {
    const inserted = insertBlock(program, blocks, type, to)
    if (inserted.ok) view.setState({ selected: inserted.value })
  })
}
