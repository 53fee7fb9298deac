import { useCallback, useEffect, useRef, useState } from 'react'
import {
  connection,
  openEventStream,
  queryCache,
  sessionKey,
  useComeback,
  useReachable,
  type StreamState,
} from '#editor/api/index.ts'
import { merchantPaths } from '#platform/contract/routes.ts'
import { applyEvent } from './apply-event.ts'
import { keys } from './keys.ts'

/** A call that failed says that something is wrong; the stream is the quickest to say that it is right again. */
const lookAgainMs = 2000
/** A new business day has no event of its own. */
const askAnewMs = 5 * 60_000

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
      onOpen: (again) => {
        connection.report(true)
        // Events from before the server's memory cannot be replayed, so what is in sight is asked for once more.
        if (again) void queryCache.refresh(keys.all(programId))
      },
    })
    stream.current = opened
    const timer = setInterval(() => void queryCache.refresh(keys.all(programId)), askAnewMs)
    return () => {
      clearInterval(timer)
      opened.close()
    }
  }, [programId])

  useComeback(useCallback(() => (state === 'lost' ? stream.current?.retry() : undefined), [state]))
  const isReachable = useReachable()
  useEffect(() => {
    if (isReachable) return
    const timer = setInterval(() => stream.current?.retry(), lookAgainMs)
    return () => clearInterval(timer)
  }, [isReachable])
  // A stream may not notice for a while that the network under it is gone.
  return isReachable ? state : 'lost'
}
