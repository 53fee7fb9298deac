import { SearchX } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { BlockDefinition } from '#components/kit/define-block.ts'
import { EmptyState } from '#editor/ui/empty-state.tsx'
import { SearchField } from '#editor/ui/text-field.tsx'
import { Tooltip } from '#editor/ui/tooltip.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { CodeCards, NewCodeBlock } from '../code-blocks/code-cards.tsx'
import { useDragSource } from '../drag/drag-adapter.tsx'
import { BlockIcon } from '../session/block-icon.tsx'
import { useSession } from '../session/use-session.tsx'
import { draggedBlock } from '../canvas/drop-tree.ts'
import { useRecentUses } from '../insert/recent-uses.ts'
import { useInsert } from '../insert/use-insert.ts'
import { SectionCards } from '../sections/section-cards.tsx'
import { findInsertables } from './find-insertables.ts'
import { Sketch } from './sketch.tsx'
import './palette.css'

const groups = ['sell', 'book', 'members', 'tell', 'arrange'] as const

export function PalettePanel() {
  const { blocks } = useSession()
  const words = useWords()
  const [search, setSearch] = useState('')
  const found = findInsertables(blocks.palette, search)
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
      {search === '' ? <Recent /> : null}
      <CodeCards search={search} />
      <SectionCards search={search} />
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
      {search === '' ? <NewCodeBlock /> : null}
    </div>
  )
}

/** What was placed last, at hand again in one row. */
function Recent() {
  const { blocks } = useSession()
  const words = useWords()
  const placed = new Set(blocks.palette.map(({ type }) => type))
  const types = useRecentUses().filter((type) => placed.has(type))
  if (types.length === 0) return null
  return (
    <section aria-label={words.canvas.recent}>
      <h3 className="st-group-title">{words.canvas.recent}</h3>
      <ul className="st-palette__recent">
        {types.map((type) => (
          <li key={type}>
            <RecentBlock type={type} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function RecentBlock({ type }: { readonly type: string }) {
  const { blocks, canEdit } = useSession()
  const words = useWords()
  const source = useDragSource(() => draggedBlock(type), !canEdit)
  const insert = useInsert()
  const name = words.studio.nameOf(blocks.nameOf(type))
  return (
    <div {...source} className="st-palette__card-drag" data-testid={`recent-${type}`}>
      <Button
        className="st-palette__chip"
        aria-label={`${words.studio.insertBlock(name)} (${words.canvas.recent})`}
        isDisabled={!canEdit}
        onPress={() => insert(draggedBlock(type))}
      >
        <BlockIcon type={type} size={16} />
        <span>{name}</span>
      </Button>
    </div>
  )
}

function PaletteCard({ definition }: { readonly definition: BlockDefinition }) {
  const session = useSession()
  const words = useWords()
  const { type } = definition
  const source = useDragSource(() => draggedBlock(type), !session.canEdit)
  const insert = useInsert()
  const name = words.studio.nameOf(definition.label)
  return (
    <div {...source} className="st-palette__card-drag" data-testid={`palette-${type}`}>
      <Tooltip text={words.studio.nameOf(definition.description)} placement="right">
        <Button
          className="st-palette__card"
          aria-label={words.studio.insertBlock(name)}
          isDisabled={!session.canEdit}
          onPress={() => insert(draggedBlock(type))}
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
