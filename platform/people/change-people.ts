/** Roles change and people go; there is always an owner left. */
import type { Role } from '../contract/people.ts'
import type { ScopedTx } from '../db/database.ts'
import { Failure, notFound } from '../http/failure.ts'
import type { Services } from '../services.ts'
import { roleOf } from '../accounts/access.ts'
import { changeAccess } from './scope.ts'
import type { PeopleScope } from './scope.ts'

interface ByWhom {
  readonly userId: string
  /** Id of who does it. */
  readonly by: string
}

/** In the workspace: what they are there. In a program: what they are there and nowhere else. */
export async function changeRole(
  services: Services,
  scope: PeopleScope,
  { userId, by }: ByWhom,
  role: Role,
): Promise<void> {
  const { tenantId, programId } = scope
  await changeAccess(services, scope, { userId, by }, async (tx) => {
    const before = await lockMember(tx, scope, userId)
    if (programId) {
      if (before.inWorkspace === 'owner') throw lastWord('An owner of the workspace is one in all its programs')
      await tx
        .insertInto('program_member')
        .values({ tenant_id: tenantId, program_id: programId, user_id: userId, role })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'program_id', 'user_id']).doUpdateSet({ role }))
        .execute()
    } else {
      if (before.inWorkspace === 'owner' && role !== 'owner') await requireAnotherOwner(tx, tenantId, userId)
      await tx
        .updateTable('workspace_member')
        .set({ role })
        .where('tenant_id', '=', tenantId)
        .where('user_id', '=', userId)
        .execute()
    }
    return 'role-changed'
  })
}

/** From the workspace: with every role in its programs; guests of single programs too. From a program: only guests; members of the workspace stay. */
export async function removePerson(services: Services, scope: PeopleScope, { userId, by }: ByWhom): Promise<void> {
  const { tenantId, programId } = scope
  await changeAccess(services, scope, { userId, by }, async (tx) => {
    const { inWorkspace } = await lockMember(tx, scope, userId, 'or-guest')
    if (programId && inWorkspace) throw lastWord('They belong to the whole workspace; remove them there')
    if (inWorkspace === 'owner') await requireAnotherOwner(tx, tenantId, userId)
    let guest = tx.deleteFrom('program_member').where('tenant_id', '=', tenantId).where('user_id', '=', userId)
    if (programId) guest = guest.where('program_id', '=', programId)
    await guest.execute()
    if (!programId)
      await tx.deleteFrom('workspace_member').where('tenant_id', '=', tenantId).where('user_id', '=', userId).execute()
    return 'revoked'
  })
}

/** Of two owners who remove each other at once, the second finds that they are the last. */
async function lockMember(
  tx: ScopedTx,
  { tenantId, programId }: PeopleScope,
  userId: string,
  guests?: 'or-guest',
): Promise<{ readonly inWorkspace: Role | undefined }> {
  await tx.selectFrom('workspace').select('id').where('id', '=', tenantId).forUpdate().execute()
  const member = await tx
    .selectFrom('workspace_member')
    .select('role')
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  const isThere = programId
    ? await roleOf(tx, { tenantId, programId, userId })
    : guests && (await isGuest(tx, { tenantId, userId }))
  if (!member && !isThere) throw notFound('person')
  return { inWorkspace: member?.role }
}

async function isGuest(tx: ScopedTx, of: { readonly tenantId: string; readonly userId: string }): Promise<boolean> {
  const row = await tx
    .selectFrom('program_member')
    .select('user_id')
    .where('tenant_id', '=', of.tenantId)
    .where('user_id', '=', of.userId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

async function requireAnotherOwner(tx: ScopedTx, tenantId: string, userId: string): Promise<void> {
  const other = await tx
    .selectFrom('workspace_member')
    .select('user_id')
    .where('tenant_id', '=', tenantId)
    .where('role', '=', 'owner')
    .where('user_id', '<>', userId)
    .limit(1)
    .executeTakeFirst()
  if (!other) throw lastWord('The last owner stays an owner: make somebody else one first')
}

function lastWord(message: string): Failure {
  return new Failure('conflict', message)
}
