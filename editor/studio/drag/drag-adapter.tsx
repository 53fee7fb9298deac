/**
 * The only file that knows the drag library. It recognises the gesture (mouse, or a finger held still first) and its
 * end; where things land is ours to find, because the canvas lives in another document.
 */
import { DndContext, MouseSensor, TouchSensor, useDraggable, useSensor, useSensors } from '@dnd-kit/core'
import {
  createContext,
  use,
  useEffect,
  useMemo,
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

type PressEvent = ReactMouseEvent | ReactTouchEvent

/** Where presses on all sources go. It stays the same for good: a press draws none of the sources anew. */
interface Presses {
  /** @param find - asked when the press turns out to be a drag */
  begin(event: PressEvent, find: () => Dragged | undefined): void
}

const PressesContext = createContext<Presses>({ begin: () => undefined })

let endedAtMs = Number.NEGATIVE_INFINITY

/** A shaky click is no drag, and a finger that scrolls is none either. */
const MOUSE = { activationConstraint: { distance: 5 } }
const TOUCH = { activationConstraint: { delay: 280, tolerance: 8 } }

export function DragArea({ children, onStart, onMove, onDrop, onCancel }: DragAreaProps) {
  const sensors = useSensors(useSensor(MouseSensor, MOUSE), useSensor(TouchSensor, TOUCH))
  const pointer = useRef<Point>({ x: 0, y: 0 })
  const isDragging = useRef(false)
  const find = useRef<() => Dragged | undefined>(() => undefined)
  const listening = useRef<Listeners>({})
  const presses = useMemo<Presses>(
    () => ({
      begin(event, asked) {
        // Of sources inside each other, the outer one has heard of it first.
        if ('dndKit' in event.nativeEvent) return
        find.current = asked
        listening.current[event.type === 'touchstart' ? 'onTouchStart' : 'onMouseDown']?.(event)
      },
    }),
    [],
  )
  useEffect(() => {
    const follow = (event: MouseEvent | TouchEvent) => {
      const at = pointOf(event)
      if (!at) return
      pointer.current = at
      if (isDragging.current) onMove(at)
    }
    const names = ['mousedown', 'mousemove', 'touchstart', 'touchmove'] as const
    for (const name of names) window.addEventListener(name, follow, { capture: true, passive: true })
    // A finger held still also asks for a menu; once it drags, it has had its answer.
    const onMenu = (event: Event) => {
      if (!isDragging.current) return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('contextmenu', onMenu, { capture: true })
    // A tree or a list keeps Escape to itself; while something is dragged it means the drag, wherever the focus is.
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isDragging.current || event.key !== 'Escape' || !event.isTrusted) return
      event.preventDefault()
      event.stopPropagation()
      document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape' }))
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true })
      for (const name of names) window.removeEventListener(name, follow, { capture: true })
      window.removeEventListener('contextmenu', onMenu, { capture: true })
    }
  }, [onMove])
  useEffect(keepTouchesComing, [])

  const end = (finish: () => void) => () => {
    if (!isDragging.current) return
    isDragging.current = false
    endedAtMs = performance.now()
    finish()
    // Last: what asks for places before it would wait for all styles to be looked at again.
    delete document.body.dataset.dragging
  }
  return (
    <DndContext
      sensors={sensors}
      autoScroll={false}
      collisionDetection={none}
      accessibility={{ screenReaderInstructions: { draggable: '' } }}
      onDragStart={() => {
        const dragged = find.current()
        if (!dragged) return
        isDragging.current = true
        document.body.dataset.dragging = ''
        onStart(dragged, pointer.current)
      }}
      onDragEnd={end(onDrop)}
      onDragCancel={end(onCancel)}
    >
      <EverySource listening={listening} />
      <PressesContext value={presses}>{children}</PressesContext>
    </DndContext>
  )
}

type Listeners = { readonly [name in 'onMouseDown' | 'onTouchStart']?: (event: PressEvent) => void }

/**
 * Stands for everything that can be dragged. The library wakes each of its own sources at each press, so to it there is
 * one only.
 */
function EverySource({ listening }: { readonly listening: { current: Listeners } }) {
  const { listeners } = useDraggable({ id: 'source' })
  useEffect(() => {
    listening.current = (listeners ?? {}) as Listeners
  }, [listening, listeners])
  return null
}

/**
 * A finger's events go to what it first touched, even after that has left the page (a row scrolled away, a panel of a page
 * no longer shown), and then they reach nobody else. They are passed on to the document.
 */
function keepTouchesComing(): () => void {
  const passOn = (event: TouchEvent) => {
    if (event.target instanceof Node && event.target.isConnected) return
    const { touches, targetTouches, changedTouches } = event
    const lists = { touches: [...touches], targetTouches: [...targetTouches], changedTouches: [...changedTouches] }
    document.dispatchEvent(new TouchEvent(event.type, { ...lists, bubbles: true, cancelable: true }))
  }
  const onStart = ({ target }: TouchEvent) => {
    for (const name of ['touchmove', 'touchend', 'touchcancel'] as const)
      target?.addEventListener(name, passOn as EventListener)
  }
  window.addEventListener('touchstart', onStart, { capture: true, passive: true })
  return () => window.removeEventListener('touchstart', onStart, { capture: true })
}

/** We hit-test ourselves. */
const none = () => []

/**
 * For the element that is dragged from. They listen on the way down, because buttons inside keep presses to themselves.
 */
export interface DragSource {
  readonly onMouseDownCapture: (event: ReactMouseEvent) => void
  readonly onTouchStartCapture: (event: ReactTouchEvent) => void
}

/**
 * Makes an element something to drag from.
 * @param find - asked when the drag starts, so that one large surface can stand for many things
 */
export function useDragSource(find: () => Dragged | undefined, isDisabled = false): DragSource {
  const presses = use(PressesContext)
  const begin = (event: PressEvent) => {
    if (!isDisabled) presses.begin(event, find)
  }
  return { onMouseDownCapture: begin, onTouchStartCapture: begin }
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
