import type { Point } from '../canvas/geometry.ts'

/** Where the pointer is during a drag. Not in the view's state: it changes with every pixel and only the card follows. */
const listeners = new Set<(at: Point) => void>()

export const dragPointer = {
  at: { x: 0, y: 0 } as Point,
  move(at: Point): void {
    dragPointer.at = at
    for (const listener of listeners) listener(at)
  },
  follow(listener: (at: Point) => void): () => void {
    listeners.add(listener)
    listener(dragPointer.at)
    return () => listeners.delete(listener)
  },
}
