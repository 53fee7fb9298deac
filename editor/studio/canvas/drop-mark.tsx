import { useWords } from '#editor/words/use-words.ts'
import { dropTreeOf } from '../commands/structure.ts'
import { describeDrop } from '../drag/describe-drop.ts'
import { useSession, useView } from '../session/use-session.tsx'
import { bringIntoSight } from './bring-into-sight.ts'
import { scaled } from './geometry.ts'

/** One line where the drop would land, or the whole empty slot, and in words where that is. */
export function DropMark() {
  const { program, blocks, map } = useSession()
  const words = useWords()
  const drag = useView((view) => view.drag)
  const zoom = useView((view) => view.zoom)
  const pageId = useView((view) => view.pageId)
  const place = drag?.place
  if (!drag || drag.over !== 'canvas' || !place || pageId === undefined) return null
  const tree = dropTreeOf(program, blocks, pageId, map)
  const steered = drag.by === 'keys' ? bringIntoSight : undefined
  // Why not is said by the card at the pointer; here the red mark is enough.
  const label =
    place.refusal === undefined || drag.by === 'keys'
      ? describeDrop(place, tree, blocks, drag.dragged, words)
      : undefined
  const refused =
    place.refusal === undefined ? '' : place.refusal === 'same-place' ? ' st-drop--same' : ' st-drop--refused'
  if (place.mark.kind === 'box') {
    const { x, y, width, height } = scaled(place.mark.rect, zoom)
    return (
      <div
        key={`${place.parentId}/${place.slot}/${place.index}`}
        ref={steered}
        className={`st-drop st-drop--box${refused}`}
        data-testid="drop-mark"
        style={{ left: x, top: y, width, height }}
      >
        {label === undefined ? null : <span className="st-drop__label">{label}</span>}
      </div>
    )
  }
  const { from, to } = place.mark
  const isVertical = from.x === to.x
  const style = isVertical
    ? { left: from.x * zoom, top: from.y * zoom, height: (to.y - from.y) * zoom }
    : { left: from.x * zoom, top: from.y * zoom, width: (to.x - from.x) * zoom }
  return (
    <div
      key={`${place.parentId}/${place.slot}/${place.index}`}
      ref={steered}
      className={`st-drop st-drop--line${isVertical ? ' st-drop--upright' : ''}${refused}`}
      data-testid="drop-mark"
      style={style}
    >
      {label === undefined ? null : <span className="st-drop__label">{label}</span>}
    </div>
  )
}
