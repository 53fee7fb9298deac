/** Whether the platform answers, as last seen: by calls, by the browser's own word, and by the event stream. */
export interface Connection {
  isReachable(): boolean
  report(reached: boolean): void
  subscribe(listener: () => void): () => void
}

export function createConnection(): Connection {
  let reachable = true
  const listeners = new Set<() => void>()
  return {
    isReachable: () => reachable,
    report(reached) {
      if (reached === reachable) return
      reachable = reached
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
