import { Lock } from 'lucide-react'
import { readPartId, wholeBlock, type NodeId } from '#model/index.ts'
import { useWords } from '#editor/words/use-words.ts'
import { drawnOf } from '../comments/comment-place.ts'
import { scaled } from '../canvas/geometry.ts'
import { useMeasured } from '../canvas/use-measured.ts'
import { defineNodeIndex, useNodeIndex } from '../session/node-index.ts'
import { useFact, useSession, useView } from '../session/use-session.tsx'
import './locks.css'

/** The blocks that the agency has locked as a whole. */
export const lockedNodesOf = defineNodeIndex(({ locks }) => locks?.includes(wholeBlock) === true)

/** Shows on the canvas which blocks the agency has locked, before somebody tries to change them. */
export function LockMarks() {
  const ids = useNodeIndex(lockedNodesOf)
  const isDragging = useView((view) => view.drag !== undefined)
  return isDragging ? null : ids.map((id) => <MarksOf key={id} id={id} />)
}

/** A block of a linked section is locked in every place of it. */
function MarksOf({ id }: { readonly id: NodeId }) {
  const { program } = useSession()
  const pageId = useView((view) => view.pageId)
  const drawn = useFact(id, () =>
    drawnOf(program, id)
      .flatMap((one) => (one.pageId === pageId ? one.id : []))
      .join(),
  )
  return drawn === '' ? null : drawn.split(',').map((one) => <Mark key={one} id={one as NodeId} />)
}

function Mark({ id }: { readonly id: NodeId }) {
  const { locks } = useWords()
  const rect = useMeasured(id)?.rect
  const zoom = useView((view) => view.zoom)
  if (!rect) return null
  const { x, y, height } = scaled(rect, zoom)
  return (
    <div
      className="st-lock-mark"
      data-lock-mark={readPartId(id)?.instance ?? id}
      role="img"
      aria-label={locks.lockedByAgency}
      style={{ left: x, top: y + height }}
    >
      <Lock size={12} aria-hidden />
    </div>
  )
}
