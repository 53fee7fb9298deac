import { useCallback, useEffect, useMemo, useRef } from 'react'
import { moveNode, type NodeId } from '#model/index.ts'
import { showToast } from '#editor/ui/toast.tsx'
import { useWords } from '#editor/words/use-words.ts'
import type { DragView } from '#editor/state/view-state.ts'
import { findDropPlace, type DropPlace } from '../canvas/find-drop-place.ts'
import type { Dragged, DropTree } from '../canvas/drop-tree.ts'
import type { Point } from '../canvas/geometry.ts'
import { dropTreeOf } from '../commands/structure.ts'
import { insertBlock } from '../session/block-facts.ts'
import { useSession } from '../session/use-session.tsx'
import { findLayerPlaceAt } from '../layers/layer-place-at.ts'
import { describeRefusal } from './describe-drop.ts'
import { edgeScrollStep } from './edge-scroll.ts'
import { dragPointer } from './drag-pointer.ts'

/** Follows one drag from its start to its drop: finds the place, scrolls at the edges, and makes the edit. */
export function useDrag() {
  const session = useSession()
  const words = useWords()
  const tree = useRef<DropTree | undefined>(undefined)
  const frame = useRef(0)
  const { view, program, blocks, map } = session

  const look = useCallback(
    (at: Point) => {
      const { drag } = view.getState()
      if (!drag || !tree.current) return
      const next = findPlace(at, drag.dragged, tree.current, session)
      if (!sameView(drag, next)) view.setState({ drag: next })
    },
    [session, view],
  )

  /** One look a frame at most, and on while the canvas scrolls under a pointer that rests. */
  const loop = useCallback(() => {
    cancelAnimationFrame(frame.current)
    const tick = () => {
      if (!view.getState().drag) return
      const stage = document.querySelector('[data-stage]')
      const step = stage ? edgeScrollStep(dragPointer.at, stage.getBoundingClientRect()) : 0
      if (step !== 0) stage?.scrollBy({ top: step })
      look(dragPointer.at)
      frame.current = requestAnimationFrame(tick)
    }
    frame.current = requestAnimationFrame(tick)
  }, [look, view])
  useEffect(() => () => cancelAnimationFrame(frame.current), [])

  const finish = useCallback(() => {
    cancelAnimationFrame(frame.current)
    tree.current = undefined
    view.setState({ drag: undefined })
  }, [view])

  return useMemo(
    () => ({
      onStart(dragged: Dragged, at: Point) {
        const { pageId } = view.getState()
        if (pageId === undefined || !session.canEdit) return
        tree.current = dropTreeOf(program, blocks, pageId, map)
        dragPointer.move(at)
        view.setState({ drag: { dragged, place: undefined, over: undefined }, hovered: undefined, typing: undefined })
        loop()
      },
      onMove: (at: Point) => dragPointer.move(at),
      onCancel: finish,
      onDrop() {
        look(dragPointer.at)
        const { drag } = view.getState()
        finish()
        if (!drag?.place) return
        const { place, dragged } = drag
        if (!place.refusal) drop(session, dragged, place)
        else if (place.refusal !== 'same-place') showToast({ text: describeRefusal(place.refusal, words), tone: 'bad' })
      },
    }),
    [blocks, finish, look, loop, map, program, session, view, words],
  )
}

function drop(session: ReturnType<typeof useSession>, dragged: Dragged, place: DropPlace): void {
  const to = { parentId: place.parentId, slot: place.slot, index: place.index }
  let selected: NodeId | undefined
  session.edit(dragged.kind === 'new' ? 'insert-block' : 'move', (program) => {
    if (dragged.kind === 'node') {
      if (moveNode(program, dragged.id, to).ok) selected = dragged.id
      return
    }
    const inserted = insertBlock(program, session.blocks, dragged.type, to)
    if (inserted.ok) selected = inserted.value
  })
  if (selected !== undefined) session.view.setState({ selected })
}

function findPlace(at: Point, dragged: Dragged, tree: DropTree, session: ReturnType<typeof useSession>): DragView {
  const layer = findLayerPlaceAt(at, dragged, tree)
  if (layer) return { dragged, place: layer.place, over: 'layers', layer: { row: layer.row, edge: layer.edge } }
  const stage = document.querySelector('[data-stage]')?.getBoundingClientRect()
  const glass = document.querySelector('[data-glass]')?.getBoundingClientRect()
  const isOver = stage && at.x >= stage.left && at.x <= stage.right && at.y >= stage.top && at.y <= stage.bottom
  if (!glass || !isOver) return { dragged, place: undefined, over: undefined }
  const { zoom, widthPx } = session.view.getState()
  // Somewhere beside the page is as good as its nearest edge: nobody aims at 390 pixels with a whole screen to drop on.
  const x = Math.min(Math.max((at.x - glass.left) / zoom, 0), widthPx)
  const y = Math.min(Math.max((at.y - glass.top) / zoom, 0), glass.height / zoom)
  const place = findDropPlace(
    { widthPx, heightPx: glass.height / zoom, find: session.map.find },
    tree,
    { x, y },
    dragged,
  )
  return { dragged, place, over: 'canvas' }
}

function sameView(a: DragView, b: DragView): boolean {
  const [p, q] = [a.place, b.place]
  if (a.over !== b.over || !p || !q) return a.over === b.over && p === q
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
