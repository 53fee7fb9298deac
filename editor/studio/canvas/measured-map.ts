import type { NodeId, PageId } from '#model/ids.ts'
import type { FromFrame, MeasuredNode } from '#runtime/frame/protocol.ts'

export type Measured = Extract<FromFrame, { kind: 'measured' }>

/** Where everything on the shown page is, as the frame last measured it. */
export interface MeasuredMap {
  readonly pageId: PageId | undefined
  readonly heightPx: number
  find(id: NodeId): MeasuredNode | undefined
  /** Only what changed needs to look again: listeners are per node; `undefined` hears of every layout. */
  subscribe(id: NodeId | undefined, listener: () => void): () => void
  /** Slots of nodes that have several, as one string that changes only when one comes or goes. */
  shownSlots(): string
  accept(message: Measured): void
}

export function createMeasuredMap(): MeasuredMap {
  const nodes = new Map<NodeId, MeasuredNode>()
  const listeners = new Map<NodeId | undefined, Set<() => void>>()
  let pageId: PageId | undefined
  let heightPx = 0
  const several = new Map<NodeId, string>()
  let shownSlots = ''

  const tell = (id: NodeId | undefined) => listeners.get(id)?.forEach((listener) => listener())

  return {
    get pageId() {
      return pageId
    },
    get heightPx() {
      return heightPx
    },
    find: (id) => nodes.get(id),
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
      const touched = new Set<NodeId>(message.removed)
      if (message.whole) {
        for (const id of nodes.keys()) touched.add(id)
        nodes.clear()
      }
      for (const id of message.removed) nodes.delete(id)
      for (const node of message.nodes) {
        nodes.set(node.id, node)
        touched.add(node.id)
      }
      for (const id of touched) {
        const slots = nodes.get(id)?.slots ?? []
        if (slots.length > 1) several.set(id, `${id}:${slots.map(({ name }) => name).join()}`)
        else several.delete(id)
      }
      shownSlots = [...several.values()].join()
      pageId = message.pageId
      heightPx = message.heightPx
      for (const id of listeners.keys()) if (id !== undefined && touched.has(id)) tell(id)
      tell(undefined)
    },
  }
}
