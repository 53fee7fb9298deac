import type { Rect } from '#runtime/frame/protocol.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

export function contains(rect: Rect, { x, y }: Point): boolean {
  return x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height
}

export function bottomOf(rect: Rect): number {
  return rect.y + rect.height
}

export function rightOf(rect: Rect): number {
  return rect.x + rect.width
}

export function middleOf(rect: Rect): Point {
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 }
}

/** A rectangle of the frame in pixels of the editor's own window. */
export function scaled(rect: Rect, zoom: number): Rect {
  return { x: rect.x * zoom, y: rect.y * zoom, width: rect.width * zoom, height: rect.height * zoom }
}
