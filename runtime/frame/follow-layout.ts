import type { NodeId, PageId } from '#model/ids.ts'
import { createFarBoxes, type Sight } from './far-boxes.ts'
import { measureNodes, sameMeasure } from './measure-nodes.ts'
import { movedBy } from './moved-by.ts'
import type { FromFrame, MeasuredNode } from './protocol.ts'

export interface LayoutFollower {
  /** Marks what may have another layout now: these nodes with all they hold, what stands on the page at all, or everything. */
  look(what: readonly NodeId[] | 'page' | 'all'): void
  /** Nothing that is known of the page holds any more: it is new, or everything may have moved. */
  readonly isLost: boolean
  /** Tells the editor what moved since the last time. Call where layout has just happened, or is about to anyway. */
  measure(): void
  /** What the editor shows of the page: only what is near is drawn. */
  see(sight: Sight): void
  /** Draws the box of this node, wherever it is. */
  draw(id: NodeId): void
  /** Called when something moved without a patch: a picture arrived, a font, the width changed. */
  onMoved(listener: () => void): void
  stop(): void
}

interface Top {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly box: number
  readonly ids: readonly NodeId[]
}

interface Known {
  readonly measured: MeasuredNode
  readonly top: Element
  /** Where its box was then. */
  readonly x: number
  readonly y: number
}

/**
 * Follows where the nodes of the shown page are. Mostly it looks only into the top-level boxes that hold a change: while
 * those keep their size, nothing else can have moved. If one does not, it looks at every top-level box once; of those
 * that merely moved it tells by how much, and nothing of what is in them.
 */
