/** Sums that are not in the database yet. */
import type { CountKind } from '../db/statistics-tables.ts'
import type { ShopScope } from '../shop/scope.ts'

export interface Counted {
  readonly kind: CountKind
  readonly releaseId: string
  readonly pageId: string
  readonly nodeId: string
  readonly via: string
}

export interface Batch extends ShopScope {
  readonly counts: readonly (Counted & { readonly count: number })[]
}

export interface Tally {
  add(scope: ShopScope, counted: Counted, count?: number): void
  /** What came together since the last time, by program; the tally is empty afterwards. */
  take(): readonly Batch[]
}

/** @param mostKeys - so many different sums wait at most; what would be one more is not counted */
export function createTally(mostKeys = 20_000): Tally {
  const programs = new Map<string, { scope: ShopScope; sums: Map<string, Counted & { count: number }> }>()
  let keys = 0
  return {
    add({ tenantId, programId }, counted, count = 1) {
      const program = programs.get(programId) ?? { scope: { tenantId, programId }, sums: new Map() }
      const { kind, releaseId, pageId, nodeId, via } = counted
      const key = [kind, releaseId, pageId, nodeId, via].join(' ')
      const sum = program.sums.get(key)
      if (sum) sum.count += count
      else if (keys < mostKeys) {
        program.sums.set(key, { kind, releaseId, pageId, nodeId, via, count })
        programs.set(programId, program)
        keys++
      }
    },
    take() {
      const batches = [...programs.values()].map(({ scope, sums }) => ({ ...scope, counts: [...sums.values()] }))
      programs.clear()
      keys = 0
      return batches
    },
  }
}
