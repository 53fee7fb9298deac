import type { Rect } from '#runtime/frame/protocol.ts'
import type { DropMark, DropPlace } from './find-drop-place.ts'
import { bottomOf, rightOf } from './geometry.ts'

/** What a finger hits without aiming. */
export const TAP_PX = 44

/** In less, the words that say where it goes could not be read. */
const LABEL_PX = 90

const NEAR = 160

export interface TapTarget {
  readonly place: DropPlace
  /** Where to tap: at least 44 pixels each way, and no two on top of each other. */
  readonly rect: Rect
}

/**
 * Boxes to tap for places. Places lie closer than fingers are wide, above all where a container begins or ends: what is
 * less than a finger apart stands side by side in one row, and what then still would overlap moves down.
 */
export function tapTargets(places: readonly DropPlace[], zoom = 1): readonly TapTarget[] {
  const rows: { rect: Rect; readonly places: DropPlace[] }[] = []
  const least = TAP_PX / zoom
  for (const place of places) {
    const rect = hitRect(place.mark, least)
    const last = rows.at(-1)
    if (last && isOneRow(last.rect, rect, least) && last.rect.width * zoom >= LABEL_PX * (last.places.length + 1)) {
      last.places.push(place)
      continue
    }
    // Only what is near can be in the way: places come in reading order.
    rows.push({ rect: belowAll(rows.slice(-NEAR), rect), places: [place] })
  }
  return rows.flatMap(({ rect, places: row }) =>
    row.map((place, at) => {
      const width = rect.width / row.length
      return { place, rect: { ...rect, x: rect.x + at * width, width } }
    }),
  )
}

function belowAll(rows: readonly { readonly rect: Rect }[], rect: Rect): Rect {
  const inTheWay = rows.find((row) => overlaps(row.rect, rect))
  return inTheWay ? belowAll(rows, { ...rect, y: bottomOf(inTheWay.rect) }) : rect
}

function hitRect(mark: DropMark, least: number): Rect {
  const rect: Rect =
    mark.kind === 'box'
      ? mark.rect
      : { x: mark.from.x, y: mark.from.y, width: mark.to.x - mark.from.x, height: mark.to.y - mark.from.y }
  const width = Math.max(rect.width, least)
  const height = Math.max(rect.height, least)
  return { x: rect.x + (rect.width - width) / 2, y: rect.y + (rect.height - height) / 2, width, height }
}

/** Lines below each other that share most of their width, less than a finger apart. */
function isOneRow(row: Rect, rect: Rect, least: number): boolean {
  const shared = Math.min(rightOf(row), rightOf(rect)) - Math.max(row.x, rect.x)
  const isLine = row.height <= least + 1 && rect.height <= least + 1
  return isLine && Math.abs(row.y - rect.y) < least && shared > Math.min(row.width, rect.width) / 2 && row.width > least
}

function overlaps(a: Rect, b: Rect): boolean {
  const slack = 0.01
  return a.x < rightOf(b) - slack && b.x < rightOf(a) - slack && a.y < bottomOf(b) - slack && b.y < bottomOf(a) - slack
}
