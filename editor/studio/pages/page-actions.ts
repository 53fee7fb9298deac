/** What a person can do with a page, each one step of undo. Panel, menus and keys all go through here. */
import {
  addPageWith,
  changePage,
  changePageSettings,
  duplicatePage,
  hidePage,
  movePage,
  moveTab,
  removePage,
  restorePage,
  transact,
  type PageId,
  type PageRecord,
  type PageSettingsChange,
} from '#model/index.ts'
import type { PageTemplate } from '#templates/pages/index.ts'
import { nothing } from '#editor/state/selection.ts'
import { showToast } from '#editor/ui/toast.tsx'
import { wordsNow } from '#editor/words/use-words.ts'
import { blockFactsOf } from '../session/block-facts.ts'
import { refusesPageRemoval } from '../locks/refuses-move.ts'
import type { StudioSession } from '../session/studio-session.ts'
import { withAllTexts } from './page-specs.ts'

/** What these work with: a session has it, and what commands are handed. */
export type PageHands = Pick<StudioSession, 'program' | 'view' | 'blocks' | 'edit' | 'canEdit' | 'canLock'>

/** Shows a page on the canvas; nothing on it is chosen yet. */
export function showPage({ view }: Pick<PageHands, 'view'>, id: PageId): void {
  if (view.getState().pageId === id) return
  view.setState({ pageId: id, selection: nothing, hovered: undefined, typing: undefined })
}

/** Adds a page from a template and shows it. Its words are in the program's language, whatever the studio's is. */
export function addFromTemplate(session: PageHands, template: PageTemplate): void {
  const { program, blocks } = session
  const { language } = program
  let id: PageId | undefined
  session.edit('add-page', () => {
    const nodes = withAllTexts(blocks, template.nodes)
    const page = { title: template.title[language], slug: template.slug, nodes }
    id = addPageWith(program, page, blockFactsOf(blocks))
  })
  if (id !== undefined) showPage(session, id)
}

export function renamePage(session: PageHands, { id, title: before }: PageRecord, title: string): void {
  const trimmed = title.trim()
  if (trimmed === '' || trimmed === before) return
  session.edit('change-page', (program) => changePage(program, id, { title: trimmed }))
}

export function copyPage(session: PageHands, { id, title }: PageRecord): void {
  let copy: PageId | undefined
  session.edit('duplicate-page', (program) => {
    const outcome = duplicatePage(program, id, wordsNow().pages.copyOf(title))
    if (outcome.ok) copy = outcome.value
  })
  if (copy !== undefined) showPage(session, copy)
}

export function setHidden(session: PageHands, { id }: PageRecord, isHidden: boolean): void {
  session.edit(isHidden ? 'hide-page' : 'show-page', (program) => hidePage(program, id, isHidden))
}

export function setHome(session: PageHands, { id }: PageRecord): void {
  session.edit('change-page', (program) => changePage(program, id, { slug: '' }))
}

/** @param index - counts the other pages */
export function placePage(session: PageHands, id: PageId, index: number): void {
  session.edit('move-page', (program) => movePage(program, id, Math.max(0, index)))
}

/** @param index - counts the other tabs */
export function placeTab(session: PageHands, id: PageId, index: number): void {
  session.edit('move-tab', (program) => moveTab(program, id, Math.max(0, index)))
}

export function setTab(session: PageHands, id: PageId, tab: PageRecord['tab'], gesture?: string): void {
  session.edit('change-page', (program) => changePage(program, id, { tab }), gesture)
}

export function changeSettings(session: PageHands, id: PageId, change: PageSettingsChange, gesture?: string): void {
  session.edit('change-page-settings', (program) => changePageSettings(program, id, change), gesture)
}

/** Deletes at once, with a way back in the toast that works however much was done since. */
export function deletePage(session: PageHands, { id, title }: PageRecord): void {
  const { program } = session
  if (refusesPageRemoval(session, id)) return
  session.edit('delete-page', () => removePage(program, id))
  const words = wordsNow()
  showToast({
    text: words.pages.deleted(title),
    action: {
      label: words.common.undo,
      run: () => transact(program, { by: 'command', name: 'restore-page' }, () => restorePage(program, id)),
    },
  })
}
