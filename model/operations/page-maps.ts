/** What operations on pages share: a page's map, a slug nobody has, an order key at a place. */
import * as Y from 'yjs'
import type { PageId } from '../ids.ts'
import { evenOrderKeys, longestOrderKey, orderKeyBetween } from '../order-key.ts'
import type { Program } from '../program.ts'
import { pagesOf } from '../schema.ts'
import { freeSlug, slugFrom } from '../tree/slugs.ts'

export function rawPage(program: Program, id: PageId): Y.Map<unknown> | undefined {
  const map = pagesOf(program.doc).get(id)
  return map instanceof Y.Map ? map : undefined
}

export function freeSlugFor(program: Program, wanted: string, except?: PageId): string {
  const others = program.pages().filter((page) => page.id !== except)
  return freeSlug(slugFrom(wanted), (slug) => others.some((page) => page.slug === slug))
}

/** Where pages have their key of an order: `order` for the list of pages, `tabOrder` or else `order` for the tab bar. */
export type OrderEntry = 'order' | 'tabOrder'

/**
 * A key for the place among these pages. Where no key has room there, all of them get new ones, as [M4] says.
 * @param others - in their present order, without the page that moves
 */
export function orderAt(program: Program, others: readonly PageId[], index: number, entry: OrderEntry): string {
  const at = Math.max(0, Math.min(index, others.length))
  const keyOf = (position: number) => {
    const id = others[position]
    const map = id && rawPage(program, id)
    return map && String(map.get(entry) ?? map.get('order') ?? '')
  }
  const key = orderKeyBetween(keyOf(at - 1), keyOf(at), program.random)
  if (key !== undefined && key.length <= longestOrderKey) return key
  const keys = evenOrderKeys(others.length + 1)
  for (const [position, id] of others.entries()) {
    rawPage(program, id)?.set(entry, keys[position < at ? position : position + 1])
    program.wrote(id)
  }
  return keys[at]!
}
