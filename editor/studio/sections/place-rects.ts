import type { NodeId } from '#model/ids.ts'
import { readPartId } from '#model/section-instance.ts'
import type { MeasuredNode, Rect } from '#runtime/frame/protocol.ts'

/** Where places of linked sections are: no box is drawn for a place, so it is where its parts are together. */
export interface PlaceRects {
  /** @returns the place that has another box now, if it is a part */
  note(id: NodeId, isDrawn: boolean): NodeId | undefined
  /** The same object until a part moves. */
  find(place: NodeId): MeasuredNode | undefined
  /** Parts have moved: all is worked out anew when it is asked for. */
  forget(): void
}

export function createPlaceRects(find: (id: NodeId) => MeasuredNode | undefined): PlaceRects {
  const parts = new Map<NodeId, Set<NodeId>>()
  const known = new Map<NodeId, MeasuredNode>()
  return {
    note(id, isDrawn) {
      const place = readPartId(id)?.instance
      if (place === undefined) return undefined
      const those = parts.get(place) ?? new Set()
      if (isDrawn) parts.set(place, those.add(id))
      else those.delete(id)
      if (those.size === 0) parts.delete(place)
      known.delete(place)
      return place
    },
    find(place) {
      const last = known.get(place)
      if (last) return last
      const rects = [...(parts.get(place) ?? [])].flatMap((id) => find(id)?.rect ?? [])
      const rect = around(rects)
      if (!rect) return undefined
      const measured: MeasuredNode = { id: place, box: 0, rect, slots: [], texts: [] }
      known.set(place, measured)
      return measured
    },
    forget() {
      known.clear()
    },
  }
}

function around(rects: readonly Rect[]): Rect | undefined {
  const [first] = rects
  if (!first) return undefined
  const x = Math.min(...rects.map((rect) => rect.x))
  const y = Math.min(...rects.map((rect) => rect.y))
  const right = Math.max(...rects.map((rect) => rect.x + rect.width))
  const bottom = Math.max(...rects.map((rect) => rect.y + rect.height))
  return { x, y, width: right - x, height: bottom - y }
}
