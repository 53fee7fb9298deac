import type { NodeId, PageId } from '#model/ids.ts'
import { movedBy } from '#runtime/frame/moved-by.ts'
import type { FromFrame, MeasuredNode } from '#runtime/frame/protocol.ts'
import { createPlaceRects } from '../sections/place-rects.ts'

export type Measured = Extract<FromFrame, { kind: 'measured' }>

/** Where everything on the shown page is, as the frame last measured it. */
export interface MeasuredMap {
  readonly pageId: PageId | undefined
  readonly heightPx: number
  /** Grows with each layout that moved something. */
  readonly version: number
  find(id: NodeId): MeasuredNode | undefined
  /** Only what changed needs to look again: listeners are per node; `undefined` hears of every layout. */
  subscribe(id: NodeId | undefined, listener: () => void): () => void
  /** Every node on the page that has slots. */
  containers(): IterableIterator<MeasuredNode>
  /** What the last layout measured anew, or no longer found. */
  readonly touched: ReadonlySet<NodeId>
  /** Slots of nodes that have several, as one string that changes only when one comes or goes. */
  shownSlots(): string
  accept(message: Measured): void
}

/** How far a box has moved since the frame loaded the page. Compared by identity. */
interface Offset {
  readonly x: number
  readonly y: number
}
const nowhere: Offset = { x: 0, y: 0 }

interface Entry {
  readonly node: MeasuredNode
  /** Of its box when `node` was right. */
  readonly offset: Offset
}

export function createMeasuredMap(): MeasuredMap {
  const nodes = new Map<NodeId, Entry>()
  const boxes = new Map<number, Offset>()
  const places = createPlaceRects(present)
  const listeners = new Map<NodeId | undefined, Set<() => void>>()
  let pageId: PageId | undefined
  let heightPx = 0
  let version = 0
  const containers = new Set<NodeId>()
  let touched: ReadonlySet<NodeId> = new Set()
  const several = new Map<NodeId, string>()
  let shownSlots = ''

  const tell = (id: NodeId | undefined) => listeners.get(id)?.forEach((listener) => listener())

  /** The same object until it moves. What a box has moved by is added when somebody asks. */
  function present(id: NodeId): MeasuredNode | undefined {
    const entry = nodes.get(id)
    if (!entry) return undefined
    const offset = boxes.get(entry.node.box) ?? nowhere
    if (offset === entry.offset) return entry.node
    const node = movedBy(entry.node, offset.x - entry.offset.x, offset.y - entry.offset.y)
    nodes.set(id, { node, offset })
    return node
  }

  return {
    get pageId() {
      return pageId
    },
    get heightPx() {
      return heightPx
    },
    get version() {
      return version
    },
    get touched() {
      return touched
    },
    find: (id) => present(id) ?? places.find(id),
    *containers() {
      for (const id of containers) {
        const node = present(id)
        if (node) yield node
      }
    },
    subscribe(id, listener) {
      const those = listeners.get(id) ?? new Set()
      listeners.set(id, those.add(listener))
      return () => {
        those.delete(listener)
        if (those.size === 0 && listeners.get(id) === those) listeners.delete(id)
      }
    },
    shownSlots: () => shownSlots,
    accept(message) {
      // Of a page that is no longer shown: its figures would put frames around thin air.
      if (!message.whole && message.pageId !== pageId) return
      const news = new Set<NodeId>(message.removed)
      touched = news
      if (message.whole) {
        for (const id of nodes.keys()) news.add(id)
        nodes.clear()
        boxes.clear()
      }
      const moved = new Set<number>()
      for (const { box, dx, dy } of message.moved) {
        const { x, y } = boxes.get(box) ?? nowhere
        boxes.set(box, { x: x + dx, y: y + dy })
        moved.add(box)
      }
      for (const id of message.removed) nodes.delete(id)
      for (const node of message.nodes) {
        nodes.set(node.id, { node, offset: boxes.get(node.box) ?? nowhere })
        news.add(node.id)
      }
      if (moved.size > 0) places.forget()
      for (const id of [...news]) {
        const place = places.note(id, nodes.has(id))
        if (place !== undefined) news.add(place)
      }
      let severalChanged = false
      for (const id of news) {
        const slots = nodes.get(id)?.node.slots ?? []
        if (slots.length > 0) containers.add(id)
        else containers.delete(id)
        const shown = slots.length > 1 ? `${id}:${slots.map(({ name }) => name).join()}` : undefined
        if (shown === several.get(id)) continue
        severalChanged = true
        if (shown === undefined) several.delete(id)
        else several.set(id, shown)
      }
      if (severalChanged) shownSlots = [...several.values()].join()
      pageId = message.pageId
      heightPx = message.heightPx
      version++
      for (const id of listeners.keys()) {
        if (id === undefined) continue
        const box = nodes.get(id)?.node.box
        // A place of a linked section has no box of its own: it is asked again whenever anything moved.
        const isMoved = box === undefined ? moved.size > 0 : moved.has(box)
        if (isMoved || news.has(id)) tell(id)
      }
      tell(undefined)
    },
  }
}
