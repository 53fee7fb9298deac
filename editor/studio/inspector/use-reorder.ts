import { useLayoutEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'

export interface Reorder {
  /** The item that is being dragged. */
  readonly from: number
  /** Where it would come to stand, counted among the others. */
  readonly to: number
}

/**
 * Ordering by hand, with mouse, pen and touch alike, and by keys on the same handle. Escape leaves the order as it was.
 * @param move - `to` counts the others
 */
export function useReorder(count: number, move: (from: number, to: number) => void) {
  const list = useRef<HTMLOListElement>(null)
  const [reorder, setReorder] = useState<Reorder | undefined>(undefined)
  const now = useRef<Reorder | undefined>(undefined)
  /** A row that is moved in the document loses the focus: its handle gets it back. */
  const focusAt = useRef<number | undefined>(undefined)
  useLayoutEffect(() => {
    if (focusAt.current === undefined) return
    list.current?.children[focusAt.current]?.querySelector<HTMLElement>('[data-handle]')?.focus()
    focusAt.current = undefined
  })
  const set = (next: Reorder | undefined) => {
    now.current = next
    setReorder(next)
  }
  const placeAt = (y: number, from: number): number => {
    const rows = [...(list.current?.children ?? [])].filter((_, at) => at !== from)
    const place = rows.findIndex((row) => {
      const { top, height } = row.getBoundingClientRect()
      return y < top + height / 2
    })
    return place === -1 ? rows.length : place
  }
  const handle = (at: number) => ({
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      set({ from: at, to: at })
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const { current } = now
      if (!current) return
      const to = placeAt(event.clientY, current.from)
      if (to !== current.to) set({ from: current.from, to })
    },
    onPointerUp() {
      const { current } = now
      set(undefined)
      if (current && current.to !== current.from) move(current.from, current.to)
    },
    onPointerCancel: () => set(undefined),
    onKeyDown(event: KeyboardEvent) {
      if (event.key === 'Escape' && now.current) {
        event.stopPropagation()
        set(undefined)
        return
      }
      const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: count - 1 }[event.key]
      if (to === undefined) return
      event.preventDefault()
      event.stopPropagation()
      if (to < 0 || to >= count || to === at) return
      focusAt.current = to
      move(at, to)
    },
  })
  return { list, reorder, handle }
}
