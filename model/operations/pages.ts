import * as Y from 'yjs'
import type { NodeId, PageId, ParentId } from '../ids.ts'
import { done, refused } from '../outcome.ts'
import type { Outcome } from '../outcome.ts'
import type { Program } from '../program.ts'
import { newId } from '../random.ts'
import { pagesOf } from '../schema.ts'
import type { PageTab } from '../tree/page-tab.ts'
import { changeTab } from './change-tab.ts'
import { freeSlugFor, orderAt, rawPage } from './page-maps.ts'
import { descendantsOf, settleRepairs } from './remove-node.ts'
import { setWords } from './set-words.ts'

/** @param page - the slug is made from the title if absent, and made unique; without `index` it becomes the last page */
export function addPage(
  program: Program,
  page: { title: string; slug?: string; tab?: PageTab | null; index?: number },
): PageId {
  return program.doc.transact(() => {
    const id = newId<PageId>(program.random)
    const others = program.pages().map((other) => other.id)
    const order = orderAt(program, others, page.index ?? Number.POSITIVE_INFINITY, 'order')
    const isFirst = program.pages().length === 0
    const slug = isFirst ? '' : freeSlugFor(program, page.slug || page.title)
    const map = new Y.Map<unknown>(Object.entries({ title: page.title, slug, order, tab: page.tab ?? null }))
    pagesOf(program.doc).set(id, map)
    program.wrote(id)
    return id
  })
}

/**
 * What others type in the title, or in the tab's label, at once stays.
 * @param change - absent members stay. An empty slug makes it the home page, and shows it if it was hidden; the home page
 * before it then gets a slug of its own from its title.
 */
export function changePage(
  program: Program,
  id: PageId,
  change: { title?: string; slug?: string; tab?: PageTab | null },
): Outcome<'gone'> {
  const page = program.page(id)
  const map = rawPage(program, id)
  if (!page || !map) return refused('gone')
  program.doc.transact(() => {
    if (change.title !== undefined) setWords(map, 'title', change.title)
    if (change.tab !== undefined) changeTab(map, change.tab)
    if (change.slug === '') makeHome(program, id)
    else if (change.slug !== undefined) map.set('slug', freeSlugFor(program, change.slug, id))
    program.wrote(id)
  })
  return done
}

function makeHome(program: Program, id: PageId): void {
  for (const page of program.pages()) {
    const map = rawPage(program, page.id)
    if (page.id === id) {
      map?.set('slug', '')
      map?.delete('hidden')
    } else if (page.isHome || map?.get('slug') === '') map?.set('slug', freeSlugFor(program, page.title, page.id))
    program.wrote(page.id)
  }
}

/**
 * [M31] Takes a page out of navigation and off the published program, or shows it again. What is on it stays.
 * @returns a refusal for the home page: visitors start there
 */
export function hidePage(program: Program, id: PageId, isHidden: boolean): Outcome<'gone' | 'home'> {
  const page = program.page(id)
  const map = rawPage(program, id)
  if (!page || !map) return refused('gone')
  if (isHidden && page.isHome) return refused('home')
  program.doc.transact(() => {
    if (isHidden) map.set('hidden', true)
    else map.delete('hidden')
    program.wrote(id)
  })
  return done
}

/** @param index - counts the other pages; past the end means last */
export function movePage(program: Program, id: PageId, index: number): Outcome<'gone'> {
  const map = rawPage(program, id)
  if (!program.page(id) || !map) return refused('gone')
  program.doc.transact(() => {
    const others = program.pages().flatMap((page) => (page.id === id ? [] : [page.id]))
    map.set('order', orderAt(program, others, index, 'order'))
    program.wrote(id)
  })
  return done
}

/**
 * Moves a page and what is on it to the trash. What someone else puts on it at the same moment goes to the first page.
 * @returns a refusal for the last page: a program is never without one
 */
export function removePage(program: Program, id: PageId): Outcome<'gone' | 'last-page'> {
  const map = rawPage(program, id)
  if (!program.page(id) || !map) return refused('gone')
  if (program.pages().length === 1) return refused('last-page')
  program.doc.transact(() => {
    const seen: NodeId[] = program.children(id).flatMap((child) => [child, ...descendantsOf(program, child)])
    settleRepairs(program, seen)
    map.set('trashed', seen)
    program.wrote(id)
  })
  return done
}

/** Takes a deleted page out of the trash, with what was deleted along with it. */
export function restorePage(program: Program, id: PageId): Outcome<'gone'> {
  const map = rawPage(program, id)
  if (!map || !program.index.pages.trash.has(id)) return refused('gone')
  program.doc.transact(() => {
    map.delete('trashed')
    program.wrote(id)
  })
  return done
}

/** @returns the page whose deletion took this page or node along; undefined if it is there, or was deleted by itself */
export function deletedPageOf(program: Program, id: ParentId): PageId | undefined {
  if (program.has(id)) return undefined
  const { trash } = program.index.pages
  if (trash.has(id as PageId)) return id as PageId
  for (const [pageId, { seen }] of trash)
    if (seen.has(id) && program.index.trashRootOf(id) === undefined) return pageId as PageId
  return undefined
}
