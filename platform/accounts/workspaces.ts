import { asBeginning } from '../changes/record-changes.ts'
import type { Me } from '../contract/merchant.ts'
import { withPerson, withTenant } from '../db/database.ts'
import type { Database } from '../db/database.ts'
import { uuidv7 } from '../db/uuidv7.ts'
import type { SignedIn } from './auth.ts'

type Workspaces = Me['workspaces']

/** The workspaces of a person, who gets a first one of their own when there is none. */
export async function loadWorkspaces(db: Database, person: SignedIn): Promise<Workspaces> {
  const found = await findWorkspaces(db, person.id)
  if (found.length > 0) return found
  await createOwnWorkspace(db, person)
  return findWorkspaces(db, person.id)
}

function findWorkspaces(db: Database, userId: string): Promise<Workspaces> {
  return withPerson(db, userId, (tx) =>
    tx
      .selectFrom('workspace_member')
      .innerJoin('workspace', 'workspace.id', 'workspace_member.tenant_id')
      .where('workspace_member.user_id', '=', userId)
      .select(['workspace.id', 'workspace.name', 'workspace_member.role'])
      .orderBy('workspace_member.created_at')
      .execute(),
  )
}

/** Asked twice at once, it makes one: the other transaction finds the row and writes nothing. */
async function createOwnWorkspace(db: Database, person: SignedIn): Promise<void> {
  const tenantId = uuidv7()
  await withTenant(db, tenantId, async (tx) => {
    const made = await tx
      .insertInto('workspace')
      .values({ id: tenantId, name: person.name.slice(0, 120) || 'My shop', made_for: person.id })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (!made.numInsertedOrUpdatedRows) return
    await asBeginning(tx)
      .insertInto('workspace_member')
      .values({ tenant_id: tenantId, user_id: person.id, role: 'owner' })
      .execute()
  })
}
