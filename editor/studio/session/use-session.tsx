import { createContext, use, useCallback, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import type { NodeId, NodeRecord, PageId, PageRecord, Program } from '#model/index.ts'
import type { ViewState } from '#editor/state/view-state.ts'
import type { StudioSession } from './studio-session.ts'
import type { Topic } from './node-signals.ts'

export const SessionContext = createContext<StudioSession | undefined>(undefined)

export function useSession(): StudioSession {
  const session = use(SessionContext)
  if (!session) throw new Error('Outside of an opened program')
  return session
}

export function useView<Value>(select: (view: ViewState) => Value): Value {
  return useStore(useSession().view, select)
}

/** Draws again when this part of the document changes, and only then. */
export function useTopic(topic: Topic | undefined): void {
  const { signals } = useSession()
  const subscribe = useCallback(
    (listener: () => void) => (topic === undefined ? () => undefined : signals.subscribe(topic, listener)),
    [signals, topic],
  )
  useSyncExternalStore(subscribe, () => (topic === undefined ? 0 : signals.version(topic)))
}

/**
 * One fact of the document, drawn again only when that fact is another: typing in a text does not redraw what shows
 * the block's place.
 * @param select - gives a primitive, or an object that stays the same until it changes
 */
export function useFact<Value>(topic: Topic | undefined, select: (program: Program) => Value): Value {
  const { signals, program } = useSession()
  const subscribe = useCallback(
    (listener: () => void) => (topic === undefined ? () => undefined : signals.subscribe(topic, listener)),
    [signals, topic],
  )
  return useSyncExternalStore(subscribe, () => select(program))
}

export function useNodeType(id: NodeId | undefined): string {
  return useFact(id, (program) => (id === undefined ? '' : (program.node(id)?.type ?? '')))
}

export function useNode(id: NodeId | undefined): NodeRecord | undefined {
  useTopic(id)
  const { program } = useSession()
  return id === undefined ? undefined : program.node(id)
}

export function useChildren(parentId: NodeId | PageId | undefined, slot: string): readonly NodeId[] {
  useTopic(parentId)
  const { program } = useSession()
  return parentId === undefined ? [] : program.children(parentId, slot)
}

export function usePages(): readonly PageRecord[] {
  useTopic('pages')
  return useSession().program.pages()
}
