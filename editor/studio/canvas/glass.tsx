import { useMemo, useRef, type MouseEvent, type ReactNode, type TouchEvent } from 'react'
import type { NodeId } from '#model/ids.ts'
import { useWords } from '#editor/words/use-words.ts'
import { leadOf, nothing, outermost, selecting, toggled, type Selection } from '#editor/state/selection.ts'
import { dropTreeOf } from '../commands/structure.ts'
import { hasJustDragged, useDragSource } from '../drag/drag-adapter.tsx'
import { refusesMove } from '../locks/refuses-move.ts'
import { isIn, partAt } from '../sections/part-at.ts'
import { useSession, useView } from '../session/use-session.tsx'
import { draggedNodes, type Dragged } from './drop-tree.ts'
import { findNodeAt, findTextAt } from './find-node-at.ts'
import { gapAt } from './gap-at.ts'
import type { Point } from './geometry.ts'
import { createLevels } from './levels.ts'
import { slotOpenedAt } from './open-slots.ts'
import { typingAt } from './typing-at.ts'
import { useMeasured } from './use-measured.ts'

interface GlassProps {
  readonly children: ReactNode
  /** A press that begins to choose with a box. */
  readonly onMarquee: (event: globalThis.MouseEvent) => void
}

/**
 * Lies over the canvas and takes the pointer: choosing, dragging and typing all start here, never in the frame. While
 * a text is typed, the glass has a hole where that text is.
 */
