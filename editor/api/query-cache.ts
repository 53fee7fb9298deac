import { asApiFailure, type ApiFailure } from './api-failure.ts'

/** What is known of one question to the server. `refreshing`: an answer is shown while a newer one is on its way. */
export type QueryState<Value> =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly failure: ApiFailure }
  | {
      readonly status: 'ready'
      readonly value: Value
      readonly refreshing: boolean
      /** Why the last refresh failed; the value shown is the one from before. */
      readonly failure: ApiFailure | null
    }

export type Update<Value> = (value: Value) => Value

interface Entry {
  state: QueryState<unknown>
  /** The server's last word, without what is only hoped for. */
  base: { value: unknown } | undefined
  /** Changes shown before the server agreed, oldest first. */
  hopes: Update<unknown>[]
  /** Changes the server told us of while a load was under way; its answer may be older than they are. */
  sinceLoad: Update<unknown>[]
  load: (() => Promise<unknown>) | undefined
  isLoading: boolean
  /** Number of the newest load; an older one that answers late is ignored. */
  turn: number
  listeners: Set<() => void>
}

const loadingState = { status: 'loading' } as const

/**
 * Answers of the server by key, shared by all who look at them. An optimistic change is a layer over the server's
 * answer: taking it back leaves everything that arrived meanwhile in place.
 */
export function createQueryCache() {
  const entries = new Map<string, Entry>()

  function entryOf(key: string): Entry {
    let entry = entries.get(key)
    if (!entry) {
      entry = {
        state: loadingState,
        base: undefined,
        hopes: [],
        sinceLoad: [],
        load: undefined,
        isLoading: false,
        turn: 0,
        listeners: new Set(),
      }
      entries.set(key, entry)
    }
    return entry
  }

  function show(entry: Entry, failure: ApiFailure | null = null) {
    if (!entry.base) entry.state = failure ? { status: 'failed', failure } : loadingState
    else {
      const value = entry.hopes.reduce((shown, change) => change(shown), entry.base.value)
      entry.state = { status: 'ready', value, refreshing: entry.isLoading, failure }
    }
    for (const listener of entry.listeners) listener()
  }

  async function run(entry: Entry): Promise<void> {
    const load = entry.load
    if (!load) return
    const turn = ++entry.turn
    entry.isLoading = true
    entry.sinceLoad = []
    show(entry)
    try {
      const value = await load()
      if (turn !== entry.turn) return
      entry.base = { value: entry.sinceLoad.reduce((known, change) => change(known), value) }
      entry.isLoading = false
      show(entry)
    } catch (thrown) {
      if (turn !== entry.turn) return
      entry.isLoading = false
      show(entry, asApiFailure(thrown))
    }
  }

  return {
    read: <Value>(key: string): QueryState<Value> => entryOf(key).state as QueryState<Value>,
    subscribe(key: string, listener: () => void): () => void {
      const entry = entryOf(key)
      entry.listeners.add(listener)
      return () => entry.listeners.delete(listener)
    },
    /** Remembers how to load this key and loads it, unless that is under way or an answer is already there. */
    want(key: string, load: () => Promise<unknown>, again: boolean) {
      const entry = entryOf(key)
      entry.load = load
      if (!entry.isLoading && (again || !entry.base)) void run(entry)
    },
    /** Loads again every looked-at key that starts so; those nobody looks at are forgotten. */
    refresh(prefix = ''): Promise<void> {
      const runs: Promise<void>[] = []
      for (const [key, entry] of entries) {
        if (!key.startsWith(prefix)) continue
        if (entry.listeners.size > 0) runs.push(run(entry))
        else entries.delete(key)
      }
      return Promise.all(runs).then(() => undefined)
    },
    /** The server said so (an event, an answer to a write). Must be repeatable: it may be applied to a newer answer. */
    tell<Value>(key: string, change: Update<Value>) {
      const entry = entries.get(key)
      if (!entry) return
      if (entry.isLoading) entry.sinceLoad.push(change as Update<unknown>)
      if (!entry.base) return
      entry.base = { value: change(entry.base.value as Value) }
      show(entry, entry.state.status === 'ready' ? entry.state.failure : null)
    },
    /** Likewise of every key that starts so. */
    tellEach<Value>(prefix: string, change: (key: string) => Update<Value>) {
      for (const key of entries.keys()) if (key.startsWith(prefix)) this.tell(key, change(key))
    },
    /** Shows a change before the server agreed. @returns takes it back; call it once the server has answered either way */
    hope<Value>(key: string, change: Update<Value>): () => void {
      const entry = entryOf(key)
      const layer: Update<unknown> = (value) => change(value as Value)
      entry.hopes.push(layer)
      show(entry)
      return () => {
        entry.hopes = entry.hopes.filter((other) => other !== layer)
        show(entry)
      }
    },
    /** Forgets everything: another person signed in. */
    clear() {
      for (const entry of entries.values()) {
        Object.assign(entry, { base: undefined, hopes: [], sinceLoad: [], isLoading: false, turn: entry.turn + 1 })
        show(entry)
      }
    },
  }
}

export type QueryCache = ReturnType<typeof createQueryCache>
