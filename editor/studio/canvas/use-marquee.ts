import { useEffect, useState } from 'react'
import type { Rect } from '#runtime/frame/protocol.ts'
import { nothing, type Selection } from '#editor/state/selection.ts'
import { dropTreeOf } from '../commands/structure.ts'
import { edgeScrollStep } from '../drag/edge-scroll.ts'
import { useSession } from '../session/use-session.tsx'
import type { Point } from './geometry.ts'
import { boxBetween, nodesInBox } from './nodes-in-box.ts'

/** Below this the press was a click. */
const LEAST_PX = 5

/**
 * Choosing with a box: drawn from the ground beside the page or from a spot of the page where nothing is, and with Alt held
 * from anywhere. With Shift, Control or Command it adds to what is chosen.
 * @returns how to begin one, and the box drawn at the moment, in the frame's pixels
 */
export function useMarquee(): { readonly box: Rect | undefined; readonly begin: (event: MouseEvent) => void } {
  const session = useSession()
  const [start, setStart] = useState<{ readonly at: Point; readonly kept: Selection } | undefined>(undefined)
  const [box, setBox] = useState<Rect | undefined>(undefined)
  const { view, program, blocks, map } = session

  useEffect(() => {
    if (!start) return
    let pointer: Point | undefined
    let frame = 0
    const look = () => {
      frame = requestAnimationFrame(look)
      if (!pointer) return
      const stage = document.querySelector('[data-stage]')
      const step = stage ? edgeScrollStep(pointer, stage.getBoundingClientRect()) : 0
      if (step !== 0) stage?.scrollBy({ top: step })
      const { pageId, zoom, selection } = view.getState()
      const drawn = boxBetween(start.at, pointInFrame(pointer, zoom))
      if (pageId === undefined || Math.max(drawn.width, drawn.height) * zoom < LEAST_PX) return
      setBox((last) => (last && JSON.stringify(last) === JSON.stringify(drawn) ? last : drawn))
      const touched = nodesInBox(map, dropTreeOf(program, blocks, pageId), drawn)
      const chosen = [...start.kept.filter((id) => !touched.includes(id)), ...touched]
      if (chosen.length !== selection.length || chosen.some((id, at) => id !== selection[at]))
        view.setState({ selection: chosen })
    }
    const onMove = ({ clientX, clientY }: MouseEvent) => (pointer = { x: clientX, y: clientY })
    const end = () => {
      setStart(undefined)
      setBox(undefined)
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      view.setState({ selection: start.kept })
      event.stopPropagation()
      end()
    }
    frame = requestAnimationFrame(look)
    window.addEventListener('mousemove', onMove)
    window.addEventListener('mouseup', end)
    window.addEventListener('keydown', onKeyDown, true)
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('mousemove', onMove)
      window.removeEventListener('mouseup', end)
      window.removeEventListener('keydown', onKeyDown, true)
    }
  }, [start, view, program, blocks, map])

  return {
    box,
    begin(event) {
      const { zoom, selection, choosingMore } = view.getState()
      if (event.button !== 0 || choosingMore) return
      const kept = event.shiftKey || event.metaKey || event.ctrlKey ? selection : nothing
      if (kept !== selection) view.setState({ selection: kept })
      setStart({ at: pointInFrame({ x: event.clientX, y: event.clientY }, zoom), kept })
    },
  }
}

function pointInFrame({ x, y }: Point, zoom: number): Point {
  const glass = document.querySelector('[data-glass]')?.getBoundingClientRect()
  return { x: (x - (glass?.left ?? 0)) / zoom, y: (y - (glass?.top ?? 0)) / zoom }
}
