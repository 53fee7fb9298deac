import type { PageId, PageRecord } from '#model/index.ts'
import type { Words } from '#editor/words/use-words.ts'
import { defineCommand, type CommandContext, type StudioCommand } from '../commands/studio-command.ts'
import { copyPage, deletePage, placePage, setHidden, setHome, showPage } from './page-actions.ts'

/** Something done with a page: as a command it means the one that is shown. */
export interface PageCommand extends StudioCommand {
  /** The same about this page, whichever is shown: for its row in the list. */
  readonly of: (pageId: PageId) => StudioCommand
  /** In the menu of a page, which says itself what page it is about. */
  readonly inMenu: (words: Words['pages'], page: PageRecord) => string
}

interface Parts extends Pick<StudioCommand, 'name' | 'hotkeys' | 'reach'>, Pick<PageCommand, 'inMenu'> {
  readonly label: (words: Words['pages'], page: PageRecord | undefined) => string
  readonly isPossible: (context: CommandContext, page: PageRecord) => boolean
  readonly act: (context: CommandContext, page: PageRecord) => void
}

function definePageCommand({ label, isPossible, act, inMenu, ...facts }: Parts): PageCommand {
  const about = (pageIn: (context: CommandContext) => PageId | undefined): StudioCommand => {
    const find = (context: CommandContext) => context.program.pages().find(({ id }) => id === pageIn(context))
    return defineCommand({
      ...facts,
      group: 'pages',
      label: (words, context) => label(words.pages, context && find(context)),
      isEnabled(context) {
        const page = find(context)
        return page !== undefined && isPossible(context, page)
      },
      run(context) {
        const page = find(context)
        if (page && isPossible(context, page)) act(context, page)
      },
    })
  }
  return { ...about(({ view }) => view.getState().pageId), of: (pageId) => about(() => pageId), inMenu }
}

const indexOf = ({ program }: CommandContext, { id }: PageRecord) => program.pages().findIndex((page) => page.id === id)

export const addPage = defineCommand({
  name: 'add-page',
  label: (words) => words.pages.add,
  group: 'pages',
  hotkeys: [],
  reach: 'anywhere',
  isEnabled: ({ canEdit }) => canEdit,
  run: ({ view }) => view.setState({ addingPage: true }),
})

export const openPageSettings = definePageCommand({
  name: 'page-settings',
  label: (words) => words.settings,
  inMenu: (words) => words.settings,
  hotkeys: [],
  reach: 'anywhere',
  isPossible: () => true,
  act(context, { id }) {
    showPage(context, id)
    context.view.setState({ panel: 'pages', pageSettingsOf: id, renamingPage: undefined })
  },
})

export const renamePageInList = definePageCommand({
  name: 'rename-page',
  label: (words) => words.commands.rename,
  inMenu: (words) => words.rename,
  hotkeys: ['f2'],
  reach: 'anywhere',
  isPossible: ({ canEdit }) => canEdit,
  act: ({ view }, { id }) => view.setState({ panel: 'pages', pageSettingsOf: undefined, renamingPage: id }),
})

export const duplicatePageCommand = definePageCommand({
  name: 'duplicate-page',
  label: (words) => words.commands.duplicate,
  inMenu: (words) => words.duplicate,
  hotkeys: [],
  reach: 'anywhere',
  isPossible: ({ canEdit }) => canEdit,
  act: copyPage,
})

export const movePageUp = definePageCommand({
  name: 'move-page-up',
  label: (words) => words.commands.moveUp,
  inMenu: (words) => words.moveUp,
  hotkeys: ['alt+up'],
  reach: 'page-list',
  isPossible: (context, page) => context.canEdit && indexOf(context, page) > 0,
  act: (context, page) => placePage(context, page.id, indexOf(context, page) - 1),
})

export const movePageDown = definePageCommand({
  name: 'move-page-down',
  label: (words) => words.commands.moveDown,
  inMenu: (words) => words.moveDown,
  hotkeys: ['alt+down'],
  reach: 'page-list',
  isPossible: (context, page) => context.canEdit && indexOf(context, page) < context.program.pages().length - 1,
  act: (context, page) => placePage(context, page.id, indexOf(context, page) + 1),
})

export const makeHomePage = definePageCommand({
  name: 'make-home-page',
  label: (words) => words.commands.makeHome,
  inMenu: (words) => words.makeHome,
  hotkeys: [],
  reach: 'anywhere',
  isPossible: ({ canEdit }, { isHome }) => canEdit && !isHome,
  act: setHome,
})

export const togglePageHidden = definePageCommand({
  name: 'toggle-page-hidden',
  label: (words, page) =>
    page ? (page.isHidden ? words.commands.show : words.commands.hide) : words.commands.toggleHidden,
  inMenu: (words, { isHidden }) => (isHidden ? words.show : words.hide),
  hotkeys: [],
  reach: 'anywhere',
  isPossible: ({ canEdit }, { isHome }) => canEdit && !isHome,
  act: (context, page) => setHidden(context, page, !page.isHidden),
})

export const deletePageCommand = definePageCommand({
  name: 'delete-page',
  label: (words) => words.commands.delete,
  inMenu: (words) => words.delete,
  hotkeys: ['delete', 'backspace'],
  reach: 'page-list',
  isPossible: ({ canEdit, program }) => canEdit && program.pages().length > 1,
  act: deletePage,
})

/** What stands in the menu of a page, in its order; a line before each but the first of these. */
export const pageMenu: readonly (readonly PageCommand[])[] = [
  [openPageSettings, renamePageInList, duplicatePageCommand],
  [movePageUp, movePageDown],
  [makeHomePage, togglePageHidden],
  [deletePageCommand],
]

export const pagePanelCommands: readonly StudioCommand[] = [addPage, ...pageMenu.flat()]
