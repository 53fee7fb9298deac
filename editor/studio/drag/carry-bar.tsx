import { Button } from '#editor/ui/button.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { pageSlot } from '#model/index.ts'
import { useSession, useView } from '../session/use-session.tsx'
import { putBack, putDown } from './carry.ts'
import { nameOfDragged } from './describe-drop.ts'
import './carry-bar.css'

/** Says what is in hand and what to do next, with the ways out. */
export function CarryBar() {
  const session = useSession()
  const words = useWords()
  const drag = useView((view) => view.drag)
  const pageId = useView((view) => view.pageId)
  if (!drag?.by || pageId === undefined) return null
  const atTheEnd = () => putDown(session, words, { parentId: pageId, slot: pageSlot, index: Number.MAX_SAFE_INTEGER })
  const isNew = drag.dragged.kind === 'new'
  return (
    <div className="st-carry" data-testid="carry-bar">
      <span className="st-carry__text">
        {drag.by === 'keys'
          ? words.canvas.steerByKeys
          : words.canvas.tapWhere(nameOfDragged(drag.dragged, session, words))}
      </span>
      {drag.by === 'tap' && isNew ? (
        <Button variant="primary" onPress={atTheEnd}>
          {words.canvas.atTheEnd}
        </Button>
      ) : null}
      <Button onPress={() => putBack(session, words)}>{words.common.cancel}</Button>
    </div>
  )
}
