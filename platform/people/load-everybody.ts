import { sql } from 'kysely'
import type { Everybody, InvitationAnywhere } from '../contract/people.ts'
import type { ScopedTx } from '../db/database.ts'
import type { Services } from '../services.ts'
import { isDemo, presentInvitation } from './load-people.ts'

/** Members of a workspace and the guests of its programs, with what they are where; the last seen first. */
export async function loadEverybody(tx: ScopedTx, tenantId: string, readerId: string): Promise<Everybody['people']> {
  const members = await tx
    .selectFrom('workspace_member')
    .select(['user_id', 'role', 'created_at'])
    .where('tenant_id', '=', tenantId)
    .execute()
  const inPrograms = await tx
    .selectFrom('program_member as member')
    .innerJoin('program', (join) =>
      join.onRef('program.tenant_id', '=', 'member.tenant_id').onRef('program.id', '=', 'member.program_id'),
    )
    .select(['member.user_id', 'member.role', 'member.created_at', 'program.id', 'program.name'])
    .where('member.tenant_id', '=', tenantId)
    .orderBy('program.name')
    .execute()
  const ids = [...new Set([...members, ...inPrograms].map(({ user_id }) => user_id))]
  if (ids.length === 0) return []
  const users = await tx
    .selectFrom('user')
    .leftJoin('person_seen as seen', (join) =>
      join.onRef('seen.user_id', '=', 'user.id').on('seen.tenant_id', '=', tenantId),
    )
    .select(['user.id', 'user.name', 'user.email', 'seen.seen_at'])
    .where('user.id', 'in', ids)
    .orderBy(sql`seen.seen_at DESC NULLS LAST`)
    .orderBy('user.id')
    .execute()
  return users.map(({ id, name, email, seen_at }) => {
    const member = members.find(({ user_id }) => user_id === id)
    const own = inPrograms.filter(({ user_id }) => user_id === id)
    const joined = Math.min(...[...(member ? [member] : []), ...own].map(({ created_at }) => created_at.getTime()))
    return {
      id,
      name,
      email: isDemo(email) ? null : email,
      isYou: id === readerId,
      role: member?.role ?? null,
      // Owners of the workspace are owners everywhere, whatever a program says.
      programs: member?.role === 'owner' ? [] : own.map(({ id: programId, name, role }) => ({ programId, name, role })),
      joinedAtIso: new Date(joined).toISOString(),
      lastSeenAtIso: seen_at?.toISOString() ?? null,
    }
  })
}

/** Into the workspace and into each of its programs, the newest first. */
export async function loadInvitationsAnywhere(
  tx: ScopedTx,
  services: Pick<Services, 'config' | 'secret'>,
  tenantId: string,
): Promise<InvitationAnywhere[]> {
  const rows = await tx
    .selectFrom('invitation')
    .innerJoin('user', 'user.id', 'invitation.created_by')
    .leftJoin('program', (join) =>
      join.onRef('program.tenant_id', '=', 'invitation.tenant_id').onRef('program.id', '=', 'invitation.program_id'),
    )
    .where('invitation.tenant_id', '=', tenantId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', sql<Date>`now()`)
    .whereRef('uses', '<', 'most_uses')
    .selectAll('invitation')
    .select(['user.name as invitedBy', 'program.name as programName'])
    .orderBy('invitation.id', 'desc')
    .execute()
  return rows.map((row) => ({
    ...presentInvitation(services, tenantId, row),
    program: row.program_id === null ? null : { id: row.program_id, name: row.programName ?? '' },
  }))
}
