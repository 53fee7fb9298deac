import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { PendingInvitation, PersonInList, Role } from '../contract/people.ts'
import { may, roleInProgram } from '../contract/rights.ts'
import { invitationPath } from '../contract/routes.ts'
import type { ScopedTx } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import type { Services } from '../services.ts'
import { invitationKey } from './invitation-key.ts'
import type { PeopleScope } from './scope.ts'

interface Reader {
  readonly person: { readonly id: string }
  readonly role: Role
}

/** Everybody with a role there, the first to come first. Addresses are for those who may invite. */
export async function loadPeople(tx: ScopedTx, scope: PeopleScope, reader: Reader): Promise<PersonInList[]> {
  const { tenantId, programId } = scope
  const members = await tx
    .selectFrom('workspace_member as member')
    .innerJoin('user', 'user.id', 'member.user_id')
    .where('member.tenant_id', '=', tenantId)
    .select(['user.id', 'user.name', 'user.email', 'member.role', 'member.created_at'])
    .execute()
  const guests = programId
    ? await tx
        .selectFrom('program_member as member')
        .innerJoin('user', 'user.id', 'member.user_id')
        .where('member.tenant_id', '=', tenantId)
        .where('member.program_id', '=', programId)
        .select(['user.id', 'user.name', 'user.email', 'member.role', 'member.created_at'])
        .execute()
    : []
  const everybody = new Map([...guests, ...members].map((row) => [row.id, row]))
  const seesAddresses = may(reader.role, 'people')
  return [...everybody.values()]
    .sort((a, b) => a.created_at.getTime() - b.created_at.getTime() || (a.id < b.id ? -1 : 1))
    .map(({ id, name, email, created_at }) => {
      const inWorkspace = members.find((row) => row.id === id)?.role
      const inProgram = guests.find((row) => row.id === id)?.role
      return {
        id,
        name,
        email: (seesAddresses || id === reader.person.id) && !isDemo(email) ? email : null,
        role: roleInProgram(inWorkspace, inProgram) ?? 'viewer',
        from: inProgram !== undefined && inWorkspace !== 'owner' ? 'program' : 'workspace',
        isYou: id === reader.person.id,
        joinedAtIso: created_at.toISOString(),
      } as const
    })
}

/** What demo people have in place of an address says nothing to anybody. */
export function isDemo(email: string): boolean {
  return email.endsWith('@demo.invalid')
}

/** Those that somebody can still join by, the newest first. */
export async function loadInvitations(
  tx: ScopedTx,
  services: Pick<Services, 'config' | 'secret'>,
  { tenantId, programId }: PeopleScope,
  invitationId?: string,
): Promise<PendingInvitation[]> {
  let query = tx
    .selectFrom('invitation')
    .innerJoin('user', 'user.id', 'invitation.created_by')
    .where('invitation.tenant_id', '=', tenantId)
    .where('program_id', programId ? '=' : 'is', programId ?? null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .whereRef('uses', '<', 'most_uses')
    .selectAll('invitation')
    .select('user.name as invitedBy')
    .orderBy('invitation.id', 'desc')
  if (invitationId) query = query.where('invitation.id', '=', invitationId)
  return (await query.execute()).map((row) => presentInvitation(services, tenantId, row))
}

type InvitationRow = Selectable<Tables['invitation']> & { readonly invitedBy: string }

export function presentInvitation(
  { config, secret }: Pick<Services, 'config' | 'secret'>,
  tenantId: string,
  row: InvitationRow,
): PendingInvitation {
  return {
    id: row.id,
    role: row.role,
    email: row.email,
    mostUses: row.most_uses,
    uses: row.uses,
    expiresAtIso: row.expires_at.toISOString(),
    invitedBy: row.invitedBy,
    link: config.publicUrl + invitationPath(invitationKey(secret, { tenantId, invitationId: row.id })),
  }
}
