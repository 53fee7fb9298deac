import { useRef, type KeyboardEvent } from 'react'
import { GridList, useDragAndDrop, type Key } from 'react-aria-components'
import { type PageId, type PageRecord } from '#model/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import { matchesHotkey } from '../commands/hotkey.ts'
import { isMac } from '../commands/is-mac.ts'
import { useCommandContext } from '../session/use-commands.ts'
import { usePages, useSession, useView } from '../session/use-session.tsx'
import { indexAfterDrop } from './index-after-drop.ts'
import { placePage, showPage } from './page-actions.ts'
import { pageMenu, renamePageInList } from './page-commands.ts'
import { PageRow } from './page-row.tsx'

/**
 * All pages in order. A click or tap shows one, a second click (or Enter, or F2) renames it; dragging, or Alt with an arrow,
 * moves it.
 */
export function PageList() {
  const session = useSession()
  const context = useCommandContext()
  const words = useWords()
  const pages = usePages()
  const shown = useView((view) => view.pageId)
  const renaming = useView((view) => view.renamingPage)
  const { canEdit } = session
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: !canEdit,
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': titleOf(pages, key) })),
    onReorder: ({ keys, target }) => {
      const [key] = keys
      const id = pages.find((page) => page.id === key)?.id
      if (id !== undefined) placePage(session, id, indexAfterDrop(pages, id, target))
    },
  })
  const rename = (id: Key) => renamePageInList.of(id as PageId).run(context)
  const onKeyDown = (event: KeyboardEvent) => {
    const id = rowKeyOf(event.target)
    const command = pageMenu.flat().find(({ hotkeys }) => hotkeys.some((hotkey) => matchesHotkey(hotkey, event, isMac)))
    if (id === undefined || !command) return
    event.preventDefault()
    event.stopPropagation()
    const about = command.of(id as PageId)
    if (about.isEnabled(context)) about.run(context)
  }
  // A list like this takes one tap for what two clicks do; a finger wants to see the page.
  const isTap = useRef(false)
  return (
    <div
      onPointerDownCapture={(event) => (isTap.current = event.pointerType === 'touch')}
      onKeyDownCapture={(event) => {
        isTap.current = false
        onKeyDown(event)
      }}
    >
      <GridList
        aria-label={words.studio.pages}
        className="st-pages__list"
        items={pages}
        dependencies={[renaming, canEdit, words]}
        keyboardNavigationBehavior="tab"
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={shown === undefined ? [] : [shown]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys]
          if (key !== undefined) showPage(session, key as PageId)
        }}
        onAction={(id) => (isTap.current ? showPage(session, id as PageId) : rename(id))}
        dragAndDropHooks={dragAndDropHooks}
      >
        {(page) => (
          <PageRow
            page={page}
            isRenaming={renaming === page.id}
            onRenamed={() => session.view.setState({ renamingPage: undefined })}
          />
        )}
      </GridList>
    </div>
  )
}

function titleOf(pages: readonly PageRecord[], key: Key): string {
  return pages.find(({ id }) => id === key)?.title ?? ''
}

/** The row itself has the focus, not a button or a field in it. */
function rowKeyOf(target: EventTarget): string | undefined {
  return target instanceof HTMLElement && target.getAttribute('role') === 'row' ? target.dataset.key : undefined
}
