import type { NodeId, PageId } from '#model/ids.ts'
import { measureNodes, movedBy, sameMeasure } from './measure-nodes.ts'
import type { FromFrame, MeasuredNode } from './protocol.ts'

export interface LayoutFollower {
  /** Marks what may have another layout now: these nodes with all they hold, or the whole page anew. */
  look(what: readonly NodeId[] | 'all'): void
  /** Tells the editor what moved since the last time. Call where layout is about to happen anyway. */
  measure(): void
  /** Called when something moved without a patch: a picture arrived, a font, the width changed. */
  onMoved(listener: () => void): void
  stop(): void
}

interface Top {
  x: number
  y: number
  width: number
  height: number
  ids: readonly NodeId[]
}

/**
 * Follows where the nodes of the shown page are. Looks at every top-level box, and only into those that changed their
 * size or hold something that changed; the content of a box that merely moved is moved along by arithmetic.
 */
export function followLayout(
  root: HTMLElement,
  shownPage: () => PageId,
  send: (message: FromFrame) => void,
): LayoutFollower {
  const known = new Map<NodeId, MeasuredNode>()
  const tops = new Map<Element, Top>()
  const dirty = new Set<Element>()
  let whole = true
  let pageId: PageId | undefined
  let heightPx = -1
  let moved = () => {}

  const resized = new ResizeObserver(() => moved())
  resized.observe(root)
  const arrived = ({ target }: Event) => {
    const top = target instanceof Element ? topOf(target) : undefined
    if (!top) return
    dirty.add(top)
    moved()
  }
  root.addEventListener('load', arrived, true)

  function measure(): void {
    const page = root.querySelector('.sw-page')
    if (!page) return
    if (pageId !== shownPage()) whole = true
    if (whole) forget()
    pageId = shownPage()
    const changed: MeasuredNode[] = []
    const before = new Set<NodeId>()
    const present = new Set<NodeId>()
    const gone = new Set(tops.keys())
    for (const element of page.children) {
      gone.delete(element)
      const { x, y, width, height } = pageRect(element)
      const top = tops.get(element)
      if (!top || dirty.has(element) || top.width !== width || top.height !== height) {
        if (!top) resized.observe(element)
        for (const id of top?.ids ?? []) before.add(id)
        const measured = measureNodes(element)
        for (const node of measured) {
          present.add(node.id)
          const last = known.get(node.id)
          if (last && sameMeasure(last, node)) continue
          known.set(node.id, node)
          changed.push(node)
        }
        tops.set(element, { x, y, width, height, ids: measured.map(({ id }) => id) })
      } else if (top.x !== x || top.y !== y) {
        for (const id of top.ids) {
          const last = known.get(id)
          if (!last) continue
          const node = movedBy(last, x - top.x, y - top.y)
          known.set(id, node)
          changed.push(node)
        }
        tops.set(element, { ...top, x, y })
      }
    }
    for (const element of gone) {
      for (const id of tops.get(element)?.ids ?? []) before.add(id)
      tops.delete(element)
      resized.unobserve(element)
    }
    const removed = [...before].filter((id) => !present.has(id) && !isElsewhere(id))
    for (const id of removed) known.delete(id)
    dirty.clear()
    const height = Math.ceil(page.parentElement?.getBoundingClientRect().height ?? 0)
    if (!whole && changed.length === 0 && removed.length === 0 && height === heightPx) return
    heightPx = height
    send({ kind: 'measured', pageId, whole, nodes: changed, removed, heightPx })
    whole = false
  }

  /** A node that went from one top-level box into another one that was not looked into is still there. */
  function isElsewhere(id: NodeId): boolean {
    for (const top of tops.values()) if (top.ids.includes(id)) return true
    return false
  }

  function forget(): void {
    for (const element of tops.keys()) resized.unobserve(element)
    known.clear()
    tops.clear()
    dirty.clear()
  }

  function topOf(element: Element): Element | undefined {
    const page = element.closest('.sw-page')
    let at: Element | null = element
    while (at && at.parentElement !== page) at = at.parentElement
    return at ?? undefined
  }

  return {
    look(what) {
      if (what === 'all') whole = true
      else
        for (const id of what) {
          const element = root.querySelector(`[data-node="${CSS.escape(id)}"]`)
          const top = element && topOf(element)
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

function pageRect(element: Element) {
  const { x, y, width, height } = element.getBoundingClientRect()
  return { x: x + scrollX, y: y + scrollY, width, height }
}
