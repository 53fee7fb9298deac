import { useMemo, useSyncExternalStore } from 'react'
import type { NodeId } from '#model/ids.ts'
import type { BlockTraits } from '../data-store.ts'
import type { RuntimeScope } from '../scope.ts'

/** Which slot is to be seen of blocks whose slots take turns, as whoever edits has opened them. */
export interface OpenSlots {
  /** @returns whether it was another one before */
  open(id: NodeId, slot: string): boolean
  /** Follows one node, and only if its slots take turns. */
  readonly useOpenSlot: NonNullable<RuntimeScope['useOpenSlot']>
}

export function createOpenSlots(traitsOf: (type: string) => BlockTraits): OpenSlots {
  const open = new Map<NodeId, string>()
  const listeners = new Map<NodeId, Set<() => void>>()
  const subscribeTo = (id: NodeId) => (listener: () => void) => {
    const own = listeners.get(id) ?? new Set()
    listeners.set(id, own.add(listener))
    return () => void own.delete(listener)
  }
  return {
    open(id, slot) {
      if (open.get(id) === slot) return false
      open.set(id, slot)
      for (const listener of [...(listeners.get(id) ?? [])]) listener()
      return true
    },
    useOpenSlot({ id, type }) {
      const [subscribe, read] = useMemo(() => {
        const slots = Object.values(traitsOf(type).slots ?? {})
        const takesTurns = slots.some(({ openedBy }) => openedBy !== undefined)
        return takesTurns ? ([subscribeTo(id), () => open.get(id)] as const) : neverOpen
      }, [id, type])
      return useSyncExternalStore(subscribe, read, read)
    },
  }
}

const neverOpen = [() => () => {}, (): string | undefined => undefined] as const