export function Glass({ children, onMarquee }: GlassProps) {
  const session = useSession()
  const words = useWords()
  const { view, program, map, canEdit, canWrite } = session
  const pressed = useRef<NodeId | undefined>(undefined)
  const hole = useTypingHole()

  const pointOf = (event: {
    readonly clientX: number
    readonly clientY: number
    readonly currentTarget: Element
  }): Point => {
    const box = event.currentTarget.getBoundingClientRect()
    const { zoom } = view.getState()
    return { x: (event.clientX - box.left) / zoom, y: (event.clientY - box.top) / zoom }
  }
  const tree = useTree()
  const levels = useMemo(() => tree && createLevels(map, tree), [map, tree])
  const nodeAt = (point: Point): NodeId | undefined => tree && findNodeAt(map, tree, point, levels)

  /** Who is in a placed section already points at its parts; the first click chooses it whole. */
  const innerAt = (point: Point, lead: NodeId | undefined): NodeId | undefined => {
    const id = nodeAt(point)
    return id !== undefined && isIn(id, lead) ? (partAt(session.compiler, map, id, point) ?? id) : id
  }
  /** What was chosen before the press. */
  const before = useRef<Selection>(nothing)

  const showGap = (point: Point) => {
    const { gap, widthPx } = view.getState()
    const seen = { widthPx, heightPx: map.heightPx, find: map.find }
    const next = tree && levels && gapAt(seen, tree, point, levels)
    if (next?.to.parentId !== gap?.to.parentId || next?.to.slot !== gap?.to.slot || next?.to.index !== gap?.to.index)
      view.setState({ gap: next })
  }

  /** The hole is a moment late: what still arrives here is meant for the text, and must not take the focus from it. */
  const isTypedAt = (point: Point) => {
    const { typing } = view.getState()
    return typing !== undefined && findTextAt(map, typing.nodeId, point) === typing.prop
  }

  /** Whether a click here adds to the choice or takes from it. */
  const adds = (event: Pick<MouseEvent, 'shiftKey' | 'metaKey' | 'ctrlKey'>) =>
    event.shiftKey || event.metaKey || event.ctrlKey || view.getState().choosingMore

  /** The press has mostly chosen it already; then the click changes nothing. */
  const choose = (id: NodeId | undefined) => {
    const { selection } = view.getState()
    if (selection.length !== 1 || selection[0] !== id) view.setState(selecting(id))
  }

  /** What is dragged by pressing here: the selection, if the press is in it, so that a whole section moves by any part of it. */
  const press = (id: NodeId | undefined) => {
    const chosen = id === undefined ? undefined : view.getState().selection.find((one) => program.isWithin(id, one))
    pressed.current = chosen ?? id
    return chosen !== undefined
  }
  const source = useDragSource((): Dragged | undefined => {
    const id = pressed.current
    const { selection } = view.getState()
    if (id === undefined || !tree || !program.node(id)) return undefined
    const ids = selection.includes(id) ? outermost(program, selection) : [id]
    if (!selection.includes(id)) view.setState(selecting(id))
    if (refusesMove(session, ids, words)) return undefined
    return draggedNodes(tree, ids)
  }, !canWrite)

  const onMouseDown = (event: MouseEvent<HTMLDivElement>) => {
    if (event.button !== 0 || event.target !== event.currentTarget) return
    const point = pointOf(event)
    if (isTypedAt(point)) return event.preventDefault()
    const id = nodeAt(point)
    before.current = view.getState().selection
    // With a key held it adds to the choice or takes from it, once the press turns out to be a click.
    const isAdding = adds(event)
    if (id === undefined || event.altKey) return onMarquee(event.nativeEvent)
    if (!press(id) && !isAdding) choose(id)
    source.onMouseDownCapture(event)
  }
  const onTouchStart = (event: TouchEvent<HTMLDivElement>) => {
    const touch = event.touches[0]
    if (!touch || event.target !== event.currentTarget) return
    press(nodeAt(pointOf({ clientX: touch.clientX, clientY: touch.clientY, currentTarget: event.currentTarget })))
    source.onTouchStartCapture(event)
  }
  /** The first click chooses; one more, on a text of what alone is chosen, begins typing there. */
  const onClick = (event: MouseEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget || event.altKey) return
    const point = pointOf(event)
    if (isTypedAt(point)) return
    if (adds(event)) {
      const id = nodeAt(point)
      if (id !== undefined)
        view.setState(({ selection, choosingMore }) => ({ selection: toggled(selection, id), choosingMore }))
      return
    }
    const id = innerAt(point, before.current.at(-1))
    const opened = id === undefined || hasJustDragged() ? undefined : slotOpenedAt(session, id, point)
    if (opened) view.setState({ openSlots: [opened] })
    const wasAlone = before.current.length === 1 && before.current[0] === id
    const typing = wasAlone && !hasJustDragged() ? typingAt(session, id, point) : undefined
    if (typing) view.setState({ ...selecting(id), typing })
    else choose(id)
  }
  const onDoubleClick = (event: MouseEvent<HTMLDivElement>) => {
    const point = pointOf(event)
    // Its second click has mostly begun the typing already.
    if (isTypedAt(point) || view.getState().choosingMore) return
    const id = innerAt(point, leadOf(view.getState()))
    const typing = typingAt(session, id, point)
    if (typing) view.setState({ ...selecting(id), typing })
  }

  return (
    <div
      className="st-glass"
      data-glass
      data-area-start
      data-testid="canvas"
      role="group"
      aria-label={words.studio.canvas}
      aria-describedby="st-canvas-help"
      tabIndex={0}
      style={hole}
      onMouseMove={(event) => {
        if (view.getState().drag) return
        const point = pointOf(event)
        const hovered = innerAt(point, leadOf(view.getState()))
        if (hovered !== view.getState().hovered) view.setState({ hovered })
        const { selection } = view.getState()
        const isText = selection.length === 1 && selection[0] === hovered && typingAt(session, hovered, point)
        event.currentTarget.toggleAttribute('data-over-text', Boolean(isText))
        // On the "+" itself the gap stays.
        if (event.target === event.currentTarget && canEdit) showGap(point)
      }}
      onMouseLeave={() => view.setState({ hovered: undefined, gap: undefined })}
      onMouseDown={onMouseDown}
      onTouchStart={onTouchStart}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
    >
      <span id="st-canvas-help" className="ui-hidden">
        {words.studio.canvasHelp}
      </span>
      {children}
    </div>
  )
}

function useTree() {
  const { program, blocks } = useSession()
  const pageId = useView((view) => view.pageId)
  return useMemo(
    () => (pageId === undefined ? undefined : dropTreeOf(program, blocks, pageId)),
    [program, blocks, pageId],
  )
}

function useTypingHole() {
  const typing = useView((view) => view.typing)
  const zoom = useView((view) => view.zoom)
  const rect = useMeasured(typing?.nodeId)?.texts.find(({ prop }) => prop === typing?.prop)?.rect
  if (!typing || !rect) return {}
  const [left, top] = [rect.x * zoom - 4, rect.y * zoom - 4]
  const [right, bottom] = [left + rect.width * zoom + 8, top + rect.height * zoom + 8]
  const outer = '-999px -999px, -999px 99999px, 9999px 99999px, 9999px -999px, -999px -999px'
  const inner = `${left}px ${top}px, ${right}px ${top}px, ${right}px ${bottom}px, ${left}px ${bottom}px, ${left}px ${top}px`
  return { clipPath: `polygon(evenodd, ${outer}, ${inner})` }
}
