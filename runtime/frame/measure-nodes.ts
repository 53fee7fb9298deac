import type { NodeId } from '#model/ids.ts'
import type { MeasuredNode, Rect } from './protocol.ts'

/** The node drawn in this box and all nodes inside, outer ones first. */
export function measureNodes(top: Element, box: number): readonly MeasuredNode[] {
  const found = new Map<
    Element,
    {
      id: NodeId
      box: number
      rect: Rect
      slots: MeasuredNode['slots'][number][]
      texts: MeasuredNode['texts'][number][]
    }
  >()
  for (const element of [top, ...top.querySelectorAll<HTMLElement>('[data-node],[data-slot],[data-edit]')]) {
    if (!(element instanceof HTMLElement)) continue
    const { node: id, slot, axis, edit } = element.dataset
    const rect = rectOf(element)
    if (id !== undefined) found.set(element, { id: id as NodeId, box, rect, slots: [], texts: [] })
    const owner = element.parentElement?.closest('[data-node]')
    const of = owner && found.get(owner)
    if (!of) continue
    if (slot !== undefined) of.slots.push({ name: slot, rect, axis: axis === 'horizontal' ? 'horizontal' : 'vertical' })
    if (edit !== undefined) of.texts.push({ prop: edit, rect })
  }
  return [...found.values()]
}

export function sameMeasure(a: MeasuredNode, b: MeasuredNode): boolean {
  return (
    sameRect(a.rect, b.rect) &&
    a.slots.length === b.slots.length &&
    a.texts.length === b.texts.length &&
    a.slots.every((slot, index) => sameSlot(slot, b.slots[index])) &&
    a.texts.every((text, index) => text.prop === b.texts[index]?.prop && sameRect(text.rect, b.texts[index].rect))
  )
}

function sameSlot(a: MeasuredNode['slots'][number], b: MeasuredNode['slots'][number] | undefined): boolean {
  return b !== undefined && a.name === b.name && a.axis === b.axis && sameRect(a.rect, b.rect)
}

function sameRect(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
}

function rectOf(element: Element): Rect {
  const { x, y, width, height } = element.getBoundingClientRect()
  return { x: x + scrollX, y: y + scrollY, width, height }
}
