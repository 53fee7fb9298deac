import { useState } from 'react'
import { api, useMutation, useQuery, type Query } from '#editor/api/index.ts'
import type { ChangesFilter } from '#editor/api/shop-changes.ts'
import { keys } from '#editor/console/keys.ts'
import type { ShopChange, ShopChanges } from '#platform/contract/shop-changes.ts'

interface OlderPart {
  readonly key: string
  /** What it goes on from. */
  readonly after: number
  readonly changes: readonly ShopChange[]
  readonly next: number | null
}

export interface ShopChangesState {
  readonly newest: Query<ShopChanges>
  readonly changes: readonly ShopChange[]
  /** Absent when there is nothing older. */
  readonly loadOlder: (() => void) | undefined
  readonly isLoadingOlder: boolean
}

/** The newest part stays up to date; older ones are added below it when somebody asks. */
export function useShopChanges(programId: string, filter: ChangesFilter): ShopChangesState {
  const { area = '', by = '', subject } = filter
  const key = `${keys.changes(programId)}${area}/${by}/${subject ? `${subject.kind}/${subject.id}` : ''}`
  const newest = useQuery(key, () => api.shopChanges.list(programId, filter))
  const [older, setOlder] = useState<readonly OlderPart[]>([])
  const more = useMutation((after: number) => api.shopChanges.list(programId, filter, after), {
    onDone: ({ changes, next }, after) => setOlder((parts) => [...parts, { key, after, changes, next }]),
  })
  const first = newest.status === 'ready' ? newest.value : undefined
  const parts = joined(first, older, key)
  const last = parts.at(-1)
  const next = last ? last.next : (first?.next ?? null)
  return {
    newest,
    changes: withoutRepeats([...(first?.changes ?? []), ...parts.flatMap(({ changes }) => changes)]),
    loadOlder: next === null ? undefined : () => void more.run(next),
    isLoadingOlder: more.busy,
  }
}

/** Older parts of the same list, as long as so much new has not come that a gap lies before them. */
function joined(first: ShopChanges | undefined, older: readonly OlderPart[], key: string): readonly OlderPart[] {
  const parts = older.filter((part) => part.key === key)
  const [top] = parts
  if (!first || !top) return []
  return first.next !== null && top.after < first.next ? [] : parts
}

function withoutRepeats(changes: readonly ShopChange[]): readonly ShopChange[] {
  return [...new Map(changes.map((change) => [change.seq, change])).values()]
}
