import type { NodeId } from '../ids.ts'
import { done, refused } from '../outcome.ts'
import type { Outcome } from '../outcome.ts'
import type { Program } from '../program.ts'
import { pageSlot, trashValue } from '../schema.ts'
import { placesAt, setEntry, setPlace } from './place-node.ts'

/**
 * Deletes a node with all it holds by moving it to the trash, so that undo brings back also what others changed in it
 * meanwhile. What someone else moves into it at the same moment is not deleted: it takes the node's place.
 */
export function removeNode(program: Program, id: NodeId): Outcome<'gone'> {
  const place = program.index.placeOf(id)
  if (!place) return refused('gone')
  program.doc.transact(() => {
    const before = { ...place, pageId: program.pageOf(id) }
    const seen = descendantsOf(program, id)
    settleRepairs(program, seen)
    setEntry(program, id, 'at', trashValue(place.key, seen, before))
  })
  return done
}

/**
 * Takes a deleted node out of the trash, with what was deleted along with it, to the place it had; to the end of its
 * page, or of the first page, if that place is gone.
 * @returns a refusal if the node does not exist or was not deleted itself
 */
export function restoreNode(program: Program, id: NodeId): Outcome<'gone'> {
  const trash = program.index.ownTrashOf(id)
  if (!trash) return refused('gone')
  program.doc.transact(() => {
    const { before } = trash
    if (before && program.has(before.parentId)) return setPlace(program, id, before)
    const page = (before?.pageId && program.page(before.pageId)) || program.pages()[0]
    if (!page) throw new Error('A program without pages has nowhere to restore to')
    const [place] = placesAt(program, { parentId: page.id, slot: pageSlot, index: Number.POSITIVE_INFINITY }, 1)
    setPlace(program, id, place!)
  })
  return done
}

/** @returns the node whose deletion took this one along, which may be itself; undefined if it is there, or its page is gone */
export function deletedWith(program: Program, id: NodeId): NodeId | undefined {
  return program.has(id) ? undefined : program.index.trashRootOf(id)
}

/** Writes down where they are shown. Else what is shown in a deleted node, but noted elsewhere, would jump out of it. */
export function settleRepairs(program: Program, ids: readonly NodeId[]): void {
  const repaired = program.repaired()
  for (const id of ids) {
    const place = repaired.has(id) ? program.index.placeOf(id) : undefined
    if (place) setPlace(program, id, { ...place, pageId: program.pageOf(id) })
  }
}

/** All nodes below it, parents before children. */
export function descendantsOf(program: Program, id: NodeId): NodeId[] {
  const found = [...program.children(id)]
  for (let at = 0; at < found.length; at++) found.push(...program.children(found[at]!))
  return found
}
