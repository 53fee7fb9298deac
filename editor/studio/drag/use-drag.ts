import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { PageId } from '#model/index.ts'
import { showToast } from '#editor/ui/toast.tsx'
import { useWords } from '#editor/words/use-words.ts'
import type { DragView } from '#editor/state/view-state.ts'
import { nothing, type Selection } from '#editor/state/selection.ts'
import { findDropPlace } from '../canvas/find-drop-place.ts'
import { leavingWith, type Dragged, type DropTree } from '../canvas/drop-tree.ts'
import type { Point } from '../canvas/geometry.ts'
import { createLevels, type Levels } from '../canvas/levels.ts'
import { dropTreeOf } from '../commands/structure.ts'
import type { StudioSession } from '../session/studio-session.ts'
import { useSession } from '../session/use-session.tsx'
import { findLayerPlaceAt } from '../layers/layer-place-at.ts'
import { describeRefusal } from './describe-drop.ts'
import { dragPointer } from './drag-pointer.ts'
import { dropDragged } from './drop-dragged.ts'
import { edgeScrollStep } from './edge-scroll.ts'
import { createPageHover, findPageAt } from './page-hover.ts'

/** What a drag knows of the page it is over; made anew when the page changes under it. */
interface Ground {
  readonly pageId: PageId
  readonly tree: DropTree
  readonly levels: Levels
}

interface Begun {
  readonly pageId: PageId
  readonly selection: Selection
  readonly hover: ReturnType<typeof createPageHover>
}

/** Follows one drag by a pointer from its start to its drop: finds the place, scrolls at the edges, opens pages, and makes the edit. */
export function useDrag() {
  const session = useSession()
  const words = useWords()
  const ground = useRef<Ground | undefined>(undefined)
  const begun = useRef<Begun | undefined>(undefined)
  const frame = useRef(0)
  const looked = useRef<Point>(undefined)
  const { view } = session

  const look = useCallback(
    (at: Point) => {
      const { drag, pageId } = view.getState()
      if (!drag || pageId === undefined || !begun.current) return
      looked.current = at
      if (ground.current?.pageId !== pageId) ground.current = groundOf(session, pageId, drag.dragged)
      const overPage = pageUnder(at, pageId)
      const next = overPage
        ? { ...nowhere(drag.dragged), overPage }
        : findPlace(at, drag.dragged, ground.current, session)
      if (!sameView(drag, next)) view.setState({ drag: next })
      markOpening(overPage)
      const opened = begun.current.hover.over(overPage)
      if (opened !== undefined) view.setState({ pageId: opened, selection: nothing, hovered: undefined })
    },
    [session, view],
  )

  /** One look a frame at most, and on while the canvas scrolls under a pointer that rests. */
  const loop = useCallback(() => {
    cancelAnimationFrame(frame.current)
    const tick = () => {
      const { drag } = view.getState()
      if (!drag) return
      if (drag.overPage === undefined) scrollAlong(dragPointer.at)
      look(dragPointer.at)
      frame.current = requestAnimationFrame(tick)
    }
    frame.current = requestAnimationFrame(tick)
  }, [look, view])
  useEffect(() => () => cancelAnimationFrame(frame.current), [])

  const finish = useCallback(() => {
    cancelAnimationFrame(frame.current)
    ground.current = undefined
    begun.current = undefined
    looked.current = undefined
    markOpening(undefined)
    view.setState({ drag: undefined })
  }, [view])

  return useMemo(
    () => ({
      onStart(dragged: Dragged, at: Point) {
        const { pageId, selection } = view.getState()
        if (pageId === undefined || !session.canEdit) return
        begun.current = { pageId, selection, hover: createPageHover(performance) }
        dragPointer.move(at)
        view.setState({
          drag: nowhere(dragged),
          hovered: undefined,
          gap: undefined,
          inserter: undefined,
          typing: undefined,
        })
        loop()
      },
      onMove: (at: Point) => dragPointer.move(at),
      onCancel() {
        const start = begun.current
        finish()
        // Back to where it began, if the drag had gone to another page.
        if (start && session.program.page(start.pageId) && view.getState().pageId !== start.pageId)
          view.setState({ pageId: start.pageId, selection: start.selection })
      },
      onDrop() {
        // Where the pointer rested a frame ago, all is known already.
        if (looked.current !== dragPointer.at) look(dragPointer.at)
        const { drag } = view.getState()
        finish()
        if (!drag?.place) return
        const { place, dragged } = drag
        if (!place.refusal) dropDragged(session, dragged, place)
        else if (place.refusal !== 'same-place') showToast({ text: describeRefusal(place.refusal, words), tone: 'bad' })
      },
    }),
    [finish, look, loop, session, view, words],
  )
}

