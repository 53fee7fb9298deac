import type { WorkspaceSubject } from '../accounts/access.ts'
import type { SignedIn } from '../accounts/auth.ts'
import { loadWorkspaces } from '../accounts/workspaces.ts'
import type { Program, Role } from '../contract/merchant.ts'
import { roleInProgram } from '../contract/rights.ts'
import { withPerson, withTenant } from '../db/database.ts'
import type { Database } from '../db/database.ts'
import { loadPrograms } from '../programs/present-program.ts'
import type { Services } from '../services.ts'

/** Of every workspace that this person belongs to, and those they are guests of; last changed first. */
export async function loadAllPrograms(services: Services, person: SignedIn): Promise<Program[]> {
  const workspaces = await loadWorkspaces(services.db, person)
  const named = await loadNamed(services.db, person)
  const tenantIds = new Set([...workspaces.map(({ id }) => id), ...named.map(({ tenant_id }) => tenant_id)])
  const lists = await Promise.all(
    [...tenantIds].map((tenantId) => {
      const inWorkspace = workspaces.find(({ id }) => id === tenantId)?.role
      return loadProgramsOf(services, { tenantId, inWorkspace, inProgram: named })
    }),
  )
  return lists.flat().sort((a, b) => (a.updatedAtIso < b.updatedAtIso ? 1 : -1))
}

/** Those of one workspace that this person may see, with what they are in each. */
export async function loadProgramsFor(
  services: Pick<Services, 'db' | 'config'>,
  { tenantId, role, person }: WorkspaceSubject,
): Promise<Program[]> {
  const inProgram = await loadNamed(services.db, person)
  return loadProgramsOf(services, { tenantId, inWorkspace: role, inProgram })
}

type Named = readonly { readonly tenant_id: string; readonly program_id: string; readonly role: Role }[]

function loadNamed(db: Database, person: SignedIn): Promise<Named> {
  return withPerson(db, person.id, (tx) =>
    tx
      .selectFrom('program_member')
      .select(['tenant_id', 'program_id', 'role'])
      .where('user_id', '=', person.id)
      .execute(),
  )
}

async function loadProgramsOf(
  { db, config }: Pick<Services, 'db' | 'config'>,
  { tenantId, inWorkspace, inProgram }: { tenantId: string; inWorkspace: Role | undefined; inProgram: Named },
): Promise<Program[]> {
  const programs = await withTenant(db, tenantId, (tx) =>
    loadPrograms(tx, config, { tenantId, role: inWorkspace ?? 'viewer' }),
  )
  return programs.flatMap((program) => {
    const role = roleInProgram(inWorkspace, inProgram.find(({ program_id }) => program_id === program.id)?.role)
    return role ? [{ ...program, role }] : []
  })
}
