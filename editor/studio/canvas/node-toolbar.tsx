import { ArrowDown, ArrowUp, Copy, CornerLeftUp, Eye, EyeOff, GripVertical, Move, Trash2 } from 'lucide-react'
import { memo } from 'react'
import type { NodeId } from '#model/ids.ts'
import { useWords } from '#editor/words/use-words.ts'
import { leadOf, outermost } from '#editor/state/selection.ts'
import { moveDown, moveUp } from '../commands/arrange-commands.ts'
import { deleteSelection, duplicateSelection, toggleHidden } from '../commands/edit-commands.ts'
import { placeByTap } from '../commands/pick-up-commands.ts'
import { selectParent } from '../commands/select-commands.ts'
import { refusesMove } from '../locks/refuses-move.ts'
import { MoreButton } from '../context-menu/more-button.tsx'
import { useDragSource } from '../drag/drag-adapter.tsx'
import { CommandButton } from '../session/command-button.tsx'
import { useFact, useSession, useView } from '../session/use-session.tsx'
import { useRoom } from '../use-room.ts'
import { draggedNodes } from './drop-tree.ts'
import './node-toolbar.css'

interface NodeToolbarProps {
  readonly leftPx: number
  /** How far above the block's top they begin. */
  readonly liftPx: number
}

const look = { size: 'small', placement: 'right' } as const

/**
 * The tools of the chosen blocks. Stands beside the phone, or above the block where there is no room beside it, and
 * keeps in sight along a tall block. While something is dragged it is hidden but there: a finger's drag ends with the element that it began on.
 */
export const NodeToolbar = memo(function NodeToolbar({ leftPx, liftPx }: NodeToolbarProps) {
  const session = useSession()
  const { program, view, canEdit } = session
  const words = useWords()
  const widthPx = useView((state) => state.widthPx)
  const zoom = useView((state) => state.zoom)
  const room = useRoom()
  const handle = useDragSource(() => {
    const ids = outermost(program, view.getState().selection)
    return ids.length === 0 || refusesMove(session, ids, words)
      ? undefined
      : draggedNodes({ typeOf: (id) => program.node(id as NodeId)?.type }, ids)
  }, !canEdit)
  if (!canEdit) return null
  return (
    <div className="st-node-tools" style={{ left: leftPx + widthPx * zoom + 12, top: -2 - liftPx }}>
      <div
        className="st-node-tools__bar"
        role="toolbar"
        aria-label={words.studio.blockTools}
        aria-orientation={room === 'narrow' ? 'horizontal' : 'vertical'}
      >
        <span {...handle} className="st-node-tools__handle" title={words.studio.dragHandle}>
          <GripVertical size={16} aria-hidden />
        </span>
        <CommandButton {...look} command={moveUp} icon={<ArrowUp size={16} />} />
        <CommandButton {...look} command={moveDown} icon={<ArrowDown size={16} />} />
        <span className="st-node-tools__for-fingers">
          <CommandButton {...look} command={placeByTap} icon={<Move size={16} />} />
        </span>
        <CommandButton {...look} command={selectParent} icon={<CornerLeftUp size={16} />} />
        <CommandButton {...look} command={duplicateSelection} icon={<Copy size={16} />} />
        <HideButton />
        <CommandButton {...look} command={deleteSelection} icon={<Trash2 size={16} />} />
        <MoreButton />
      </div>
    </div>
  )
})

/** Shows what a press would do: an eye brings back what is hidden. */
function HideButton() {
  const { program } = useSession()
  const lead = useView(leadOf)
  const isHidden = useFact(lead, () => lead !== undefined && program.node(lead)?.showWhen?.hidden === true)
  return <CommandButton {...look} command={toggleHidden} icon={isHidden ? <Eye size={16} /> : <EyeOff size={16} />} />
}
