import * as Y from 'yjs'
import type { PageId } from '../ids.ts'
import { compareOrder } from '../order-key.ts'
import { pagesOf } from '../schema.ts'
import type { Trash } from '../schema.ts'
import { wordsOf } from '../shared-text.ts'
import { readSections, type SectionRecord } from './sections.ts'
import { readPageSettings } from './page-settings.ts'
import type { PageSettings } from './page-settings.ts'
import { readTab, type PageTab } from './page-tab.ts'
import { freeSlug } from './slugs.ts'

export interface PageRecord {
  readonly id: PageId
  readonly title: string
  /** Unique in the program; empty for the home page. */
  readonly slug: string
  readonly tab: PageTab | null
  readonly isHome: boolean
  /** Neither in navigation nor published; the home page never is. */
  readonly isHidden: boolean
  /** Where its tab stands among tabs; see {@link tabPagesOf}. */
  readonly tabKey: string
  readonly settings: PageSettings
}

export interface Pages {
  /** What a person sees, in order. Never empty when the document has any page. */
  readonly live: readonly PageRecord[]
  readonly byId: ReadonlyMap<string, PageRecord>
  /** Linked sections, deleted ones too: what is placed somewhere goes on being drawn. Roots of nodes like pages. */
  readonly sections: ReadonlyMap<string, SectionRecord>
  /** Deleted pages. What their deleter saw on them is gone with them. */
  readonly trash: ReadonlyMap<string, Trash>
}

interface RawPage {
  readonly id: PageId
  readonly key: string
  readonly map: Y.Map<unknown>
  readonly trashed: readonly unknown[] | undefined
}

/** One object per stored list, so that an unchanged deletion is seen to be unchanged. */
const trashByValue = new WeakMap<readonly unknown[], Trash>()

/**
 * Reads all pages and sections: [M4] order, [M5] home and slugs, [M13] a program is never without a page, [M30] to [M32]
 * what a page says of itself. Pages are few: always whole.
 */
export function readPages(doc: Y.Doc): Pages {
  const all: RawPage[] = []
  for (const [id, map] of pagesOf(doc).entries()) {
    if (!(map instanceof Y.Map)) continue
    const key = map.get('order')
    const trashed: unknown = map.get('trashed')
    all.push({
      id: id as PageId,
      key: typeof key === 'string' ? key : '',
      map,
      trashed: Array.isArray(trashed) ? trashed : undefined,
    })
  }
  all.sort(compareOrder)
  let shown = all.filter((page) => page.trashed === undefined)
  if (shown.length === 0) shown = all.slice(0, 1)

  const home = shown.find((page) => page.map.get('slug') === '') ?? shown[0]
  const taken = new Set<string>([''])
  const live = shown.map((page): PageRecord => {
    const slug = page === home ? '' : freeSlug(textOr(page.map.get('slug'), ''), (slug) => taken.has(slug))
    taken.add(slug)
    return {
      id: page.id,
      title: wordsOf(page.map.get('title')) ?? '',
      slug,
      tab: readTab(page.map),
      isHome: page === home,
      isHidden: page !== home && page.map.get('hidden') === true,
      tabKey: textOr(page.map.get('tabOrder'), page.key),
      settings: readPageSettings(page.map),
    }
  })

  const byId = new Map<string, PageRecord>(live.map((page) => [page.id, page]))
  const trash = new Map<string, Trash>()
  for (const page of all) if (page.trashed && !byId.has(page.id)) trash.set(page.id, trashOfPage(page.trashed))
  return { live, byId, sections: readSections(doc), trash }
}

/** [M32] Pages whose tab is shown, in the order of the tab bar. */
export function tabPagesOf(pages: readonly PageRecord[]): readonly (PageRecord & { readonly tab: PageTab })[] {
  return pages
    .flatMap((page) => (page.tab && !page.isHidden ? [{ ...page, tab: page.tab, key: page.tabKey }] : []))
    .sort(compareOrder)
    .map(({ key: _key, ...page }) => page)
}

function trashOfPage(seen: readonly unknown[]): Trash {
  let trash = trashByValue.get(seen)
  if (!trash) trashByValue.set(seen, (trash = { key: '', seen: new Set(seen.map(String)), before: undefined }))
  return trash
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise
}
