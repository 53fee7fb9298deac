import { readTree } from '#model/index.ts'
import type { PictureUse, PictureUses } from '../contract/pictures.ts'
import { withTenant } from '../db/database.ts'
import type { ScopedTx } from '../db/database.ts'
import type { Services } from '../services.ts'
import { usesInDocument } from './uses-in-document.ts'

/** So many documents are read for one answer; one takes some milliseconds. */
const PROGRAMS_AT_ONCE = 20

/**
 * Where a workspace uses a picture: read from the documents and the catalogues themselves, so it is never out of date.
 * One document that cannot be read hides its own uses only; the log says so.
 * @param after - the last program that was looked at
 */
export async function findUses(
  services: Pick<Services, 'db' | 'documents' | 'log'>,
  { tenantId, url, after }: { tenantId: string; url: string; after?: string | undefined },
): Promise<PictureUses> {
  const { programs, dishes } = await withTenant(services.db, tenantId, async (tx) => {
    const found = await loadPrograms(tx, tenantId, after)
    return { programs: found, dishes: await loadDishes(tx, tenantId, found, url) }
  })
  const uses: PictureUse[] = []
  for (const { id, name } of programs.slice(0, PROGRAMS_AT_ONCE)) {
    const where = { programId: id, programName: name, page: null, nodeId: null, dish: null }
    for (const { page, nodeId } of await readUses(services, id, url))
      uses.push({ ...where, page: page && { id: page.id, title: page.title }, nodeId })
    for (const dish of dishes)
      if (dish.program_id === id) uses.push({ ...where, dish: { id: dish.id, name: dish.name } })
  }
  const last = programs[PROGRAMS_AT_ONCE - 1]
  return { uses, next: programs.length > PROGRAMS_AT_ONCE && last ? last.id : null }
}

/** Whether anything of the workspace shows it. Stops at the first program that does. */
export async function isUsed(
  services: Pick<Services, 'db' | 'documents' | 'log'>,
  at: { tenantId: string; url: string },
): Promise<boolean> {
  for (let after: string | undefined; ;) {
    const { uses, next } = await findUses(services, { ...at, after })
    if (uses.length > 0) return true
    if (next === null) return false
    after = next
  }
}

async function readUses({ documents, log }: Pick<Services, 'documents' | 'log'>, programId: string, url: string) {
  try {
    const doc = await documents.read(programId)
    const uses = usesInDocument(readTree(doc), url)
    doc.destroy()
    return uses
  } catch (error) {
    log({ event: 'uses-unread', program: programId, error: error instanceof Error ? error.name : 'unknown' })
    return []
  }
}

function loadPrograms(tx: ScopedTx, tenantId: string, after: string | undefined) {
  let query = tx.selectFrom('program').select(['id', 'name']).where('tenant_id', '=', tenantId).orderBy('id')
  if (after !== undefined) query = query.where('id', '>', after)
  return query.limit(PROGRAMS_AT_ONCE + 1).execute()
}

async function loadDishes(tx: ScopedTx, tenantId: string, programs: readonly { id: string }[], url: string) {
  if (programs.length === 0) return []
  return tx
    .selectFrom('dish')
    .select(['id', 'program_id', 'name'])
    .where('tenant_id', '=', tenantId)
    .where(
      'program_id',
      'in',
      programs.map(({ id }) => id),
    )
    .where((eb) => eb(eb.ref('picture', '->>').key('url'), '=', url))
    .orderBy('sort')
    .execute()
}
