import type { NodeId, PageId, Program } from '#model/index.ts'
import { pageSlot } from '#model/index.ts'
import type { MeasuredMap } from '../canvas/measured-map.ts'

/** The block at the top of a page that reaches over this height, found by halves. @param y - in the frame's pixels */
export function topNodeAt(
  map: Pick<MeasuredMap, 'find'>,
  program: Pick<Program, 'children'>,
  pageId: PageId,
  y: number,
): NodeId | undefined {
  const children = program.children(pageId, pageSlot)
  let [first, end] = [0, children.length]
  while (first < end) {
    const middle = (first + end) >> 1
    const id = children[middle]
    const rect = id === undefined ? undefined : map.find(id)?.rect
    // What is hidden has no place; it is passed over downwards.
    if (!rect || rect.y + rect.height <= y) first = middle + 1
    else if (rect.y > y) end = middle
    else return id
  }
  return undefined
}
