import { useCallback, useEffect, useRef, useState } from 'react'
import { openEventStream, queryCache, sessionKey, useComeback, type StreamState } from '#editor/api/index.ts'
import { merchantPaths } from '#platform/contract/routes.ts'
import { applyEvent } from './apply-event.ts'
import { keys } from './keys.ts'

/** Keeps everything in sight up to date while the counter is open. @returns whether it does right now */
export function useLiveEvents(programId: string): StreamState {
  const [state, setState] = useState<StreamState>('connecting')
  const stream = useRef<ReturnType<typeof openEventStream>>(undefined)
  useEffect(() => {
    const opened = openEventStream({
      url: merchantPaths.events(programId),
      fetch: (...call) => fetch(...call),
      onEvent: (event) => applyEvent(queryCache, programId, event),
      onState: setState,
      onRefused: (status) => void (status === 401 && queryCache.refresh(sessionKey)),
      // Events from before the server's memory cannot be replayed, so what is in sight is asked for once more.
      onOpen: (again) => void (again && queryCache.refresh(keys.all(programId))),
    })
    stream.current = opened
    return () => opened.close()
  }, [programId])
  useComeback(useCallback(() => (state === 'lost' ? stream.current?.retry() : undefined), [state]))
  return state
}
