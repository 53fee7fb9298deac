import type { Rect } from '#runtime/frame/protocol.ts'

/** Width and height of a pin, in pixels of the window: the same at any zoom. */
export const PIN_PX = 28
const GAP_PX = 2
/** So much of a pin may hang over the edge of the page. */
const OVERHANG_PX = 12

export interface PinnedRect {
  readonly key: string
  /** Of the block, in the frame's pixels; undefined for the page itself. */
  readonly rect: Rect | undefined
}

export interface PinPlace {
  readonly key: string
  /** Of the pin's upper left corner over the canvas, in the window's pixels. */
  readonly x: number
  readonly y: number
}

/**
 * At the upper right corner of each block; the page's own above them all. Blocks that stand in each other share that
 * corner: their pins stand one below the other.
 */
export function placePins(pins: readonly PinnedRect[], zoom: number, pageWidthPx: number): readonly PinPlace[] {
  const rightmost = pageWidthPx * zoom + OVERHANG_PX - PIN_PX
  const wanted = pins
    .map(({ key, rect }) => ({
      key,
      x: rect ? Math.min((rect.x + rect.width) * zoom + OVERHANG_PX - PIN_PX, rightmost) : rightmost,
      y: rect ? rect.y * zoom : -PIN_PX / 2,
    }))
    .sort((a, b) => a.y - b.y || a.x - b.x)
  const placed: PinPlace[] = []
  for (const pin of wanted) {
    let { y } = pin
    // Sorted by height, so a pin is only ever moved down, past each it would cover.
    for (const other of placed)
      if (Math.abs(other.x - pin.x) < PIN_PX && Math.abs(other.y - y) < PIN_PX) y = other.y + PIN_PX + GAP_PX
    placed.push({ ...pin, y })
  }
  return placed
}
