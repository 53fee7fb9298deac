import { useState, type RefObject } from 'react'
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  Popover,
  Text,
} from 'react-aria-components'
import { SearchField } from '#editor/ui/text-field.tsx'
import { useWords } from '#editor/words/use-words.ts'
import type { InserterView } from '#editor/state/view-state.ts'
import { draggedBlock, refusalOfSlot } from '../canvas/drop-tree.ts'
import { dropTreeOf } from '../commands/structure.ts'
import { findInsertables } from '../palette/find-insertables.ts'
import { BlockIcon } from '../session/block-icon.tsx'
import { useSession, useView } from '../session/use-session.tsx'
import { findInsertable, listInsertables, placeNew, type Insertable } from './insertable.ts'
import { useRecentUses } from './recent-uses.ts'

/** The list that "+" opens: type a name, press Enter, and the block is there. */
export function QuickInserter({ anchor }: { readonly anchor: RefObject<HTMLElement | null> }) {
  const { view } = useSession()
  const words = useWords()
  const inserter = useView((state) => state.inserter)
  if (!inserter) return null
  return (
    <Popover
      className="ui-popover st-inserter"
      triggerRef={anchor}
      isOpen
      placement="right top"
      offset={20}
      onOpenChange={(isOpen) => {
        if (!isOpen) view.setState({ inserter: undefined })
      }}
    >
      <Dialog className="st-inserter__body" aria-label={words.canvas.inserter}>
        <List at={inserter} />
      </Dialog>
    </Popover>
  )
}

interface Entry {
  readonly id: string
  readonly insertable: Insertable
}

function List({ at }: { readonly at: InserterView }) {
  const session = useSession()
  const words = useWords()
  const [search, setSearch] = useState('')
  const recent = useRecentUses()
  const { program, blocks, view, map } = session
  const { pageId } = view.getState()
  if (pageId === undefined) return null
  const tree = dropTreeOf(program, blocks, pageId, map)
  const isWelcome = ({ type, key }: Insertable) => refusalOfSlot(tree, at.to, draggedBlock(type, key)) === undefined
  const found = findInsertables(listInsertables(session), search)
  // What cannot come here stands last, so that Enter always takes something.
  const all = [...found.filter(isWelcome), ...found.filter((insertable) => !isWelcome(insertable))]
  const latest = search === '' ? recent.flatMap((key) => findInsertable(session, key) ?? []).filter(isWelcome) : []
  const sections = [
    { id: 'recent', title: words.canvas.recent, entries: entriesOf('recent', latest) },
    { id: 'all', title: words.canvas.allBlocks, entries: entriesOf('all', all) },
  ].filter(({ entries }) => entries.length > 0)
  const unwelcome = sections.flatMap(({ entries }) => entries.filter(({ insertable }) => !isWelcome(insertable)))
  const insert = (id: string) => {
    view.setState({ inserter: undefined })
    placeNew(session, id.slice(id.indexOf('/') + 1), at.to)
    document.querySelector<HTMLElement>('[data-glass]')?.focus({ preventScroll: true })
  }
  return (
    <Autocomplete inputValue={search} onInputChange={setSearch} disableAutoFocusFirst={false}>
      <div className="st-inserter__search">
        <SearchField
          label={words.canvas.searchToInsert}
          clearLabel={words.common.clearSearch}
          value={search}
          onChange={setSearch}
          autoFocus
        />
      </div>
      <Menu
        className="ui-list st-inserter__list"
        aria-label={words.canvas.inserter}
        items={sections}
        disabledKeys={unwelcome.map(({ id }) => id)}
        onAction={(key) => insert(String(key))}
        renderEmptyState={() => <p className="st-inserter__none">{words.studio.noBlockFound(search)}</p>}
      >
        {({ id, title, entries }) => (
          <MenuSection id={id}>
            <Header className="st-group-title">{title}</Header>
            <Collection items={entries}>
              {({ id: key, insertable }) => (
                <MenuItem
                  id={key}
                  className="ui-list__item st-inserter__item"
                  textValue={words.studio.nameOf(insertable.label)}
                >
                  <span className="st-inserter__icon">
                    <BlockIcon type={insertable.type} />
                  </span>
                  <span className="st-inserter__words">
                    <Text slot="label">{words.studio.nameOf(insertable.label)}</Text>
                    <Text slot="description" className="st-inserter__about">
                      {isWelcome(insertable) ? words.studio.nameOf(insertable.description) : words.canvas.notHere}
                    </Text>
                  </span>
                </MenuItem>
              )}
            </Collection>
          </MenuSection>
        )}
      </Menu>
    </Autocomplete>
  )
}

function entriesOf(section: string, insertables: readonly Insertable[]): Entry[] {
  return insertables.map((insertable) => ({ id: `${section}/${insertable.key}`, insertable }))
}
