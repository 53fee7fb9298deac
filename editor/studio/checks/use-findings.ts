import { useSyncExternalStore } from 'react'
import { useSession } from '../session/use-session.tsx'
import { whenUsable } from '../session/when-usable.ts'
import type { StudioSession } from '../session/studio-session.ts'
import { followFindings, type FindingsFollower } from './follow-findings.ts'
import type { Finding } from '#compiler/checks/finding.ts'

interface Shared {
  readonly subscribe: (listener: () => void) => () => void
  readonly current: () => readonly Finding[]
}

/** Panel, badge and publish dialog look at one list, kept only while somebody looks. */
const shared = new WeakMap<StudioSession, Shared>()
const none: readonly Finding[] = []

export function useFindings(): readonly Finding[] {
  const session = useSession()
  const { subscribe, current } = shared.get(session) ?? share(session)
  return useSyncExternalStore(subscribe, current)
}

export const isError = ({ level }: Finding): boolean => level === 'error'

function share(session: StudioSession): Shared {
  let follower: FindingsFollower | undefined
  let lookers = 0
  const made: Shared = {
    subscribe(listener) {
      follower ??= followFindings(session, (run) => whenUsable(session, run))
      lookers++
      const stop = follower.store.subscribe(listener)
      return () => {
        stop()
        if (--lookers > 0) return
        follower?.stop()
        follower = undefined
      }
    },
    current: () => follower?.store.getState() ?? none,
  }
  shared.set(session, made)
  return made
}
