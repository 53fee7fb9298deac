import type { NodeId } from '#model/ids.ts'
import type { IncrementalCompiler } from '#compiler/incremental.ts'
import { readPartId } from '#model/section-instance.ts'
import { contains, type Point } from '../canvas/geometry.ts'
import type { MeasuredMap } from '../canvas/measured-map.ts'

/** The innermost part of a place under the point. */
export function partAt(
  compiler: Pick<IncrementalCompiler, 'node' | 'partsOf'>,
  map: Pick<MeasuredMap, 'find'>,
  place: NodeId,
  point: Point,
): NodeId | undefined {
  let found: NodeId | undefined
  let among = compiler.partsOf(place)
  for (;;) {
    const hit = among.findLast((id) => {
      const rect = map.find(id)?.rect
      return rect !== undefined && contains(rect, point)
    })
    if (hit === undefined) return found
    found = hit
    among = Object.values(compiler.node(hit)?.slots ?? {}).flat()
  }
}

/** Whether this is the place itself or a part of it: who is in already goes on to its parts with a click. */
export function isIn(place: NodeId, id: NodeId | undefined): boolean {
  return id !== undefined && (id === place || readPartId(id)?.instance === place)
}
