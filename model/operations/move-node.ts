import type { NodeId } from '../ids.ts'
import { done, refused } from '../outcome.ts'
import type { Outcome } from '../outcome.ts'
import type { Program } from '../program.ts'
import { placesAt, setPlace } from './place-node.ts'
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
  if (!program.node(id) || !program.has(to.parentId)) return refused('gone')
  if (program.isWithin(to.parentId, id)) return refused('inside-itself')
  const siblings = program.children(to.parentId, to.slot)
  const index = siblings.indexOf(id)
  if (index >= 0 && index === Math.min(to.index, siblings.length - 1) && !program.repaired().has(id)) return done
  program.doc.transact(() => {
    const [place] = placesAt(program, to, 1, id)
    setPlace(program, id, place!)
  })
  return done
}
