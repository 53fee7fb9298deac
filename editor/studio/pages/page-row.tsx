import {
  ArrowDown,
  ArrowUp,
  Copy,
  Ellipsis,
  Eye,
  EyeOff,
  FileText,
  GripVertical,
  House,
  Pencil,
  Settings2,
  Trash2,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as PlainButton, GridListItem } from 'react-aria-components'
import type { PageRecord } from '#model/index.ts'
import { Badge } from '#editor/ui/badge.tsx'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { Menu, type MenuEntry } from '#editor/ui/menu.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { showHotkey } from '../commands/hotkey.ts'
import { isMac } from '../commands/is-mac.ts'
import { SetIcon } from '../session/block-icon.tsx'
import { useCommandContext } from '../session/use-commands.ts'
import { useSession, useTopic } from '../session/use-session.tsx'
import { renamePage } from './page-actions.ts'
import { deletePageCommand, pageMenu } from './page-commands.ts'
import { MOST_TITLE_LETTERS } from './page-limits.ts'
import { RenameField } from './rename-field.tsx'

interface PageRowProps {
  readonly page: PageRecord
  readonly isRenaming: boolean
  readonly onRenamed: () => void
}

/** One page of the list: what it is at a glance, and everything that can be done with it behind one button. */
export function PageRow({ page, isRenaming, onRenamed }: PageRowProps) {
  const session = useSession()
  const words = useWords()
  const entries = usePageEntries(page)
  return (
    <GridListItem id={page.id} textValue={page.title} className="st-page" data-page-drop={page.id}>
      <PlainButton slot="drag" className="st-page__grip" aria-label={words.pages.drag(page.title)}>
        <GripVertical size={14} aria-hidden />
      </PlainButton>
      <PageMark page={page} />
      {isRenaming ? (
        <RenameField
          label={words.pages.newTitle(page.title)}
          value={page.title}
          maxLength={MOST_TITLE_LETTERS}
          onRename={(title) => renamePage(session, page, title)}
          onEnd={onRenamed}
        />
      ) : (
        <>
          <span className="st-page__title">{page.title}</span>
          {page.isHidden ? <Badge>{words.pages.hidden}</Badge> : null}
          {page.tab && !page.isHidden ? (
            <span className="st-page__tab" title={words.pages.tabBar}>
              <SetIcon name={page.tab.icon} size={16} />
            </span>
          ) : null}
          <Menu label={words.pages.actions(page.title)} placement="bottom end" entries={entries}>
            <IconButton size="small" label={words.pages.actions(page.title)} icon={<Ellipsis size={16} />} />
          </Menu>
        </>
      )}
    </GridListItem>
  )
}

function PageMark({ page }: { readonly page: PageRecord }) {
  const words = useWords()
  if (page.isHome)
    return (
      <span className="st-page__mark" role="img" aria-label={words.pages.home} title={words.pages.home}>
        <House size={16} aria-hidden />
      </span>
    )
  return (
    <span className="st-page__mark">
      {page.isHidden ? <EyeOff size={16} aria-hidden /> : <FileText size={16} aria-hidden />}
    </span>
  )
}

const icons = { size: 16, 'aria-hidden': true } as const

function iconOf(name: string, { isHidden }: PageRecord): ReactNode {
  const found: { readonly [name: string]: ReactNode } = {
    'page-settings': <Settings2 {...icons} />,
    'rename-page': <Pencil {...icons} />,
    'duplicate-page': <Copy {...icons} />,
    'move-page-up': <ArrowUp {...icons} />,
    'move-page-down': <ArrowDown {...icons} />,
    'make-home-page': <House {...icons} />,
    'toggle-page-hidden': isHidden ? <Eye {...icons} /> : <EyeOff {...icons} />,
    'delete-page': <Trash2 {...icons} />,
  }
  return found[name]
}

/** The commands about this page, whichever is shown. */
function usePageEntries(page: PageRecord): readonly MenuEntry[] {
  const context = useCommandContext()
  useTopic('pages')
  return pageMenu.flatMap((part, partAt) =>
    part.map((command, at): MenuEntry => {
      const about = command.of(page.id)
      const [hotkey] = command.hotkeys
      return {
        id: command.name,
        label: command.inMenu(context.words.pages, page),
        ...(hotkey === undefined ? {} : { keys: showHotkey(hotkey, isMac) }),
        icon: iconOf(command.name, page),
        isDanger: command.name === deletePageCommand.name,
        isDisabled: !about.isEnabled(context),
        startsGroup: partAt > 0 && at === 0,
        onAction: () => about.run(context),
      }
    }),
  )
}
