import { useMemo, useSyncExternalStore } from 'react'
import type { StudioSession } from '../session/studio-session.ts'
import { useView } from '../session/use-session.tsx'

/** The canvas itself is drawn further, so that a quick scroll does not show it empty. */
const CANVAS_MARGIN_CHUNKS = 3

/** What is drawn over the canvas is drawn this far beyond what is seen, and anew only after scrolling this far. */
const CHUNK_PX = 800

export interface StageWindow {
  readonly top: number
  readonly bottom: number
}

/** The part of the page that is in sight, with some more above and below, in the frame's pixels. */
export function useStageWindow(): StageWindow {
  const zoom = useView((view) => view.zoom)
  const chunks = useSyncExternalStore(sight.subscribe, sight.get)
  return useMemo(() => windowOf(chunks, zoom, 1), [chunks, zoom])
}

/** What of the canvas is to be drawn, told at once and whenever it is another. @returns stops it */
export function followDrawnWindow(
  { view }: Pick<StudioSession, 'view'>,
  tell: (drawn: StageWindow) => void,
): () => void {
  const told = () => tell(windowOf(sight.get(), view.getState().zoom, CANVAS_MARGIN_CHUNKS))
  const stops = [
    sight.subscribe(told),
    view.subscribe((now, before) => {
      if (now.zoom !== before.zoom) told()
    }),
  ]
  told()
  return () => stops.forEach((stop) => stop())
}

function windowOf(chunks: string, zoom: number, margin: number): StageWindow {
  const [first = 0, last = 0] = chunks.split(' ').map(Number)
  return { top: ((first - margin) * CHUNK_PX) / zoom, bottom: ((last + margin) * CHUNK_PX) / zoom }
}

/**
 * Which chunks are in sight: looked at once in a frame in which something scrolled or got another size, for all who
 * ask. To look whenever something is drawn would lay the whole screen out in the middle of an edit.
 */
const sight = followSight()

function followSight() {
  const listeners = new Set<() => void>()
  let known = '0 1'
  let asked = 0
  let stop = () => {}
  const look = () => {
    asked = 0
    const now = chunksInSight()
    if (now === known) return
    known = now
    for (const listener of [...listeners]) listener()
  }
  const soon = () => {
    asked ||= requestAnimationFrame(look)
  }
  const start = () => {
    const stage = document.querySelector('[data-stage]')
    const glass = document.querySelector('[data-glass]')
    const sized = new ResizeObserver(soon)
    for (const element of [stage, glass]) if (element) sized.observe(element)
    stage?.addEventListener('scroll', soon, { passive: true })
    return () => {
      cancelAnimationFrame(asked)
      asked = 0
      sized.disconnect()
      stage?.removeEventListener('scroll', soon)
    }
  }
  return {
    get: () => known,
    subscribe(listener: () => void): () => void {
      if (listeners.size === 0) stop = start()
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) stop()
      }
    },
  }
}

function chunksInSight(): string {
  const stage = document.querySelector('[data-stage]')?.getBoundingClientRect()
  const glass = document.querySelector('[data-glass]')?.getBoundingClientRect()
  if (!stage || !glass) return '0 1'
  return `${Math.floor((stage.top - glass.top) / CHUNK_PX)} ${Math.ceil((stage.bottom - glass.top) / CHUNK_PX)}`
}