function nowhere(dragged: Dragged): DragView {
  return { dragged, place: undefined, over: undefined }
}

function groundOf({ program, blocks, map }: StudioSession, pageId: PageId, dragged: Dragged): Ground {
  const tree = dropTreeOf(program, blocks, pageId, map)
  return { pageId, tree, levels: createLevels(map, tree, leavingWith(dragged)) }
}

function pageUnder(at: Point, shown: PageId): PageId | undefined {
  const found = findPageAt(at)
  return found && found.pageId !== shown ? found.pageId : undefined
}

/** Wherever the page's name stands, it shows that the page is about to open. */
function markOpening(pageId: PageId | undefined): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-page-opening]'))
    if (element.dataset.pageDrop !== pageId) delete element.dataset.pageOpening
  if (pageId === undefined) return
  for (const element of document.querySelectorAll<HTMLElement>(`[data-page-drop="${CSS.escape(pageId)}"]`))
    element.dataset.pageOpening = ''
}

/** The canvas and the layer tree move along near their upper and lower edge. */
function scrollAlong(at: Point): void {
  for (const area of document.querySelectorAll('[data-stage], [data-layers-scroll]')) {
    const step = edgeScrollStep(at, area.getBoundingClientRect())
    if (step !== 0) area.scrollBy({ top: step })
  }
}

function findPlace(at: Point, dragged: Dragged, { tree, levels }: Ground, { view, map }: StudioSession): DragView {
  const layer = findLayerPlaceAt(at, dragged, tree)
  if (layer) return { dragged, place: layer.place, over: 'layers', layer: { row: layer.row, edge: layer.edge } }
  const stage = document.querySelector('[data-stage]')?.getBoundingClientRect()
  const glass = document.querySelector('[data-glass]')?.getBoundingClientRect()
  const isOver = stage && at.x >= stage.left && at.x <= stage.right && at.y >= stage.top && at.y <= stage.bottom
  // A page just opened is not drawn yet; until it is, the map still tells of the last one.
  if (!glass || !isOver || map.pageId !== tree.pageId) return nowhere(dragged)
  const { zoom, widthPx } = view.getState()
  // Somewhere beside the page is as good as its nearest edge: nobody aims at 390 pixels with a whole screen to drop on.
  const x = Math.min(Math.max((at.x - glass.left) / zoom, 0), widthPx)
  const y = Math.min(Math.max((at.y - glass.top) / zoom, 0), glass.height / zoom)
  const seen = { widthPx, heightPx: glass.height / zoom, version: map.version, find: map.find }
  return { dragged, place: findDropPlace(seen, tree, { x, y }, dragged, levels), over: 'canvas' }
}

function sameView(a: DragView, b: DragView): boolean {
  const [p, q] = [a.place, b.place]
  if (a.over !== b.over || a.overPage !== b.overPage) return false
  if (!p || !q) return p === q
  return (
    p.parentId === q.parentId &&
    p.slot === q.slot &&
    p.index === q.index &&
    p.refusal === q.refusal &&
    a.layer?.row === b.layer?.row &&
    a.layer?.edge === b.layer?.edge &&
    JSON.stringify(p.mark) === JSON.stringify(q.mark)
  )
}
