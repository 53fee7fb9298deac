import { useEffect, useSyncExternalStore } from 'react'
import { connection } from './platform.ts'

/** Whether the platform can be reached, by the browser's word and by the last call. */
export function useReachable(): boolean {
  const reachable = useSyncExternalStore(connection.subscribe, connection.isReachable)
  const online = useSyncExternalStore(subscribeToOnline, () => navigator.onLine)
  return reachable && online
}

function subscribeToOnline(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** Runs when the network or the person comes back: the moment to look for what was missed. */
export function useComeback(run: () => void) {
  useEffect(() => {
    const onVisible = () => {
      if (document.visibilityState === 'visible') run()
    }
    window.addEventListener('online', run)
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      window.removeEventListener('online', run)
      document.removeEventListener('visibilitychange', onVisible)
    }
  }, [run])
}
