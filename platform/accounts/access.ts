/** Who may call a route. Those who may not know that a thing exists get 404, members without the right get 403. */
import type { Role } from '../contract/merchant.ts'
import { may, roleInProgram } from '../contract/rights.ts'
import type { Right } from '../contract/rights.ts'
import { withTenant } from '../db/database.ts'
import type { Database, ScopedTx } from '../db/database.ts'
import type { Access } from '../http/define-route.ts'
import { Failure, notFound } from '../http/failure.ts'
import type { Services } from '../services.ts'
import type { SignedIn } from './auth.ts'

export const anyone: Access<undefined, object> = { who: 'anyone', decide: () => undefined }

export const signedIn: Access<SignedIn, object> = {
  who: 'a signed-in person',
  decide: ({ raw }, _params, services) => requirePerson(raw.headers, services),
}

export interface WorkspaceSubject {
  readonly person: SignedIn
  readonly tenantId: string
  readonly role: Role
}

export function memberOfWorkspace(right: Right): Access<WorkspaceSubject, { readonly workspaceId: string }> {
  return {
    who: `a member of the workspace with the right "${right}"`,
    async decide({ raw }, { workspaceId }, services) {
      const person = await requirePerson(raw.headers, services)
      const [role] = await findRoles(services.db, workspaceId, person.id)
      if (!role) throw notFound('workspace')
      requireRight(role, right)
      return { person, tenantId: workspaceId, role }
    },
  }
}

export interface LibrarySubject extends WorkspaceSubject {
  /** Only lets into some programs of the workspace: sees what they brought themselves, and nothing of other shops. */
  readonly isGuest: boolean
}

/** For what programs of a workspace share: members, and guests who have the right in at least one program. */
export function memberOrGuestOfWorkspace(right: Right): Access<LibrarySubject, { readonly workspaceId: string }> {
  return {
    who: `a member of the workspace, or a guest of one of its programs, with the right "${right}"`,
    async decide({ raw }, { workspaceId }, services) {
      const person = await requirePerson(raw.headers, services)
      const [member, ...guest] = await findRoles(services.db, workspaceId, person.id)
      const role = member ?? guest.find((each) => each && may(each, right)) ?? guest[0]
      if (!role) throw notFound('workspace')
      requireRight(role, right)
      return { person, tenantId: workspaceId, role, isGuest: member === undefined }
    },
  }
}

export interface ProgramSubject extends WorkspaceSubject {
  readonly programId: string
}

export function memberOfProgram(right: Right): Access<ProgramSubject, { readonly programId: string }> {
  return {
    who: `a member of the program or its workspace with the right "${right}"`,
    async decide({ raw }, { programId }, services) {
      const person = await requirePerson(raw.headers, services)
      const found = await findMembership(services.db, programId, person.id)
      if (!found) throw notFound('program')
      requireRight(found.role, right)
      return { person, programId, ...found }
    },
  }
}

/** Whose program it is and what this person is there, or undefined for a stranger. */
export async function findMembership(
  db: Database,
  programId: string,
  userId: string,
): Promise<{ tenantId: string; role: Role } | undefined> {
  const route = await db
    .selectFrom('program_route')
    .select('tenant_id')
    .where('program_id', '=', programId)
    .executeTakeFirst()
  if (!route) return undefined
  const tenantId = route.tenant_id
  const role = await withTenant(db, tenantId, (tx) => roleOf(tx, { tenantId, programId, userId }))
  return role && { tenantId, role }
}

/** What this person is in one program. The caller has entered the tenant. */
export async function roleOf(
  tx: ScopedTx,
  { tenantId, programId, userId }: { tenantId: string; programId: string; userId: string },
): Promise<Role | undefined> {
  const rows = await tx
    .selectFrom('workspace_member')
    .select(['role', (eb) => eb.val<'workspace' | 'program'>('workspace').as('where')])
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', userId)
    .unionAll(
      tx
        .selectFrom('program_member')
        .select(['role', (eb) => eb.val<'workspace' | 'program'>('program').as('where')])
        .where('tenant_id', '=', tenantId)
        .where('program_id', '=', programId)
        .where('user_id', '=', userId),
    )
    .execute()
  const roleIn = (where: 'workspace' | 'program') => rows.find((row) => row.where === where)?.role
  return roleInProgram(roleIn('workspace'), roleIn('program'))
}

/** In the workspace (undefined for guests), then in each program that says another. */
async function findRoles(db: Database, tenantId: string, userId: string): Promise<readonly (Role | undefined)[]> {
  return withTenant(db, tenantId, async (tx) => {
    const member = await tx
      .selectFrom('workspace_member')
      .select('role')
      .where('tenant_id', '=', tenantId)
      .where('user_id', '=', userId)
      .executeTakeFirst()
    if (member) return [member.role]
    const guest = await tx
      .selectFrom('program_member')
      .select('role')
      .where('tenant_id', '=', tenantId)
      .where('user_id', '=', userId)
      .execute()
    return [undefined, ...guest.map(({ role }) => role)]
  })
}

async function requirePerson(headers: Headers, { auth }: Services): Promise<SignedIn> {
  const person = await auth.findSignedIn(headers)
  if (!person) throw new Failure('unauthorised', 'Sign in first')
  return person
}

function requireRight(role: Role, right: Right): void {
  if (!may(role, right)) throw new Failure('forbidden', `The role "${role}" does not include "${right}"`)
}
