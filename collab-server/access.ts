import type { IncomingMessage } from 'node:http'
import type * as Y from 'yjs'
import type { WrittenEntry } from '#model/locks/refusal-of-entry.ts'
import type { Person } from './presence.ts'
import { closeCodes } from './protocol.ts'

export interface Access {
  readonly user: Person
  /** False: may look, and point. */
  readonly canEdit: boolean
  /** Asked for every entry that they write; absent for those whom no lock binds. */
  readonly mayWrite?: MayWrite
}

/** @returns why not, for developers; undefined lets it pass */
export type MayWrite = (doc: Y.Doc, entry: WrittenEntry) => string | undefined

export interface Refusal {
  readonly refused: 'signed-out' | 'forbidden' | 'unknown-document'
}

/** Asked at each connection, and again from time to time as long as it is open. */
export type Authorize = (request: IncomingMessage, docId: string) => Promise<Access | Refusal>

export function closeCodeOf({ refused }: Refusal): number {
  if (refused === 'signed-out') return closeCodes.signedOut
  return refused === 'forbidden' ? closeCodes.forbidden : closeCodes.unknownDocument
}
