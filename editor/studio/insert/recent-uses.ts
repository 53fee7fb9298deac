import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

const KEY = 'shopwright.recent-blocks'
const AT_MOST = 6

/** What was placed last in this browser, the latest first. Kept here and not with the person: it is a habit of the hand. */
const store = createStore<{ readonly keys: readonly string[] }>(() => ({ keys: readKeys() }))

export function rememberUse(key: string): void {
  const keys = withUse(store.getState().keys, key)
  store.setState({ keys })
  try {
    localStorage.setItem(KEY, JSON.stringify(keys))
  } catch {
    // A browser that keeps nothing still has this visit's list.
  }
}

export function useRecentUses(): readonly string[] {
  return useStore(store, (state) => state.keys)
}

export function withUse(keys: readonly string[], key: string): readonly string[] {
  return [key, ...keys.filter((other) => other !== key)].slice(0, AT_MOST)
}

function readKeys(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((key) => typeof key === 'string').slice(0, AT_MOST) : []
  } catch {
    return []
  }
}
