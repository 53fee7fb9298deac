import type { Damage } from './store.ts'

/** For operators. People see the state of saving, or the reason of a closed connection. */
export interface Problem {
  readonly code:
    | 'load-failed'
    | 'append-failed'
    | 'read-failed'
    | 'compact-failed'
    | 'damaged-document'
    | 'authorize-failed'
  readonly docId: string
  readonly error?: unknown
  readonly damage?: readonly Damage[]
}
