import { useRef, type MouseEvent, type ReactNode, type TouchEvent } from 'react'
import type { NodeId } from '#model/ids.ts'
import { useWords } from '#editor/words/use-words.ts'
import { dropTreeOf } from '../commands/structure.ts'
import { useDragSource } from '../drag/drag-adapter.tsx'
import { useSession, useView } from '../session/use-session.tsx'
import type { Dragged } from './drop-tree.ts'
import { findNodeAt, findTextAt } from './find-node-at.ts'
import type { Point } from './geometry.ts'
import { useMeasured } from './use-measured.ts'

/**
 * Lies over the canvas and takes the pointer: choosing, dragging and typing all start here, never in the frame. While
 * a text is typed, the glass has a hole where that text is.
 */
export function Glass({ children }: { readonly children: ReactNode }) {
  const session = useSession()
  const words = useWords()
  const { view, program, blocks, map, canEdit } = session
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
  const nodeAt = (point: Point): NodeId | undefined => {
    const { pageId } = view.getState()
    return pageId === undefined ? undefined : findNodeAt(map, dropTreeOf(program, blocks, pageId), point)
  }

  /** What is dragged by pressing here: the selection, if the press is in it, so that a whole section moves by any part of it. */
  const press = (id: NodeId | undefined) => {
    const { selected } = view.getState()
    const inSelection = id !== undefined && selected !== undefined && program.isWithin(id, selected)
    pressed.current = inSelection ? selected : id
    return inSelection
  }
  const source = useDragSource(
    'canvas',
    (): Dragged | undefined => {
      const id = pressed.current
      const type = id === undefined ? undefined : program.node(id)?.type
      if (id === undefined || type === undefined) return undefined
      view.setState({ selected: id })
      return { kind: 'node', id, type }
    },
    !canEdit,
  )

  const onMouseDown = (event: MouseEvent<HTMLDivElement>) => {
    if (event.button !== 0 || event.target !== event.currentTarget) return
    const id = nodeAt(pointOf(event))
    if (!press(id)) view.setState({ selected: id })
    source.props.onMouseDownCapture(event)
  }
  const onTouchStart = (event: TouchEvent<HTMLDivElement>) => {
    const touch = event.touches[0]
    if (!touch || event.target !== event.currentTarget) return
    press(nodeAt(pointOf({ clientX: touch.clientX, clientY: touch.clientY, currentTarget: event.currentTarget })))
    source.props.onTouchStartCapture(event)
  }
  const onDoubleClick = (event: MouseEvent<HTMLDivElement>) => {
    const point = pointOf(event)
    const id = nodeAt(point)
    const prop = id !== undefined && canEdit ? findTextAt(map, id, point) : undefined
    if (id !== undefined && prop !== undefined) view.setState({ selected: id, typing: { nodeId: id, prop, at: point } })
  }

  return (
    <div
      ref={source.ref}
      className="st-glass"
      data-glass
      data-testid="canvas"
      role="group"
      aria-label={words.studio.canvas}
      aria-describedby="st-canvas-help"
      tabIndex={0}
      style={hole}
      onMouseMove={(event) => {
        if (view.getState().drag) return
        const hovered = nodeAt(pointOf(event))
        if (hovered !== view.getState().hovered) view.setState({ hovered })
      }}
      onMouseLeave={() => view.setState({ hovered: undefined })}
      onMouseDown={onMouseDown}
      onTouchStart={onTouchStart}
      onClick={(event) => {
        if (event.target === event.currentTarget) view.setState({ selected: nodeAt(pointOf(event)) })
      }}
      onDoubleClick={onDoubleClick}
    >
      <span id="st-canvas-help" className="ui-hidden">
        {words.studio.canvasHelp}
      </span>
      {children}
    </div>
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
