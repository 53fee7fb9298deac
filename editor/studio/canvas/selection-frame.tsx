import { ArrowDown, ArrowUp, Copy, CornerLeftUp, GripVertical, Trash2 } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import type { NodeId } from '#model/ids.ts'
import { IconButton } from '#editor/ui/icon-button.tsx'
import { useWords } from '#editor/words/use-words.ts'
import { moveDown, moveUp } from '../commands/arrange-commands.ts'
import { deleteSelection, duplicateSelection } from '../commands/edit-commands.ts'
import { selectParent } from '../commands/select-commands.ts'
import type { StudioCommand } from '../commands/studio-command.ts'
import { useDragSource } from '../drag/drag-adapter.tsx'
import { useCommand } from '../session/use-commands.ts'
import { useNodeType, useSession, useView } from '../session/use-session.tsx'
import { scaled } from './geometry.ts'
import { useMeasured } from './use-measured.ts'

export function HoverFrame() {
  const hovered = useView((view) => view.hovered)
  const selected = useView((view) => view.selected)
  const rect = useMeasured(hovered)?.rect
  const zoom = useView((view) => view.zoom)
  if (!rect || hovered === selected) return null
  const { x, y, width, height } = scaled(rect, zoom)
  return <div className="st-hover" style={{ left: x, top: y, width, height }} />
}

export function SelectionFrame() {
  const selected = useView((view) => view.selected)
  const isDragging = useView((view) => view.drag !== undefined)
  const isTyping = useView((view) => view.typing !== undefined)
  const rect = useMeasured(selected)?.rect
  const zoom = useView((view) => view.zoom)
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => bringIntoSight(frame.current), [selected, rect === undefined])
  if (selected === undefined || !rect) return null
  const { x, y, width, height } = scaled(rect, zoom)
  return (
    <div ref={frame} className="st-selected" data-testid="selection" style={{ left: x, top: y, width, height }}>
      {isDragging ? null : (
        <>
          <NameTab id={selected} />
          {isTyping ? null : <NodeToolbar id={selected} leftPx={-x} />}
        </>
      )}
    </div>
  )
}

/** What is chosen by keyboard, in the tree or just placed may be out of sight; what is seen stays where it is. */
function bringIntoSight(frame: HTMLElement | null): void {
  const stage = frame?.closest('[data-stage]')?.getBoundingClientRect()
  const box = frame?.getBoundingClientRect()
  if (!frame || !stage || !box) return
  const isSeen = box.bottom > stage.top + 40 && box.top < stage.bottom - 40
  if (!isSeen) frame.scrollIntoView({ block: 'center', behavior: 'smooth' })
}

function NameTab({ id }: { readonly id: NodeId }) {
  const { blocks } = useSession()
  const words = useWords()
  const type = useNodeType(id)
  return <span className="st-tab">{words.studio.nameOf(blocks.nameOf(type))}</span>
}

/** Stands beside the phone, never on it, and keeps in sight along a tall block. */
function NodeToolbar({ id, leftPx }: { readonly id: NodeId; readonly leftPx: number }) {
  const session = useSession()
  const words = useWords()
  const widthPx = useView((view) => view.widthPx)
  const zoom = useView((view) => view.zoom)
  const type = useNodeType(id)
  const handle = useDragSource('handle', () => ({ kind: 'node', id, type }), !session.canEdit)
  if (!session.canEdit) return null
  return (
    <div className="st-node-tools" style={{ left: leftPx + widthPx * zoom + 12 }}>
      <div
        className="st-node-tools__bar"
        role="toolbar"
        aria-label={words.studio.blockTools}
        aria-orientation="vertical"
      >
        <span ref={handle.ref} {...handle.props} className="st-node-tools__handle" title={words.studio.dragHandle}>
          <GripVertical size={16} aria-hidden />
        </span>
        <CommandButton command={moveUp} icon={<ArrowUp size={16} />} />
        <CommandButton command={moveDown} icon={<ArrowDown size={16} />} />
        <CommandButton command={selectParent} icon={<CornerLeftUp size={16} />} />
        <CommandButton command={duplicateSelection} icon={<Copy size={16} />} />
        <CommandButton command={deleteSelection} icon={<Trash2 size={16} />} />
      </div>
    </div>
  )
}

function CommandButton({ command, icon }: { readonly command: StudioCommand; readonly icon: ReactNode }) {
  const { label, keys, isEnabled, run } = useCommand(command)
  return (
    <IconButton
      size="small"
      placement="right"
      label={label}
      keys={keys}
      icon={icon}
      isDisabled={!isEnabled}
      onPress={run}
    />
  )
}
