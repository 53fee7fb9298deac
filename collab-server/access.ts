import type { IncomingMessage } from 'node:http'
import type { Person } from './presence.ts'
import { closeCodes } from './protocol.ts'

export interface Access {
  readonly user: Person
  /** False: may look, and point. */
  readonly canEdit: boolean
}

export interface Refusal {
  readonly refused: 'signed-out' | 'forbidden' | 'unknown-document'
}

/** Asked at each connection, and again from time to time as long as it is open. */
export type Authorize = (request: IncomingMessage, docId: string) => Promise<Access | Refusal>

export function closeCodeOf({ refused }: Refusal): number {
  if (refused === 'signed-out') return closeCodes.signedOut
  return refused === 'forbidden' ? closeCodes.forbidden : closeCodes.unknownDocument
}
