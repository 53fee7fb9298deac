/** What dragging and keys do to an area of a picture. All in percent of the picture, in whole numbers. */
import type { JsonObject } from '#model/json.ts'

export interface Area {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** The corner that is dragged; the one opposite stays. */
export type Corner = 'nw' | 'ne' | 'sw' | 'se'

/** The least that a thumb hits on a narrow phone, and what the fields allow. */
export const LEAST = 5

/** As items hold it; what is missing or reaches past the picture is brought inside. */
export function readArea({ left, top, width, height }: JsonObject): Area {
  return inside({ left: figure(left, 0), top: figure(top, 0), width: figure(width, 40), height: figure(height, 40) })
}

export function moveArea(area: Area, dx: number, dy: number): Area {
  return {
    ...area,
    left: between(0, Math.round(area.left + dx), 100 - area.width),
    top: between(0, Math.round(area.top + dy), 100 - area.height),
  }
}

export function resizeArea(area: Area, corner: Corner, dx: number, dy: number): Area {
  const [right, bottom] = [area.left + area.width, area.top + area.height]
  const left = corner.endsWith('w') ? between(0, Math.round(area.left + dx), right - LEAST) : area.left
  const top = corner.startsWith('n') ? between(0, Math.round(area.top + dy), bottom - LEAST) : area.top
  const toRight = corner.endsWith('e') ? between(left + LEAST, Math.round(right + dx), 100) : right
  const toBottom = corner.startsWith('s') ? between(top + LEAST, Math.round(bottom + dy), 100) : bottom
  return { left, top, width: toRight - left, height: toBottom - top }
}

/** The area between two points, whichever was first. @returns undefined where there is too little between them to be meant */
export function drawArea(from: Point, to: Point): Area | undefined {
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)].map((x) => between(0, Math.round(x), 100))
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)].map((y) => between(0, Math.round(y), 100))
  const area = { left: left!, top: top!, width: right! - left!, height: bottom! - top! }
  return area.width < LEAST || area.height < LEAST ? undefined : area
}

/** @returns undefined for keys that mean something else */
export function pressArea(area: Area, { key, shiftKey }: { key: string; shiftKey: boolean }): Area | undefined {
  const [dx, dy] = keySteps[key] ?? [0, 0]
  if (dx === 0 && dy === 0) return undefined
  return shiftKey ? resizeArea(area, 'se', dx, dy) : moveArea(area, dx, dy)
}

const keySteps: { readonly [key: string]: readonly [dx: number, dy: number] } = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

function inside({ left, top, width, height }: Area): Area {
  const [x, y] = [between(0, left, 100 - LEAST), between(0, top, 100 - LEAST)]
  return { left: x, top: y, width: between(LEAST, width, 100 - x), height: between(LEAST, height, 100 - y) }
}

const figure = (value: unknown, fallback: number) => (typeof value === 'number' ? value : fallback)
const between = (least: number, value: number, most: number) => Math.min(most, Math.max(least, value))
