import * as Y from 'yjs'
import type { NodeId, PageId } from '../ids.ts'
import { evenOrderKeys, longestOrderKey, orderKeyBetween } from '../order-key.ts'
import { done, refused } from '../outcome.ts'
import type { Outcome } from '../outcome.ts'
import type { Program } from '../program.ts'
import { newId } from '../random.ts'
import { pagesOf } from '../schema.ts'
import { freeSlug, slugFrom } from '../tree/slugs.ts'
import type { PageTab } from '../tree/pages.ts'
import { descendantsOf, settleRepairs } from './remove-node.ts'

/** @param page - the slug is made from the title if absent, and made unique; without `index` it becomes the last page */
export function addPage(
  program: Program,
  page: { title: string; slug?: string; tab?: PageTab | null; index?: number },
): PageId {
  return program.doc.transact(() => {
    const id = newId<PageId>(program.random)
    const order = orderAt(program, page.index ?? Number.POSITIVE_INFINITY)
    const isFirst = program.pages().length === 0
    const slug = isFirst ? '' : freeSlugFor(program, page.slug || page.title)
    const map = new Y.Map<unknown>(Object.entries({ title: page.title, slug, order, tab: page.tab ?? null }))
    pagesOf(program.doc).set(id, map)
    program.wrote(id)
    return id
  })
}

/**
 * @param change - absent members stay. An empty slug makes it the home page; the home page before it then gets a slug of
 * its own from its title.
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
    if (change.title !== undefined && change.title !== page.title) map.set('title', change.title)
    if (change.tab !== undefined) map.set('tab', change.tab && { label: change.tab.label, icon: change.tab.icon })
    if (change.slug === '') makeHome(program, id)
    else if (change.slug !== undefined) map.set('slug', freeSlugFor(program, change.slug, id))
    program.wrote(id)
  })
  return done
}

function makeHome(program: Program, id: PageId): void {
  for (const page of program.pages()) {
    const map = rawPage(program, page.id)
    if (page.id === id) map?.set('slug', '')
    else if (page.isHome || map?.get('slug') === '') map?.set('slug', freeSlugFor(program, page.title, page.id))
    program.wrote(page.id)
  }
}

/** @param index - counts the other pages; past the end means last */
export function movePage(program: Program, id: PageId, index: number): Outcome<'gone'> {
  const map = rawPage(program, id)
  if (!program.page(id) || !map) return refused('gone')
  program.doc.transact(() => {
    map.set('order', orderAt(program, index, id))
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

function rawPage(program: Program, id: PageId): Y.Map<unknown> | undefined {
  const map = pagesOf(program.doc).get(id)
  return map instanceof Y.Map ? map : undefined
}

function freeSlugFor(program: Program, wanted: string, except?: PageId): string {
  const others = program.pages().filter((page) => page.id !== except)
  return freeSlug(slugFrom(wanted), (slug) => others.some((page) => page.slug === slug))
}

function orderAt(program: Program, index: number, moving?: PageId): string {
  const others = program.pages().filter((page) => page.id !== moving)
  const at = Math.max(0, Math.min(index, others.length))
  const keyOf = (position: number) => {
    const page = others[position]
    return page && String(rawPage(program, page.id)?.get('order') ?? '')
  }
  const key = orderKeyBetween(keyOf(at - 1), keyOf(at), program.random)
  if (key !== undefined && key.length <= longestOrderKey) return key
  const keys = evenOrderKeys(others.length + 1)
  for (const [position, page] of others.entries()) {
    rawPage(program, page.id)?.set('order', keys[position < at ? position : position + 1])
    program.wrote(page.id)
  }
  return keys[at]!
}
