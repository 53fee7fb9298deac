import { leadOf } from '#editor/state/selection.ts'
import { useWords } from '#editor/words/use-words.ts'
import type { Dragged } from '../canvas/drop-tree.ts'
import { dropTreeOf, placeForNew } from '../commands/structure.ts'
import { pickUp } from '../drag/carry.ts'
import { hasJustDragged } from '../drag/drag-adapter.tsx'
import { useSession } from '../session/use-session.tsx'
import { useRoom } from '../use-room.ts'
import { placeNew } from './insertable.ts'

/**
 * What a press on a card does: it goes behind what is chosen; on a phone, where one does not see what that is, to where
 * one taps next. A press that ends a drag does nothing.
 */
export function useInsert(): (dragged: Extract<Dragged, { readonly kind: 'new' }>) => void {
  const session = useSession()
  const words = useWords()
  const room = useRoom()
  return (dragged) => {
    const { program, blocks, view, map } = session
    const { pageId } = view.getState()
    if (hasJustDragged() || pageId === undefined) return
    if (room === 'phone') {
      view.setState({ panel: undefined })
      return pickUp(session, words, dragged, 'tap')
    }
    const tree = dropTreeOf(program, blocks, pageId, map)
    placeNew(session, dragged.key, placeForNew(tree, program, leadOf(view.getState()), dragged.type))
  }
}
