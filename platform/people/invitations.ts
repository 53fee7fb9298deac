/** Invitations: made, taken back, read by whoever has the link, accepted. */
import { sql } from 'kysely'
import { roleOf } from '../accounts/access.ts'
import type { SignedIn } from '../accounts/auth.ts'
import { changePeople } from '../changes/change-shop.ts'
import type { InvitedTo, InviteInput, PendingInvitation } from '../contract/people.ts'
import { withTenant } from '../db/database.ts'
import type { ScopedTx } from '../db/database.ts'
import { uuidv7 } from '../db/uuidv7.ts'
import { Failure, notFound } from '../http/failure.ts'
import type { Services } from '../services.ts'
import { readInvitationKey } from './invitation-key.ts'
import type { InvitationName } from './invitation-key.ts'
import { loadInvitations } from './load-people.ts'
import type { PeopleScope } from './scope.ts'

const usualDays = 7
const usualUsesOfLink = 10

export async function createInvitation(
  services: Services,
  scope: PeopleScope,
  by: SignedIn,
  { role, email, mostUses, days = usualDays }: InviteInput,
): Promise<PendingInvitation> {
  const id = uuidv7()
  return changePeople(services, scope.tenantId, by.id, async (tx) => {
    await tx
      .insertInto('invitation')
      .values({
        tenant_id: scope.tenantId,
        id,
        program_id: scope.programId ?? null,
        role,
        email: email?.trim() ?? null,
        most_uses: email ? 1 : (mostUses ?? usualUsesOfLink),
        expires_at: sql<Date>`now() + make_interval(days => ${days})`,
        created_by: by.id,
      })
      .execute()
    const [made] = await loadInvitations(tx, services, scope, id)
    if (!made) throw new Error('The invitation that was just made is not there')
    return made
  })
}

/** Taken back twice is taken back. */
export async function revokeInvitation(
  services: Services,
  scope: PeopleScope,
  by: SignedIn,
  invitationId: string,
): Promise<void> {
  await changePeople(services, scope.tenantId, by.id, async (tx) => {
    const taken = await tx
      .updateTable('invitation')
      .set({ revoked_at: sql<Date>`coalesce(revoked_at, now())` })
      .where('tenant_id', '=', scope.tenantId)
      .where('program_id', scope.programId ? '=' : 'is', scope.programId ?? null)
      .where('id', '=', invitationId)
      .returning('id')
      .executeTakeFirst()
    if (!taken) throw notFound('invitation')
  })
}

/** @param reader - who has opened the link, when they are signed in */
export async function readInvitation(services: Services, key: string, reader?: SignedIn): Promise<InvitedTo> {
  const name = nameOf(services, key)
  return withTenant(services.db, name.tenantId, async (tx) => {
    const row = await findRow(tx, name)
    return {
      state: row.state,
      role: row.role,
      workspaceName: row.workspaceName,
      program: row.program_id && row.programName !== null ? { id: row.program_id, name: row.programName } : null,
      invitedBy: row.invitedBy,
      isMemberAs: (reader && (await findRole(tx, name.tenantId, row.program_id, reader.id))) ?? null,
    }
  })
}

/**
 * Joins. Who is in already stays as they are and uses nothing up: an invitation never lessens what somebody may do.
 * Counting and checking are one statement, so a link for one person lets in one, however many press at once.
 */
export async function acceptInvitation(services: Services, key: string, person: SignedIn): Promise<InvitedTo> {
  const name = nameOf(services, key)
  const { tenantId } = name
  await changePeople(services, tenantId, person.id, async (tx) => {
    const row = await findRow(tx, name)
    if (await findRole(tx, tenantId, row.program_id, person.id)) return
    const counted = await tx
      .updateTable('invitation')
      .set({ uses: sql<number>`uses + 1` })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', name.invitationId)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', sql<Date>`now()`)
      .whereRef('uses', '<', 'most_uses')
      .returning('id')
      .executeTakeFirst()
    if (!counted) throw new Failure('conflict', `This invitation is ${row.state}`)
    const joined = { tenant_id: tenantId, user_id: person.id, role: row.role }
    if (row.program_id)
      await tx
        .insertInto('program_member')
        .values({ ...joined, program_id: row.program_id })
        .execute()
    else await tx.insertInto('workspace_member').values(joined).execute()
  }).catch((error: unknown) => {
    // Pressed twice at once: the other press has let this person in, and what this one counted is undone.
    if (!isDuplicate(error)) throw error
  })
  return readInvitation(services, key, person)
}

function nameOf({ secret }: Services, key: string): InvitationName {
  const name = readInvitationKey(secret, key)
  if (!name) throw notFound('invitation')
  return name
}

async function findRow(tx: ScopedTx, { tenantId, invitationId }: InvitationName) {
  const row = await tx
    .selectFrom('invitation')
    .innerJoin('workspace', 'workspace.id', 'invitation.tenant_id')
    .innerJoin('user', 'user.id', 'invitation.created_by')
    .leftJoin('program', 'program.id', 'invitation.program_id')
    .where('invitation.tenant_id', '=', tenantId)
    .where('invitation.id', '=', invitationId)
    .select(['invitation.role', 'invitation.program_id', 'workspace.name as workspaceName'])
    .select(['user.name as invitedBy', 'program.name as programName'])
    .select(
      sql<InvitedTo['state']>`CASE WHEN revoked_at IS NOT NULL THEN 'revoked' WHEN uses >= most_uses THEN 'used'
        WHEN expires_at <= now() THEN 'past' ELSE 'open' END`.as('state'),
    )
    .executeTakeFirst()
  if (!row) throw notFound('invitation')
  return row
}

async function findRole(tx: ScopedTx, tenantId: string, programId: string | null, userId: string) {
  if (programId) return roleOf(tx, { tenantId, programId, userId })
  const row = await tx
    .selectFrom('workspace_member')
    .select('role')
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row?.role
}

function isDuplicate(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === '23505'
}
