import { ArrowDown, ArrowUp, FileText, House, Plus, Settings2, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button as PlainButton } from 'react-aria-components'
import { addPage, movePage, removePage, restorePage, transact, type PageId, type PageRecord } from '#model/index.ts'
import { Badge } from '#editor/ui/badge.tsx'
import { Button } from '#editor/ui/button.tsx'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { showToast } from '#editor/ui/toast.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { SetIcon } from '../session/block-icon.tsx'
import type { StudioSession } from '../session/studio-session.ts'
import { usePages, useSession, useView } from '../session/use-session.tsx'
import { PageSettings } from './page-settings.tsx'
import './pages.css'

export function PagesPanel() {
  const session = useSession()
  const words = useWords()
  const pages = usePages()
  const [open, setOpen] = useState<PageId | undefined>(undefined)
  const { canEdit } = session
  const add = () => {
    let id: PageId | undefined
    const title = words.studio.newPage
    session.edit('add-page', (program) => {
      id = addPage(program, { title })
    })
    if (id === undefined) return
    session.view.setState({ pageId: id, selected: undefined })
    setOpen(id)
  }
  return (
    <div className="st-pages">
      <ul aria-label={words.studio.pages}>
        {pages.map((page, at) => (
          <PageRow
            key={page.id}
            page={page}
            at={at}
            count={pages.length}
            isOpen={open === page.id}
            onOpen={(isOpen) => setOpen(isOpen ? page.id : undefined)}
          />
        ))}
      </ul>
      <div className="st-pages__add">
        <Button isWide icon={<Plus size={16} aria-hidden />} isDisabled={!canEdit} onPress={add}>
          {words.studio.addPage}
        </Button>
      </div>
    </div>
  )
}

interface PageRowProps {
  readonly page: PageRecord
  readonly at: number
  readonly count: number
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
}

function PageRow({ page, at, count, isOpen, onOpen }: PageRowProps) {
  const session = useSession()
  const words = useWords()
  const isCurrent = useView((view) => view.pageId === page.id)
  const { canEdit, view } = session
  return (
    <li className="st-page" data-current={isCurrent ? '' : undefined}>
      <div className="st-page__row">
        <PlainButton
          className="st-page__name"
          aria-current={isCurrent ? 'page' : undefined}
          onPress={() => view.setState({ pageId: page.id, selected: undefined, hovered: undefined, typing: undefined })}
        >
          {page.isHome ? <House size={16} aria-hidden /> : <FileText size={16} aria-hidden />}
          <span className="st-page__title">{page.title}</span>
          {page.tab ? (
            <Badge>
              <SetIcon name={page.tab.icon} size={12} />
              {words.studio.inTabBar}
            </Badge>
          ) : null}
        </PlainButton>
        <IconButton
          size="small"
          label={words.studio.pageSettings(page.title)}
          icon={<Settings2 size={16} />}
          aria-expanded={isOpen}
          onPress={() => onOpen(!isOpen)}
        />
      </div>
      {isOpen ? (
        <div className="st-page__settings">
          <PageSettings page={page} />
          <div className="st-page__tools">
            <IconButton
              size="small"
              label={words.studio.pageUp}
              icon={<ArrowUp size={16} />}
              isDisabled={!canEdit || at === 0}
              onPress={() => session.edit('move-page', (program) => movePage(program, page.id, at - 1))}
            />
            <IconButton
              size="small"
              label={words.studio.pageDown}
              icon={<ArrowDown size={16} />}
              isDisabled={!canEdit || at === count - 1}
              onPress={() => session.edit('move-page', (program) => movePage(program, page.id, at + 1))}
            />
            <span className="st-page__space" />
            <Button
              size="small"
              variant="danger"
              icon={<Trash2 size={14} aria-hidden />}
              isDisabled={!canEdit || count === 1}
              onPress={() => deletePage(session, page, words)}
            >
              {words.studio.deletePage}
            </Button>
          </div>
        </div>
      ) : null}
    </li>
  )
}

function deletePage(session: StudioSession, page: PageRecord, words: ReturnType<typeof useWords>): void {
  session.edit('delete-page', (program) => removePage(program, page.id))
  const { program } = session
  showToast({
    text: words.studio.pageDeleted(page.title),
    action: {
      label: words.common.undo,
      run: () => transact(program, { by: 'command', name: 'restore-page' }, () => restorePage(program, page.id)),
    },
  })
}
