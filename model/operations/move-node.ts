import type { NodeId } from '../ids.ts'
import { done, refused } from '../outcome.ts'
import type { Outcome } from '../outcome.ts'
import type { Program } from '../program.ts'
import { canHold, placesAt, setPlace } from './place-node.ts'
import type { Target } from './place-node.ts'

/**
 * Moves a node, with all it holds, among the children of another, or of a page.
 *
 * A node's place is one field of its own, never an entry in its parent's list, so two people dragging it at once
 * leave one copy. Two nodes dragged into each other meet as a loop; `readTree` cuts it alike for everyone.
 * Moved to where it is already, nothing is written.
 * @param to - `index` counts the new siblings without the node itself; past the end means last
 * @returns a refusal if the node or parent is gone, or the node would land inside itself
 */
export function moveNode(program: Program, id: NodeId, to: Target): Outcome<'gone' | 'inside-itself'> {
  return moveNodes(program, [id], to)
}

/**
 * Moves several nodes side by side, in the order given. What is gone meanwhile is left out.
 * @param to - `index` counts the new siblings without the moved ones
 * @returns a refusal, with nothing moved, if all or the parent are gone, or one would land inside itself
 */
export function moveNodes(program: Program, ids: readonly NodeId[], to: Target): Outcome<'gone' | 'inside-itself'> {
  const moving = ids.filter((id) => program.node(id))
  if (moving.length === 0 || !canHold(program, to.parentId)) return refused('gone')
  if (moving.some((id) => program.isWithin(to.parentId, id))) return refused('inside-itself')
  const siblings = program.children(to.parentId, to.slot)
  const index = Math.min(to.index, siblings.filter((id) => !moving.includes(id)).length)
  const isThere = moving.every((id, at) => siblings[index + at] === id && !program.repaired().has(id))
  if (isThere) return done
  program.doc.transact(() => {
    const places = placesAt(program, to, moving.length, moving)
    for (const [at, id] of moving.entries()) setPlace(program, id, places[at]!)
  })
  return done
}
