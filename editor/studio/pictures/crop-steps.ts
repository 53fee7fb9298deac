/** What dragging, keys and pinching do to a crop. Ratios are width to height; distances are fractions of the picture. */
import type { PictureCrop } from '#components/kit/fields.ts'
import { cropWindow, MOST_ZOOM } from '#components/kit/picture-crop.ts'

export const wholePicture: PictureCrop = { x: 0.5, y: 0.5, zoom: 1 }

export interface Ratios {
  readonly picture: number
  readonly box: number
}

/** Moves what is shown. In a direction in which everything is in sight there is nothing to move. */
export function moveCrop(crop: PictureCrop, dx: number, dy: number, { picture, box }: Ratios): PictureCrop {
  const { width, height } = cropWindow(crop, picture, box)
  return { ...crop, x: moved(crop.x, dx, 1 - width), y: moved(crop.y, dy, 1 - height) }
}

/** Enlarges around the point that stays in sight. */
export function zoomCrop(crop: PictureCrop, zoom: number): PictureCrop {
  return { ...crop, zoom: Math.round(Math.min(MOST_ZOOM, Math.max(1, zoom)) * 100) / 100 }
}

/** This point of the picture stays in sight, in boxes of any proportions. */
export function focusCrop(crop: PictureCrop, x: number, y: number): PictureCrop {
  return { ...crop, x: fraction(x), y: fraction(y) }
}

const KEY_STEP = 0.02
const LONG_KEY_STEP = 0.1
const KEY_ZOOM = 0.1

/** @returns undefined for keys that mean something else */
export function pressCrop(
  crop: PictureCrop,
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  ratios: Ratios,
): PictureCrop | undefined {
  const step = shiftKey ? LONG_KEY_STEP : KEY_STEP
  switch (key) {
    case 'ArrowLeft':
      return moveCrop(crop, -step, 0, ratios)
    case 'ArrowRight':
      return moveCrop(crop, step, 0, ratios)
    case 'ArrowUp':
      return moveCrop(crop, 0, -step, ratios)
    case 'ArrowDown':
      return moveCrop(crop, 0, step, ratios)
    case '+':
    case '=':
      return zoomCrop(crop, crop.zoom + KEY_ZOOM)
    case '-':
    case '_':
      return zoomCrop(crop, crop.zoom - KEY_ZOOM)
    case '0':
      return wholePicture
    default:
      return undefined
  }
}

/** Less room than this is rounding, not room. */
const ROOM = 0.001

function moved(at: number, by: number, room: number): number {
  return room < ROOM ? at : fraction(at + by / room)
}

function fraction(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000
}
