import * as Y from 'yjs'
import type { PageId } from '../ids.ts'
import { compareOrder } from '../order-key.ts'
import { isObject, pagesOf } from '../schema.ts'
import type { Trash } from '../schema.ts'
import { freeSlug } from './slugs.ts'

export interface PageTab {
  readonly label: string
  readonly icon: string
}

export interface PageRecord {
  readonly id: PageId
  readonly title: string
  /** Unique in the program; empty for the home page. */
  readonly slug: string
  readonly tab: PageTab | null
  readonly isHome: boolean
}

export interface Pages {
  /** What a person sees, in order. Never empty when the document has any page. */
  readonly live: readonly PageRecord[]
  readonly byId: ReadonlyMap<string, PageRecord>
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

/** Reads all pages: [M4] order, [M5] home and slugs, [M13] a program is never without a page. Pages are few: always whole. */
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
      title: textOr(page.map.get('title'), ''),
      slug,
      tab: readTab(page.map.get('tab')),
      isHome: page === home,
    }
  })

  const byId = new Map<string, PageRecord>(live.map((page) => [page.id, page]))
  const trash = new Map<string, Trash>()
  for (const page of all) if (page.trashed && !byId.has(page.id)) trash.set(page.id, trashOfPage(page.trashed))
  return { live, byId, trash }
}

function trashOfPage(seen: readonly unknown[]): Trash {
  let trash = trashByValue.get(seen)
  if (!trash) trashByValue.set(seen, (trash = { key: '', seen: new Set(seen.map(String)), before: undefined }))
  return trash
}

function readTab(value: unknown): PageTab | null {
  if (!isObject(value)) return null
  return { label: textOr(value.label, ''), icon: textOr(value.icon, '') }
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise
}
