import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { asApiFailure, type ApiFailure } from './api-failure.ts'
import { queryCache } from './platform.ts'
import type { QueryState, Update } from './query-cache.ts'

export type Query<Value> = QueryState<Value> & {
  /** Asks the server again; what is shown stays until it answers. */
  readonly retry: () => void
}

/**
 * Looks at an answer of the server. Shown at once if another screen has it already, and then refreshed.
 * @param key - names the question with all that it depends on (`orders/<programId>/today`); null asks nothing yet
 * @param keptFresh - something else tells the cache of every change: what is there is not asked for again
 */
export function useQuery<Value>(
  key: string | null,
  load: () => Promise<Value>,
  { keptFresh = false }: { readonly keptFresh?: boolean } = {},
): Query<Value> {
  const latestLoad = useRef(load)
  latestLoad.current = load
  const subscribe = useCallback(
    (listener: () => void) => (key === null ? () => undefined : queryCache.subscribe(key, listener)),
    [key],
  )
  const state = useSyncExternalStore(subscribe, () => (key === null ? unasked : queryCache.read<Value>(key)))
  const ask = useCallback(
    (again = true) => {
      if (key !== null) queryCache.want(key, () => latestLoad.current(), again)
    },
    [key],
  )
  useEffect(() => ask(!keptFresh), [ask, keptFresh])
  return { ...state, retry: () => ask() }
}

const unasked = { status: 'loading' } as const

export interface MutationOptions<Input, Output> {
  /** What to show before the server agrees; taken back when it refuses. */
  readonly hope?: (input: Input) => readonly Hope[]
  /** The server agreed. Runs before the hoped-for change is taken away, so that nothing flickers. */
  readonly onDone?: (output: Output, input: Input) => void
  readonly onFailed?: (failure: ApiFailure, input: Input) => void
}

/** A change to the cached answer under `key`. */
export interface Hope {
  readonly key: string
  readonly change: (value: never) => unknown
}

/** A typed `Hope`. */
export function hope<Value>(key: string, change: Update<Value>): Hope {
  return { key, change: change as Hope['change'] }
}

/** A write with its state. `run` never rejects: it answers with the output, or undefined after `onFailed`. */
export function useMutation<Input, Output>(
  write: (input: Input) => Promise<Output>,
  options: MutationOptions<Input, Output> = {},
) {
  const [busy, setBusy] = useState(0)
  const [failure, setFailure] = useState<ApiFailure | null>(null)
  const latest = useRef({ write, options })
  latest.current = { write, options }

  const run = useCallback(async (input: Input): Promise<Output | undefined> => {
    const { write, options } = latest.current
    const takeBack = (options.hope?.(input) ?? []).map(({ key, change }) =>
      queryCache.hope(key, change as Update<unknown>),
    )
    setBusy((count) => count + 1)
    setFailure(null)
    try {
      const output = await write(input)
      options.onDone?.(output, input)
      return output
    } catch (thrown) {
      const failed = asApiFailure(thrown)
      setFailure(failed)
      options.onFailed?.(failed, input)
      return undefined
    } finally {
      for (const undo of takeBack) undo()
      setBusy((count) => count - 1)
    }
  }, [])
  return { run, busy: busy > 0, failure, forget: useCallback(() => setFailure(null), []) }
}
