import { useEffect, useRef } from 'react'
import type { Host } from './host.ts'

const key = 'login-return'

/** Remembers for which block the customer leaves to sign in; null when they did not leave after all. */
export function noteLogin({ storage }: Pick<Host, 'storage'>, nodeId: string | null): Promise<void> {
  return storage.set(key, nodeId)
}

/** @param onReturn - called once when the customer is back from signing in for this block, whatever they said there */
export function useLoginReturn(host: Host, nodeId: string, onReturn: () => void): void {
  const latest = useRef(onReturn)
  latest.current = onReturn
  useEffect(() => {
    void host.storage.get(key).then((kept) => {
      if (kept !== nodeId) return
      void noteLogin(host, null)
      latest.current()
    })
  }, [])
}
