/** Who may call a route. Those who may not know that a thing exists get 404, members without the right get 403. */
import type { Role } from '../contract/merchant.ts'
import { withTenant } from '../db/database.ts'
import type { Database } from '../db/database.ts'
import type { Access } from '../http/define-route.ts'
import { Failure, notFound } from '../http/failure.ts'
import type { Services } from '../services.ts'
import type { SignedIn } from './auth.ts'
import { may } from './rights.ts'
import type { Right } from './rights.ts'

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
      const role = await findRole(services.db, workspaceId, person.id)
      if (!role) throw notFound('workspace')
      requireRight(role, right)
      return { person, tenantId: workspaceId, role }
    },
  }
}

export interface ProgramSubject extends WorkspaceSubject {
  readonly programId: string
}

export function memberOfProgram(right: Right): Access<ProgramSubject, { readonly programId: string }> {
  return {
    who: `a member of the program's workspace with the right "${right}"`,
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
  const role = route && (await findRole(db, route.tenant_id, userId))
  return route && role && { tenantId: route.tenant_id, role }
}

async function findRole(db: Database, tenantId: string, userId: string): Promise<Role | undefined> {
  const row = await withTenant(db, tenantId, (tx) =>
    tx
      .selectFrom('workspace_member')
      .select('role')
      .where('tenant_id', '=', tenantId)
      .where('user_id', '=', userId)
      .executeTakeFirst(),
  )
  return row?.role
}

async function requirePerson(headers: Headers, { auth }: Services): Promise<SignedIn> {
  const person = await auth.findSignedIn(headers)
  if (!person) throw new Failure('unauthorised', 'Sign in first')
  return person
}

function requireRight(role: Role, right: Right): void {
  if (!may(role, right)) throw new Failure('forbidden', `The role "${role}" does not include "${right}"`)
}
