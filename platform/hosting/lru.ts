export interface Lru<Value> {
  get(key: string): Value | undefined
  set(key: string, value: Value): void
  drop(key: string): void
}

/** Keeps the `most` entries that were used last. */
export function createLru<Value extends object>(most: number): Lru<Value> {
  const entries = new Map<string, Value>()
  return {
    get(key) {
      const value = entries.get(key)
      if (value === undefined) return undefined
      entries.delete(key)
      entries.set(key, value) // a Map remembers the order of insertion: the last used is now last
      return value
    },
    set(key, value) {
      entries.delete(key)
      entries.set(key, value)
      if (entries.size <= most) return
      const [oldest = key] = entries.keys()
      entries.delete(oldest)
    },
    drop: (key) => void entries.delete(key),
  }
}
