import { useEffect, useSyncExternalStore } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import { readPeers, readPeople, type OwnView, type Peer, type Person } from './presence.ts'
import { useSession, useView } from './use-session.tsx'

interface Presence {
  readonly peers: readonly Peer[]
  readonly people: readonly Person[]
}

/** Read once per change, however many parts of the screen ask. */
const cache = new WeakMap<Awareness, Presence>()
const nobody: Presence = { peers: [], people: [] }

export function usePeers(): readonly Peer[] {
  return usePresence().peers
}

export function usePeople(): readonly Person[] {
  return usePresence().people
}

/** Tells the others what this tab looks at. */
export function useTellPresence(): void {
  const { awareness } = useSession().link
  const pageId = useView((view) => view.pageId)
  const selected = useView((view) => view.selected)
  useEffect(() => {
    const view: OwnView = { pageId, selected }
    awareness.setLocalStateField('view', view)
  }, [awareness, pageId, selected])
}

function usePresence(): Presence {
  const { link, ownUserId } = useSession()
  const { awareness } = link
  return useSyncExternalStore(
    (listener) => {
      const refresh = () => {
        const states = awareness.getStates()
        const next = {
          peers: readPeers(states, awareness.clientID),
          people: readPeople(states, awareness.clientID, ownUserId),
        }
        if (JSON.stringify(next) === JSON.stringify(cache.get(awareness) ?? nobody)) return
        cache.set(awareness, next)
        listener()
      }
      refresh()
      awareness.on('change', refresh)
      return () => awareness.off('change', refresh)
    },
    () => cache.get(awareness) ?? nobody,
  )
}
