import type { JsonValue } from '#model/json.ts'

const prefix = 'sw:kv:'
const mostBytes = 64 * 1024

/** What blocks keep on this origin. A browser that refuses to keep anything is a silent miss. */
export function createKeptValues(storage: () => Storage = () => localStorage) {
  return {
    get(key: string): JsonValue | undefined {
      try {
        const text = storage().getItem(prefix + key)
        return text === null ? undefined : (JSON.parse(text) as JsonValue)
      } catch {
        return undefined
      }
    },
    set(key: string, value: JsonValue): void {
      try {
        const text = JSON.stringify(value)
        if (sizeWithout(storage(), prefix + key) + 2 * (prefix.length + key.length + text.length) > mostBytes) return
        storage().setItem(prefix + key, text)
      } catch {
        // Full, or closed to us.
      }
    },
    remove(key: string): void {
      try {
        storage().removeItem(prefix + key)
      } catch {
        // Closed to us: then nothing was kept either.
      }
    },
  }
}

/** Two bytes a character, as browsers count. */
function sizeWithout(storage: Storage, left: string): number {
  let size = 0
  for (let index = 0; index < storage.length; index++) {
    const key = storage.key(index)
    if (key?.startsWith(prefix) && key !== left) size += 2 * (key.length + (storage.getItem(key)?.length ?? 0))
  }
  return size
}
