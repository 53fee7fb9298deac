import { useEffect, useRef, type PointerEvent, type RefObject } from 'react'
import type { PictureCrop } from '#components/kit/fields.ts'
import { focusCrop, moveCrop, zoomCrop, type Ratios } from './crop-steps.ts'

/** A press that moves less is a click: it says what must stay in sight. */
const CLICK_PX = 4
const WHEEL_ZOOM = 0.0015

interface Point {
  readonly x: number
  readonly y: number
}

/** One finger or the mouse drags, two fingers pinch, the wheel zooms, a click sets the point that stays in sight. */
export function useCropGestures(
  stage: RefObject<HTMLDivElement | null>,
  crop: PictureCrop,
  ratios: Ratios,
  onChange: (crop: PictureCrop) => void,
) {
  const pointers = useRef(new Map<number, Point>())
  const start = useRef({ at: { x: 0, y: 0 }, crop, gap: 0, isClick: false })
  const latest = useRef({ crop, onChange })
  latest.current = { crop, onChange }

  useEffect(() => {
    const element = stage.current
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const { crop: now, onChange: tell } = latest.current
      tell(zoomCrop(now, now.zoom - event.deltaY * WHEEL_ZOOM))
    }
    // React's own wheel listeners cannot keep the dialog from scrolling.
    element?.addEventListener('wheel', onWheel, { passive: false })
    return () => element?.removeEventListener('wheel', onWheel)
  }, [stage])

  const fractionOf = ({ x, y }: Point): Point => {
    const box = stage.current!.getBoundingClientRect()
    return { x: (x - box.left) / box.width, y: (y - box.top) / box.height }
  }
  const begin = (isClick: boolean) => {
    const [first, second] = [...pointers.current.values()]
    if (first)
      start.current = { at: first, crop: latest.current.crop, gap: second ? distance(first, second) : 0, isClick }
  }
  const end = (event: PointerEvent) => {
    if (!pointers.current.delete(event.pointerId)) return
    if (pointers.current.size === 0 && start.current.isClick && event.type === 'pointerup') {
      const { x, y } = fractionOf({ x: event.clientX, y: event.clientY })
      onChange(focusCrop(latest.current.crop, x, y))
    }
    begin(false)
  }

  return {
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0) return
      stage.current?.setPointerCapture(event.pointerId)
      pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
      begin(pointers.current.size === 1)
    },
    onPointerMove(event: PointerEvent) {
      if (!pointers.current.has(event.pointerId)) return
      pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
      const [first, second] = [...pointers.current.values()]
      const { at, crop: from, gap, isClick } = start.current
      if (!first) return
      if (second && gap > 0) return onChange(zoomCrop(from, (from.zoom * distance(first, second)) / gap))
      if (isClick && distance(first, at) < CLICK_PX) return
      start.current = { ...start.current, isClick: false }
      const [a, b] = [fractionOf(at), fractionOf(first)]
      onChange(moveCrop(from, b.x - a.x, b.y - a.y, ratios))
    },
    onPointerUp: end,
    onPointerCancel: end,
  }
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
