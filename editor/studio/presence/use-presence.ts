import type { Awareness } from 'y-protocols/awareness'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { useSession } from '../session/use-session.tsx'
import { peopleOf, readPeers, type Peer, type Person } from './presence.ts'

export interface Presence {
  /** With their pointers, which are others many times a second. */
  readonly peers: readonly Peer[]
  /** Without pointers, scrolling and carets in code: other only when somebody comes, goes, chooses or types. */
  readonly still: readonly Peer[]
  readonly people: readonly Person[]
}

/** Read once per change, however many parts of the screen ask. */
const stores = new WeakMap<Awareness, StoreApi<Presence>>()

export function usePeers(): readonly Peer[] {
  return useStore(usePresenceStore(), (presence) => presence.peers)
}

export function useStillPeers(): readonly Peer[] {
  return useStore(usePresenceStore(), (presence) => presence.still)
}

export function usePeople(): readonly Person[] {
  return useStore(usePresenceStore(), (presence) => presence.people)
}

export function usePresenceStore(): StoreApi<Presence> {
  const { link, ownUserId } = useSession()
  return presenceOf(link.awareness, ownUserId)
}

/** Lives as long as the connection it reads. */
function presenceOf(awareness: Awareness, ownUserId: string): StoreApi<Presence> {
  const known = stores.get(awareness)
  if (known) return known
  const store = createStore<Presence>(() => ({ peers: [], still: [], people: [] }))
  const refresh = () => {
    const before = store.getState()
    const peers = kept(before.peers, readPeers(awareness.getStates(), awareness.clientID))
    if (peers === before.peers) return
    const still = kept(
      before.still,
      peers.map(({ pointer: _pointer, top: _top, code: _code, ...rest }) => rest),
    )
    store.setState({ peers, still, people: kept(before.people, peopleOf(peers, ownUserId)) })
  }
  refresh()
  awareness.on('change', refresh)
  stores.set(awareness, store)
  return store
}

/** The same object as long as it says the same. */
function kept<Value>(before: Value, now: Value): Value {
  return JSON.stringify(before) === JSON.stringify(now) ? before : now
}
