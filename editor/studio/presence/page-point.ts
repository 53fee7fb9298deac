import type { NodeId } from '#model/ids.ts'
import type { Point } from '../canvas/geometry.ts'
import type { MeasuredMap } from '../canvas/measured-map.ts'
import type { PagePoint } from './presence.ts'

/** @param point - in the frame's pixels. @param nodeId - the block under it, if one is */
export function toPagePoint(
  map: Pick<MeasuredMap, 'find'>,
  point: Point,
  nodeId: NodeId | undefined,
  pageWidthPx: number,
): PagePoint {
  const rect = nodeId === undefined ? undefined : map.find(nodeId)?.rect
  if (nodeId === undefined || !rect || rect.width === 0 || rect.height === 0)
    return { x: rounded(point.x / pageWidthPx), y: Math.round(point.y) }
  return {
    nodeId,
    x: rounded((point.x - rect.x) / rect.width),
    y: rounded((point.y - rect.y) / rect.height),
  }
}

/** @returns where that is here, in the frame's pixels; undefined when the block is not on this page, or not drawn yet */
export function fromPagePoint(
  map: Pick<MeasuredMap, 'find'>,
  { nodeId, x, y }: PagePoint,
  pageWidthPx: number,
): Point | undefined {
  if (nodeId === undefined) return { x: x * pageWidthPx, y }
  const rect = map.find(nodeId)?.rect
  return rect && { x: rect.x + x * rect.width, y: rect.y + y * rect.height }
}

/** A thousandth of a phone's width is less than a pixel. */
function rounded(share: number): number {
  return Math.round(share * 1000) / 1000
}
