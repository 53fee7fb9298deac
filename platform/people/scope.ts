/** What people, roles and invitations are about: a whole workspace, or one program of it. */
import { changePeople } from '../changes/change-shop.ts'
import type { ScopedTx } from '../db/database.ts'
import { appendEvents } from '../events/outbox.ts'
import type { Services } from '../services.ts'

export interface PeopleScope {
  readonly tenantId: string
  /** Absent: the workspace with all its programs. */
  readonly programId?: string
}

/** The programs in which it counts. */
export async function programsIn(tx: ScopedTx, { tenantId, programId }: PeopleScope): Promise<readonly string[]> {
  if (programId) return [programId]
  const rows = await tx.selectFrom('program').select('id').where('tenant_id', '=', tenantId).orderBy('id').execute()
  return rows.map(({ id }) => id)
}

/**
 * Changes what somebody may do. Afterwards the sockets that they have open on these programs are closed in all
 * processes, and their streams of events end: who still has a role comes back with it.
 */
export async function changeAccess(
  { db, hub, documents }: Services,
  scope: PeopleScope,
  { userId, by }: { readonly userId: string; readonly by: string },
  change: (tx: ScopedTx) => Promise<'revoked' | 'role-changed'>,
): Promise<void> {
  const { reason, programIds } = await changePeople({ db }, scope.tenantId, by, async (tx) => {
    const reason = await change(tx)
    const programIds = await programsIn(tx, scope)
    for (const programId of programIds) {
      const keys = { tenant_id: scope.tenantId, program_id: programId }
      await appendEvents({ tx, keys, programId }, [{ type: 'access', subjectId: userId }])
    }
    return { reason, programIds }
  })
  for (const programId of programIds) {
    hub.wake(programId)
    documents.disconnect(programId, userId, reason)
  }
}
