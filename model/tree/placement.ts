import type { PageId } from '../ids.ts'
import { pageSlot } from '../schema.ts'
import type { At, Place, Trash } from '../schema.ts'
import type { Pages } from './pages.ts'

/** What must be known about the rest of the document to say where one node stands. */
export interface Surroundings {
  readonly pages: Pages
  hasNode(id: string): boolean
  /** The deletion that a node lies under, if any. */
  trashOf(id: string): Trash | undefined
}

export interface Placement {
  readonly place: Place
  /** The document says otherwise, but that cannot be shown: its parent is missing or deleted, or it would be a loop. */
  readonly repaired: boolean
}

/** [M9] The deletion that takes this node along: its own, or that of its parent if the deleter saw the node there. */
export function trashUnder(id: string, at: At | undefined, around: Surroundings): Trash | undefined {
  if (!at) return undefined
  if (at.trash) return at.trash
  const { parentId } = at.place
  const trash = around.pages.trash.get(parentId) ?? around.trashOf(parentId)
  return trash?.seen.has(id) ? trash : undefined
}

/** Where a node that is not deleted stands, loops aside. The document must have a page. */
export function placementOf(at: At | undefined, around: Surroundings): Placement {
  if (!at?.place) return { place: homeOf(undefined, '', around.pages), repaired: true }
  const { place } = at
  const { parentId, key } = place
  if (isRoot(around.pages, parentId)) {
    return { place: place.slot === pageSlot ? place : { ...place, slot: pageSlot }, repaired: false }
  }
  const trash = around.pages.trash.get(parentId) ?? around.trashOf(parentId)
  if (!trash && around.hasNode(parentId)) return { place, repaired: false }
  // [M10] Came into a deleted subtree unseen: it takes the place that the subtree had.
  const before = trash?.before
  if (before && isRoot(around.pages, before.parentId)) return { place: { ...before, slot: pageSlot }, repaired: true }
  if (before && around.hasNode(before.parentId) && !around.trashOf(before.parentId))
    return { place: before, repaired: true }
  // [M11] Its parent is nowhere: to the page it was put on.
  return { place: homeOf(place.pageId ?? before?.pageId, key, around.pages), repaired: true }
}

/** Whether nodes hang from it directly: a page that is shown, or a linked section. */
export function isRoot(pages: Pages, id: string): boolean {
  return pages.byId.has(id) || pages.sections.has(id)
}

/** The root of that page or section if it is there, else of the first page. */
export function homeOf(pageId: PageId | undefined, key: string, pages: Pages): Place {
  const [first] = pages.live
  if (!first) throw new Error('A document without pages has no place for a node')
  const home = pageId !== undefined && isRoot(pages, pageId) ? pageId : first.id
  return { parentId: home, slot: pageSlot, key, pageId: home }
}

/**
 * [M12] Cuts loops: in each, the node with the smallest id goes to its page's root.
 * @param start - nodes that any new loop must run through
 * @param parentOf - the parent of a node, undefined at a page
 */
export function findCuts(start: Iterable<string>, parentOf: (id: string) => string | undefined): Set<string> {
  const cuts = new Set<string>()
  const safe = new Set<string>()
  for (const id of start) {
    const path: string[] = []
    const onPath = new Set<string>()
    let at: string | undefined = id
    while (at !== undefined && !safe.has(at) && !onPath.has(at)) {
      onPath.add(at)
      path.push(at)
      at = parentOf(at)
    }
    if (at !== undefined && onPath.has(at)) cuts.add(path.slice(path.indexOf(at)).reduce((a, b) => (a < b ? a : b)))
    for (const passed of path) safe.add(passed)
  }
  return cuts
}
