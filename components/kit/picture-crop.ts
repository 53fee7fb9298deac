import type { PictureCrop } from './fields.ts'

/** How far a picture may be enlarged: the largest copy still has two pixels for each of a phone's. */
export const MOST_ZOOM = 3

/** Which part of a picture is in sight, in fractions of the picture. */
export interface CropWindow {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * How a picture is drawn so that its crop fills a box of any proportions: the point (x, y) of the picture lies on the
 * point (x, y) of the box, so it is in sight whatever the box, and the picture is enlarged around it.
 */
export function cropStyle({ x, y, zoom }: PictureCrop): { [property: string]: string } {
  const point = `${percent(x)} ${percent(y)}`
  return zoom === 1
    ? { objectPosition: point }
    : { objectPosition: point, transformOrigin: point, transform: `scale(${zoom})` }
}

/** The same in numbers. Ratios are width to height. */
export function cropWindow({ x, y, zoom }: PictureCrop, pictureRatio: number, boxRatio: number): CropWindow {
  const width = Math.min(1, boxRatio / pictureRatio) / zoom
  const height = Math.min(1, pictureRatio / boxRatio) / zoom
  return { x: x * (1 - width), y: y * (1 - height), width, height }
}

/** How many times wider than its box a picture is drawn: what it needs more pixels for. */
export function enlargement(crop: PictureCrop | undefined, pictureRatio: number, boxRatio: number | undefined): number {
  return Math.max(1, pictureRatio / (boxRatio ?? pictureRatio)) * (crop?.zoom ?? 1)
}

function percent(fraction: number): string {
  return `${Math.round(fraction * 1000) / 10}%`
}
