/**
 * The only file that knows the drag library. It recognises the gesture (mouse, or a finger held still first) and its
 * end; where things land is ours to find, because the canvas lives in another document.
 */
import { DndContext, MouseSensor, TouchSensor, useDraggable, useSensor, useSensors } from '@dnd-kit/core'
import {
  useEffect,
  useRef,
  type MouseEvent as ReactMouseEvent,
  type ReactNode,
  type TouchEvent as ReactTouchEvent,
} from 'react'
import type { Dragged } from '../canvas/drop-tree.ts'
import type { Point } from '../canvas/geometry.ts'

export interface DragAreaProps {
  readonly children: ReactNode
  readonly onStart: (dragged: Dragged, at: Point) => void
  /** In pixels of the window; also while the pointer is outside it. */
  readonly onMove: (at: Point) => void
  readonly onDrop: () => void
  readonly onCancel: () => void
}

interface SourceData {
  readonly find: () => Dragged | undefined
}

let endedAtMs = Number.NEGATIVE_INFINITY

/** A shaky click is no drag, and a finger that scrolls is none either. */
const MOUSE = { activationConstraint: { distance: 5 } }
const TOUCH = { activationConstraint: { delay: 280, tolerance: 8 } }

export function DragArea({ children, onStart, onMove, onDrop, onCancel }: DragAreaProps) {
  const sensors = useSensors(useSensor(MouseSensor, MOUSE), useSensor(TouchSensor, TOUCH))
  const pointer = useRef<Point>({ x: 0, y: 0 })
  const isDragging = useRef(false)
  useEffect(() => {
    const follow = (event: MouseEvent | TouchEvent) => {
      const at = pointOf(event)
      if (!at) return
      pointer.current = at
      if (isDragging.current) onMove(at)
    }
    const names = ['mousedown', 'mousemove', 'touchstart', 'touchmove'] as const
    for (const name of names) window.addEventListener(name, follow, { capture: true, passive: true })
    return () => {
      for (const name of names) window.removeEventListener(name, follow, { capture: true })
    }
  }, [onMove])

  const end = (finish: () => void) => () => {
    if (!isDragging.current) return
    isDragging.current = false
    endedAtMs = performance.now()
    delete document.body.dataset.dragging
    finish()
  }
  return (
    <DndContext
      sensors={sensors}
      autoScroll={false}
      collisionDetection={none}
      accessibility={{ screenReaderInstructions: { draggable: '' } }}
      onDragStart={({ active }) => {
        const dragged = (active.data.current as SourceData | undefined)?.find()
        if (!dragged) return
        isDragging.current = true
        document.body.dataset.dragging = ''
        onStart(dragged, pointer.current)
      }}
      onDragEnd={end(onDrop)}
      onDragCancel={end(onCancel)}
    >
      {children}
    </DndContext>
  )
}

/** We hit-test ourselves. */
const none = () => []

export interface DragSource {
  readonly ref: (element: HTMLElement | null) => void
  /**
   * For the element. They listen on the way down, because buttons inside keep presses to themselves.
   */
  readonly props: {
    readonly onMouseDownCapture: (event: ReactMouseEvent) => void
    readonly onTouchStartCapture: (event: ReactTouchEvent) => void
  }
}

/**
 * Makes an element something to drag from.
 * @param find - asked when the drag starts, so that one large surface can stand for many things
 */
export function useDragSource(id: string, find: () => Dragged | undefined, isDisabled = false): DragSource {
  const data: SourceData = { find }
  const { setNodeRef, listeners } = useDraggable({ id, data: { ...data }, disabled: isDisabled })
  return {
    ref: setNodeRef,
    props: {
      onMouseDownCapture: (event) => listeners?.onMouseDown?.(event),
      onTouchStartCapture: (event) => listeners?.onTouchStart?.(event),
    },
  }
}

/** True just after a drag, when a button under the released pointer would take it for a press. */
export function hasJustDragged(): boolean {
  return performance.now() - endedAtMs < 100
}

function pointOf(event: MouseEvent | TouchEvent): Point | undefined {
  if ('clientX' in event) return { x: event.clientX, y: event.clientY }
  const touch = event.touches[0]
  return touch && { x: touch.clientX, y: touch.clientY }
}
