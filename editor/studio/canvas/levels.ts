import type { NodeId } from '#model/ids.ts'
import { pageSlot } from '#model/schema.ts'
import type { MeasuredNode, Rect } from '#runtime/frame/protocol.ts'
import type { DropTree, SlotAddress } from './drop-tree.ts'
import { bottomOf, contains, middleOf, type Point } from './geometry.ts'

export interface Slot extends SlotAddress {
  readonly rect: Rect
  readonly axis: 'vertical' | 'horizontal'
}

/** The children of one slot as they are drawn. Those not drawn are left out. */
export interface Level {
  /** Under the point, in the document's order. */
  under(point: Point): readonly MeasuredNode[]
  /** Boxes of the children that stay, in the document's order. */
  readonly others: readonly Rect[]
  /** Before how many of `others` the point is not. */
  indexAt(axis: Slot['axis'], point: Point): number
}

export interface Levels {
  of(address: SlotAddress): Level
}

interface MapToRead {
  /** Another number after each layout; without it nothing moves. */
  readonly version?: number
  find(id: NodeId): MeasuredNode | undefined
}

/**
 * Finds by halves instead of one by one: 5,000 blocks on one level cost a pointer move a dozen looks. Each level is
 * read once, when it is first asked for, and again after its children or the layout have changed.
 * @param leaving - what is dragged, and so will not stand between the others
 */
export function createLevels(
  map: MapToRead,
  tree: Pick<DropTree, 'children'>,
  leaving: ReadonlySet<NodeId> = new Set(),
): Levels {
  const known = new Map<string, { children: readonly NodeId[]; version: number | undefined; level: Level }>()
  return {
    of({ parentId, slot }) {
      const key = `${parentId}/${slot}`
      const children = tree.children(parentId, slot)
      const last = known.get(key)
      if (last && last.children === children && last.version === map.version) return last.level
      const level = readLevel(map, children, leaving)
      known.set(key, { children, version: map.version, level })
      return level
    },
  }
}

/** The page itself as the outermost slot. */
export function pageLevel(
  tree: Pick<DropTree, 'pageId'>,
  size: { readonly widthPx: number; readonly heightPx: number },
): Slot {
  const rect = { x: 0, y: 0, width: size.widthPx, height: size.heightPx }
  return { parentId: tree.pageId, slot: pageSlot, rect, axis: 'vertical' }
}

function readLevel(map: MapToRead, children: readonly NodeId[], leaving: ReadonlySet<NodeId>): Level {
  const drawn = children.flatMap((id) => map.find(id) ?? [])
  const others = (leaving.size === 0 ? drawn : drawn.filter(({ id }) => !leaving.has(id))).map(({ rect }) => rect)
  // Blocks stand below each other in their order, so their edges grow. Where a block's styles say otherwise, all are looked at.
  const grows = isGrowing(drawn, ({ rect }) => rect.y) && isGrowing(drawn, ({ rect }) => bottomOf(rect))
  let middlesGrow: boolean | undefined
  let rows: readonly Row[] | undefined
  return {
    others,
    under(point) {
      if (!grows) return drawn.filter(({ rect }) => contains(rect, point))
      const from = firstAt(drawn.length, (at) => bottomOf(drawn[at]!.rect) >= point.y)
      const to = firstAt(drawn.length, (at) => drawn[at]!.rect.y > point.y)
      return drawn.slice(from, to).filter(({ rect }) => contains(rect, point))
    },
    indexAt(axis, point) {
      if (axis === 'horizontal') return indexInRows((rows ??= rowsOf(others)), others, point)
      middlesGrow ??= isGrowing(others, (rect) => middleOf(rect).y)
      const isAfter = (at: number) => point.y < middleOf(others[at]!).y
      return middlesGrow ? firstAt(others.length, isAfter) : scan(0, others.length, isAfter)
    },
  }
}

interface Row {
  readonly start: number
  readonly end: number
  readonly bottom: number
}

/** Children beside each other may wrap. */
function rowsOf(rects: readonly Rect[]): readonly Row[] {
  const rows: Row[] = []
  for (let start = 0; start < rects.length;) {
    let end = start + 1
    let bottom = bottomOf(rects[start]!)
    while (end < rects.length && rects[end]!.y < bottom - 1) bottom = Math.max(bottom, bottomOf(rects[end++]!))
    rows.push({ start, end, bottom })
    start = end
  }
  return rows
}

/** Rows first, then along the row. */
function indexInRows(rows: readonly Row[], rects: readonly Rect[], { x, y }: Point): number {
  const row = rows.find(({ bottom }) => y <= bottom) ?? rows.at(-1)
  return row ? scan(row.start, row.end, (at) => x < middleOf(rects[at]!).x) : 0
}

function isGrowing<Item>(items: readonly Item[], of: (item: Item) => number): boolean {
  return items.every((item, at) => at === 0 || of(items[at - 1]!) <= of(item))
}

/** The first for which it holds, of a list in which it holds for all that follow; else the length. */
function firstAt(length: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

function scan(start: number, end: number, holds: (at: number) => boolean): number {
  for (let at = start; at < end; at++) if (holds(at)) return at
  return end
}
