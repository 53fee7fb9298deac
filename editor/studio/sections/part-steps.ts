import type { NodeId } from '#model/ids.ts'
import type { IncrementalCompiler } from '#compiler/incremental.ts'
import { readPartId } from '#model/section-instance.ts'

/** Parts as they are drawn: what is hidden in a place is not there, and of a nested section its parts stand in its stead. */
export type DrawnParts = Pick<IncrementalCompiler, 'node' | 'partsOf'>

/** What stands in a place of a section, or in a part of it. */
export function partsInside(drawn: DrawnParts, id: NodeId): readonly NodeId[] {
  // An empty place is a box with the id of the place itself.
  const parts = readPartId(id) ? Object.values(drawn.node(id)?.slots ?? {}).flat() : drawn.partsOf(id)
  return parts.filter((part) => readPartId(part) !== undefined)
}

/** @returns what a part stands in: another part, or the place; undefined for what is no part, or not drawn any more */
export function aroundPart(drawn: DrawnParts, id: NodeId): NodeId | undefined {
  const place = readPartId(id)?.instance
  const find = (outer: NodeId): NodeId | undefined => {
    const parts = partsInside(drawn, outer)
    if (parts.includes(id)) return outer
    for (const part of parts) {
      const found = find(part)
      if (found !== undefined) return found
    }
    return undefined
  }
  return place === undefined ? undefined : find(place)
}

/** The part before or behind it. */
export function partBeside(drawn: DrawnParts, id: NodeId, step: -1 | 1): NodeId | undefined {
  const around = aroundPart(drawn, id)
  const beside = around === undefined ? [] : partsInside(drawn, around)
  return beside[beside.indexOf(id) + step]
}
