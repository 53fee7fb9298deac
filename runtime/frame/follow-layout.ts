import type { NodeId, PageId } from '#model/ids.ts'
import { measureNodes, movedBy, sameMeasure } from './measure-nodes.ts'
import type { FromFrame, MeasuredNode } from './protocol.ts'

export interface LayoutFollower {
  /** Marks what may have another layout now: these nodes with all they hold, what stands on the page at all, or everything. */
  look(what: readonly NodeId[] | 'page' | 'all'): void
  /** Tells the editor what moved since the last time. Call where layout is about to happen anyway. */
  measure(): void
  /** Called when something moved without a patch: a picture arrived, a font, the width changed. */
  onMoved(listener: () => void): void
  stop(): void
}

interface Top {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly ids: readonly NodeId[]
}

/**
 * Follows where the nodes of the shown page are. Mostly it looks only into the top-level boxes that hold a change: while
 * those keep their size, nothing else can have moved. If one does not, it looks at every top-level box once; what
 * merely moved is moved along by arithmetic.
 */
export function followLayout(
  root: HTMLElement,
  shownPage: () => PageId,
  send: (message: FromFrame) => void,
): LayoutFollower {
  const known = new Map<NodeId, { readonly measured: MeasuredNode; readonly top: Element }>()
  const tops = new Map<Element, Top>()
  const dirty = new Set<Element>()
  let scan: 'no' | 'page' | 'whole' = 'whole'
  let pageId: PageId | undefined
  let page: Element | undefined
  let heightPx = -1
  let moved = () => {}

  const resized = new ResizeObserver(() => {
    if (scan === 'no') scan = 'page'
    moved()
  })
  const arrived = ({ target }: Event) => {
    const top = target instanceof Element ? topOf(target) : undefined
    if (!top) return
    dirty.add(top)
    moved()
  }
  root.addEventListener('load', arrived, true)

  function measure(): void {
    const whole = startPage() || scan === 'whole'
    if (!page) return
    if (whole) {
      known.clear()
      tops.clear()
    }
    const found: Found = { changed: [], before: new Set() }
    if (!whole && scan === 'no') for (const top of dirty) if (!lookAt(top, found)) scan = 'page'
    if (whole || scan === 'page') lookAtAll(page, found)
    scan = 'no'
    dirty.clear()
    const removed = [...found.before].filter((id) => !known.has(id) || !tops.get(known.get(id)!.top)?.ids.includes(id))
    for (const id of removed) known.delete(id)
    const height = whole || removed.length + found.changed.length > 0 ? pageHeight(page) : heightPx
    if (!whole && found.changed.length + removed.length === 0 && height === heightPx) return
    heightPx = height
    send({ kind: 'measured', pageId: shownPage(), whole, nodes: found.changed, removed, heightPx })
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
  function lookAt(element: Element, found: Found): boolean {
    const top = tops.get(element)
    const rect = rectOf(element)
    if (!top || !element.isConnected || !isSame(top, rect)) return false
    lookInto(element, rect, found)
    return true
  }

  function lookInto(element: Element, rect: Omit<Top, 'ids'>, found: Found): void {
    const top = tops.get(element)
    if (!top || dirty.has(element) || top.width !== rect.width || top.height !== rect.height) {
      for (const id of top?.ids ?? []) found.before.add(id)
      const measured = measureNodes(element)
      tops.set(element, { ...rect, ids: measured.map(({ id }) => id) })
      for (const node of measured) keep(node, element, found)
    } else if (top.x !== rect.x || top.y !== rect.y) {
      tops.set(element, { ...rect, ids: top.ids })
      for (const id of top.ids) {
        const last = known.get(id)
        if (last) keep(movedBy(last.measured, rect.x - top.x, rect.y - top.y), element, found)
      }
    }
  }

  function keep(measured: MeasuredNode, top: Element, found: Found): void {
    const last = known.get(measured.id)
    if (last?.top === top && sameMeasure(last.measured, measured)) return
    known.set(measured.id, { measured, top })
    if (!last || !sameMeasure(last.measured, measured)) found.changed.push(measured)
  }

  function topOf(element: Element): Element | undefined {
    let at: Element | null = element
    while (at && at.parentElement !== page) at = at.parentElement
    return at ?? undefined
  }

  return {
    look(what) {
      if (what === 'all') scan = 'whole'
      else if (what === 'page') scan = scan === 'whole' ? 'whole' : 'page'
      else
        for (const id of what) {
          const top = known.get(id)?.top
          if (top) dirty.add(top)
        }
    },
    measure,
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
  /** What stood in the boxes that were looked into, and in those that are gone. */
  readonly before: Set<NodeId>
}

function isSame(a: Omit<Top, 'ids'>, b: Omit<Top, 'ids'>): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
}

function pageHeight(page: Element): number {
  return Math.ceil(page.parentElement?.getBoundingClientRect().height ?? 0)
}

function rectOf(element: Element): Omit<Top, 'ids'> {
  const { x, y, width, height } = element.getBoundingClientRect()
  return { x: x + scrollX, y: y + scrollY, width, height }
}
