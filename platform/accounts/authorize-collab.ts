import type { Role } from '../contract/merchant.ts'
import type { Services } from '../services.ts'
import { findMembership } from './access.ts'
import { may } from '../contract/rights.ts'

export interface CollabAccess {
  readonly userId: string
  /** Shown beside the pointer. */
  readonly name: string
  readonly role: Role
  readonly tenantId: string
  readonly canEdit: boolean
  /** May lock, and change what is locked. */
  readonly canLock: boolean
}

export interface CollabRefusal {
  /** `not-found` also for those who may not know that it exists. */
  readonly refused: 'unauthorised' | 'not-found'
}

/** @param headers - of the WebSocket's upgrade request, with its cookie */
export async function authorizeCollab(
  { auth, db }: Pick<Services, 'auth' | 'db'>,
  headers: Headers,
  programId: string,
): Promise<CollabAccess | CollabRefusal> {
  const person = await auth.findSignedIn(headers)
  if (!person) return { refused: 'unauthorised' }
  const found = UUID.test(programId) ? await findMembership(db, programId, person.id) : undefined
  if (!found || !may(found.role, 'read')) return { refused: 'not-found' }
  return {
    userId: person.id,
    name: person.name,
    ...found,
    canEdit: may(found.role, 'edit'),
    canLock: may(found.role, 'lock'),
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