export function followLayout(
  root: HTMLElement,
  shownPage: () => PageId,
  send: (message: FromFrame) => void,
): LayoutFollower {
  const far = createFarBoxes()
  const known = new Map<NodeId, Known>()
  const tops = new Map<Element, Top>()
  /** Boxes that hold a change, with the blocks that changed; undefined where it is not known which. */
  const dirty = new Map<Element, Set<NodeId> | undefined>()
  let scan: 'no' | 'page' | 'whole' = 'whole'
  let pageId: PageId | undefined
  let page: Element | undefined
  let heightPx = -1
  let widthPx = -1
  let boxes = 0
  let moved = () => {}

  const resized = new ResizeObserver(() => {
    if (scan === 'no') scan = 'page'
    moved()
  })
  const arrived = ({ target }: Event) => {
    const top = target instanceof Element ? topOf(target) : undefined
    if (!top) return
    dirty.set(top, undefined)
    moved()
  }
  root.addEventListener('load', arrived, true)

  function measure(): void {
    const whole = startPage() || scan === 'whole'
    if (!page) return
    if (whole || page.clientWidth !== widthPx) far.drawAll()
    widthPx = page.clientWidth
    for (const top of dirty.keys()) far.draw(top)
    if (whole) {
      known.clear()
      tops.clear()
    }
    const found: Found = { changed: [], moved: [], before: new Set() }
    if (!whole && scan === 'no') for (const [top, ids] of dirty) if (!lookAt(top, ids, found)) scan = 'page'
    if (whole || scan === 'page') lookAtAll(page, found)
    scan = 'no'
    dirty.clear()
    far.settle(tops)
    const removed = [...found.before].filter((id) => !known.has(id) || !tops.get(known.get(id)!.top)?.ids.includes(id))
    for (const id of removed) known.delete(id)
    const news = removed.length + found.changed.length + found.moved.length
    const height = whole || news > 0 ? pageHeight(page) : heightPx
    if (!whole && news === 0 && height === heightPx) return
    heightPx = height
    const { changed: nodes, moved: shifts } = found
    send({ kind: 'measured', pageId: shownPage(), whole, nodes, moved: shifts, removed, heightPx })
  }

  /** @returns whether another page is shown than before */
  function startPage(): boolean {
    if (page?.isConnected && pageId === shownPage()) return false
    pageId = shownPage()
    resized.disconnect()
    page = root.querySelector('.sw-page') ?? undefined
    if (page) resized.observe(page)
    return true
  }

  function lookAtAll(page: Element, found: Found): void {
    const gone = new Set(tops.keys())
    for (let element = page.firstElementChild; element; element = element.nextElementSibling) {
      gone.delete(element)
      lookInto(element, rectOf(element), found)
    }
    for (const element of gone) {
      for (const id of tops.get(element)?.ids ?? []) found.before.add(id)
      tops.delete(element)
    }
  }

  /** @returns false when its box is another now, so that others may have moved too */
  function lookAt(element: Element, changed: ReadonlySet<NodeId> | undefined, found: Found): boolean {
    const top = tops.get(element)
    const rect = rectOf(element)
    if (!top || !element.isConnected || !isSame(top, rect)) return false
    const near = changed && [...changed].map((id) => lookNear(id, element, top.box))
    if (near?.every((measured) => measured !== undefined))
      for (const measured of near) keep(measured, element, rect, found)
    else lookInto(element, rect, found)
    return true
  }

  /**
   * Typing in a block that keeps its place and its neighbours' has moved nothing but itself: its box need not be gone
   * through.
   * @returns undefined where more may have moved, or it holds other blocks
   */
  function lookNear(id: NodeId, top: Element, box: number): MeasuredNode | undefined {
    const element = id === (top as HTMLElement).dataset.node ? undefined : nodeIn(top, id)
    if (!element || element.querySelector('[data-node],[data-slot]')) return undefined
    const around = [element, element.previousElementSibling, element.nextElementSibling]
    for (let at = element.parentElement; at && at !== top; at = at.parentElement) around.push(at)
    if (!around.every((each) => !(each instanceof HTMLElement) || staysAt(each, top))) return undefined
    return measureNodes(element, box)[0]
  }

  function staysAt(element: HTMLElement, top: Element): boolean {
    const id = element.dataset.node
    if (id === undefined) return true
    const last = known.get(id as NodeId)
    const moved = tops.get(top)
    if (last?.top !== top || !moved) return false
    const { x, y, width, height } = rectOf(element)
    const before = last.measured.rect
    const isThere = x - before.x === moved.x - last.x && y - before.y === moved.y - last.y
    return isThere && width === before.width && height === before.height
  }

  function lookInto(element: Element, rect: Place, found: Found): void {
    const top = tops.get(element)
    if (!top || dirty.has(element) || top.width !== rect.width || top.height !== rect.height) {
      for (const id of top?.ids ?? []) found.before.add(id)
      const box = top?.box ?? ++boxes
      const measured = measureNodes(element, box)
      tops.set(element, { ...rect, box, ids: measured.map(({ id }) => id) })
      if (top) moveTo(top, rect, found)
      for (const node of measured) keep(node, element, rect, found)
    } else if (top.x !== rect.x || top.y !== rect.y) {
      tops.set(element, { ...rect, box: top.box, ids: top.ids })
      moveTo(top, rect, found)
    }
  }

  function moveTo(top: Top, { x, y }: Place, found: Found): void {
    if (x !== top.x || y !== top.y) found.moved.push({ box: top.box, dx: x - top.x, dy: y - top.y })
  }

  /** What moved with its box is where it was told to be; only what moved within it is news. */
  function keep(measured: MeasuredNode, top: Element, { x, y }: Place, found: Found): void {
    const last = known.get(measured.id)
    if (last?.top === top && sameMeasure(movedBy(last.measured, x - last.x, y - last.y), measured)) return
    known.set(measured.id, { measured, top, x, y })
    found.changed.push(measured)
  }

  function topOf(element: Element): Element | undefined {
    let at: Element | null = element
    while (at && at.parentElement !== page) at = at.parentElement
    return at ?? undefined
  }

  return {
    get isLost() {
      return scan === 'whole' || !page?.isConnected || pageId !== shownPage()
    },
    look(what) {
      if (what === 'all') scan = 'whole'
      else if (what === 'page') scan = scan === 'whole' ? 'whole' : 'page'
      else
        for (const id of what) {
          const top = known.get(id)?.top
          if (!top) continue
          const ids = dirty.has(top) ? dirty.get(top) : new Set<NodeId>()
          dirty.set(top, ids?.add(id))
        }
    },
    measure,
    see: far.see,
    draw(id) {
      const top = known.get(id)?.top
      if (top) far.draw(top)
    },
    onMoved(listener) {
      moved = listener
    },
    stop() {
      resized.disconnect()
      root.removeEventListener('load', arrived, true)
    },
  }
}

interface Found {
  readonly changed: MeasuredNode[]
  readonly moved: { readonly box: number; readonly dx: number; readonly dy: number }[]
  /** What stood in the boxes that were looked into, and in those that are gone. */
  readonly before: Set<NodeId>
}

type Place = Omit<Top, 'ids' | 'box'>

function isSame(a: Place, b: Place): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
}

function nodeIn(top: Element, id: NodeId): HTMLElement | undefined {
  return top.querySelector<HTMLElement>(`[data-node="${CSS.escape(id)}"]`) ?? undefined
}

function pageHeight(page: Element): number {
  return Math.ceil(page.parentElement?.getBoundingClientRect().height ?? 0)
}

function rectOf(element: Element): Place {
  const { x, y, width, height } = element.getBoundingClientRect()
  return { x: x + scrollX, y: y + scrollY, width, height }
}
