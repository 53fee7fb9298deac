import type { Damage } from './store.ts'

/** For operators. People see the state of saving, or the reason of a closed connection. */
export interface Problem {
  readonly code:
    | 'load-failed'
    | 'append-failed'
    | 'storage-full'
    | 'set-aside-failed'
    | 'read-failed'
    | 'compact-failed'
    | 'damaged-document'
    | 'authorize-failed'
    | 'version-failed'
    /** Of no document: wake-ups go through the database until Redis is back. */
    | 'redis-failing'
    /** One connection was closed for what it sent or did not read. */
    | 'connection-refused'
    /** As many more within a minute. */
    | 'connections-refused'
  readonly docId: string
  readonly error?: unknown
  readonly damage?: readonly Damage[]
  readonly closeCode?: number
  readonly reason?: string
  readonly count?: number
}
