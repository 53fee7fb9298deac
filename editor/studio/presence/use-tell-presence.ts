import { useEffect } from 'react'
import { leadOf } from '#editor/state/selection.ts'
import type { StudioSession } from '../session/studio-session.ts'
import { useSession } from '../session/use-session.tsx'
import { toPagePoint } from './page-point.ts'
import { mostShown, type OwnView, type PagePoint, type TypedField } from './presence.ts'
import { tellPresence } from './tell-presence.ts'
import { topNodeAt } from './top-node.ts'

/** Who has not touched anything for so long is taken to be away. */
const AWAY_AFTER_MS = 60_000

interface Watched {
  /** In the window's pixels; undefined while the pointer is not over the canvas. */
  pointer?: { readonly x: number; readonly y: number } | undefined
  field?: TypedField | undefined
  isAway: boolean
}

/** Tells the others where this person is: page, choice, pointer, what they type in, whether they are there at all. */
export function useTellPresence(): void {
  const session = useSession()
  useEffect(() => {
    const { view, link } = session
    const watched: Watched = { isAway: document.hidden }
    const teller = tellPresence(link.awareness, () => lookAt(session, watched), after)
    const stops = [teller.stop, view.subscribe(teller.changed), watch(session, watched, teller.changed)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [session])
}

function watch({ view }: StudioSession, watched: Watched, changed: () => void): () => void {
  const stage = document.querySelector<HTMLElement>('[data-stage]')
  const leaves = new AbortController()
  const { signal } = leaves
  let away: (() => void) | undefined
  const set = (change: Partial<Watched>) => {
    Object.assign(watched, change)
    changed()
  }
  const wake = () => {
    away?.()
    away = after(AWAY_AFTER_MS, () => set({ isAway: true }))
    if (watched.isAway && !document.hidden) set({ isAway: false })
  }
  for (const kind of ['pointermove', 'pointerdown', 'keydown', 'wheel'])
    window.addEventListener(kind, wake, { signal, passive: true, capture: true })
  document.addEventListener('visibilitychange', () => (document.hidden ? set({ isAway: true }) : wake()), { signal })
  stage?.addEventListener('pointermove', ({ clientX, clientY }) => set({ pointer: { x: clientX, y: clientY } }), {
    signal,
  })
  stage?.addEventListener('pointerleave', () => set({ pointer: undefined }), { signal })
  stage?.addEventListener('scroll', changed, { signal, passive: true })
  // Fields of the inspector say which property they are.
  document.addEventListener(
    'focusin',
    ({ target }) => {
      const field =
        target instanceof Element ? target.closest<HTMLElement>('[data-testid=inspector] [data-field]') : null
      const nodeId = leadOf(view.getState())
      const prop = field?.dataset.field
      set({ field: nodeId !== undefined && prop !== undefined && isTyped(target) ? { nodeId, prop } : undefined })
    },
    { signal },
  )
  document.addEventListener('focusout', () => (watched.field ? set({ field: undefined }) : undefined), { signal })
  wake()
  return () => {
    leaves.abort()
    away?.()
  }
}

function isTyped(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea'))
}

function lookAt({ view, map, program }: StudioSession, { pointer, field, isAway }: Watched): OwnView {
  const { pageId, selection, typing, hovered, zoom, widthPx, codeCaret } = view.getState()
  const glass = document.querySelector('[data-glass]')?.getBoundingClientRect()
  const stage = document.querySelector('[data-stage]')?.getBoundingClientRect()
  const onPage = (x: number, y: number) => ({ x: (x - (glass?.left ?? 0)) / zoom, y: (y - (glass?.top ?? 0)) / zoom })
  const typed = typing ? { nodeId: typing.nodeId, prop: typing.prop } : field
  let top: PagePoint | undefined
  if (glass && stage && pageId !== undefined) {
    const edge = { x: 0, y: (stage.top - glass.top) / zoom }
    top = toPagePoint(map, edge, topNodeAt(map, program, pageId, edge.y), widthPx)
  }
  return {
    selection: selection.slice(0, mostShown),
    ...(pageId === undefined ? {} : { pageId }),
    ...(typed ? { typing: typed } : {}),
    ...(codeCaret ? { code: codeCaret } : {}),
    ...(isAway ? { isAway } : {}),
    ...(pointer && glass && !isAway
      ? { pointer: toPagePoint(map, onPage(pointer.x, pointer.y), hovered, widthPx) }
      : {}),
    ...(top ? { top } : {}),
  }
}

function after(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}
