import type { MeasuredNode, Rect } from './protocol.ts'

/** The same node after all of it has moved; itself if it has not. */
export function movedBy(node: MeasuredNode, dx: number, dy: number): MeasuredNode {
  if (dx === 0 && dy === 0) return node
  const move = (from: Rect): Rect => ({ ...from, x: from.x + dx, y: from.y + dy })
  return {
    ...node,
    rect: move(node.rect),
    slots: node.slots.map((slot) => ({ ...slot, rect: move(slot.rect) })),
    texts: node.texts.map((text) => ({ ...text, rect: move(text.rect) })),
  }
}
