import { moveNodes, transact, type Target } from '#model/index.ts'
import type { Dragged } from '../canvas/drop-tree.ts'
import { wordsNow } from '#editor/words/use-words.ts'
import { refusesMove, refusesPlace } from '../locks/refuses-move.ts'
import { placeNew, type Placing } from '../insert/insertable.ts'

/** Makes the edit of a drop, one undo step, and chooses what was dropped. @returns false if the place or what was dragged is gone */
export function dropDragged(placing: Placing, dragged: Dragged, { parentId, slot, index }: Target): boolean {
  const to = { parentId, slot, index }
  if (dragged.kind === 'new') return placeNew(placing, dragged.key, to) !== undefined
  const { program, view } = placing
  // However it was picked up: what may not leave its place is held back here, and not by the server only.
  if (refusesMove(placing, dragged.ids, wordsNow()) || refusesPlace(placing, parentId)) return false
  const moved = transact(program, { by: 'command', name: 'move' }, () => moveNodes(program, dragged.ids, to))
  if (moved.ok) view.setState({ selection: dragged.ids.filter((id) => program.node(id)) })
  return moved.ok
}
