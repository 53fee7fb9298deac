/** Makes what is in the document what customers see: all of it at one moment, or none of it. */
import type { CompiledProgram } from '#model/compiled-program.ts'
import type { ScopedTx } from '../db/database.ts'
import { uuidv7 } from '../db/uuidv7.ts'
import { notFound } from '../http/failure.ts'
import type { Services } from '../services.ts'
import { inShop } from '../shop/scope.ts'
import { compileDocument } from './compile-document.ts'
import type { ReleaseRow } from './present-release.ts'
import { storeRelease } from './release-files.ts'
import type { ReleaseFiles } from './release-files.ts'

export interface Publisher {
  readonly tenantId: string
  readonly programId: string
  readonly person: { readonly id: string; readonly name: string }
}

/** Where tests let it break off; a process may die at any of them. */
export type PublishStep = 'compiled' | 'stored' | 'recorded' | 'pointed' | 'committed'

/**
 * compile → store → read back → one transaction that records the release and points the program at it. Until that
 * commits, visitors see the old release whole; from then on the new one.
 * @param requestId - sent twice, also at once, it gives the same release
 */
export async function publishRelease(
  services: Services,
  by: Publisher,
  requestId: string,
  atStep: (step: PublishStep) => void = () => undefined,
): Promise<ReleaseRow> {
  const before = await inShop(services, by, ({ tx }) => findByRequest(tx, by, requestId))
  if (before) return before
  const { doc, compiled } = await compileDocument(services.documents, by.programId)
  atStep('compiled')
  const files = await storeRelease(services.blobs, compiled, doc)
  doc.destroy()
  atStep('stored')
  const row = await inShop(services, by, async ({ tx, emit }) => {
    const { liveReleaseId } = await lockProgram(tx, by)
    const meanwhile = await findByRequest(tx, by, requestId)
    if (meanwhile) return meanwhile
    const release = await insertRelease(tx, by, { requestId, files, compiled })
    atStep('recorded')
    await pointAt(tx, by, { kind: 'publish', from: liveReleaseId, to: release.id })
    await takeOverName(tx, by, compiled.name)
    atStep('pointed')
    emit('release', release.id)
    return release
  })
  atStep('committed')
  return row
}

/** Points the program at one of its releases again, older or newer. Doing it twice is doing it once. */
export async function activateRelease(services: Services, by: Publisher, releaseId: string): Promise<ReleaseRow> {
  return inShop(services, by, async ({ tx, emit }) => {
    const { liveReleaseId } = await lockProgram(tx, by)
    const release = await releasesOf(tx, by).where('id', '=', releaseId).executeTakeFirst()
    if (!release) throw notFound('release')
    if (liveReleaseId === releaseId) return release
    await pointAt(tx, by, { kind: 'activate', from: liveReleaseId, to: releaseId })
    emit('release', releaseId)
    return release
  })
}

export function releasesOf(tx: ScopedTx, { tenantId, programId }: Pick<Publisher, 'tenantId' | 'programId'>) {
  return tx.selectFrom('release').selectAll().where('tenant_id', '=', tenantId).where('program_id', '=', programId)
}

function findByRequest(tx: ScopedTx, by: Publisher, requestId: string): Promise<ReleaseRow | undefined> {
  return releasesOf(tx, by).where('request_id', '=', requestId).executeTakeFirst()
}

/** Publishers of one program take turns from here on, so numbers count up without gaps. */
async function lockProgram(
  tx: ScopedTx,
  { tenantId, programId }: Publisher,
): Promise<{ liveReleaseId: string | null }> {
  const row = await tx
    .selectFrom('program')
    .select('live_release_id as liveReleaseId')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', programId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('program')
  return row
}

async function insertRelease(
  tx: ScopedTx,
  by: Publisher,
  of: { requestId: string; files: ReleaseFiles; compiled: CompiledProgram },
): Promise<ReleaseRow> {
  const last = await releasesOf(tx, by).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  const problems = of.compiled.problems.map(({ nodeId, code, message }) => ({ nodeId, code, message }))
  return tx
    .insertInto('release')
    .values({
      tenant_id: by.tenantId,
      program_id: by.programId,
      id: uuidv7(),
      seq: (last?.seq ?? 0) + 1,
      request_id: of.requestId,
      program_sha256: of.files.programSha256,
      document_sha256: of.files.documentSha256,
      pages: of.compiled.pages.length,
      problems: JSON.stringify(problems),
      published_by: by.person.id,
      published_by_name: by.person.name,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** The one statement that changes what visitors see, and the line in the history that says who did it. */
async function pointAt(
  tx: ScopedTx,
  { tenantId, programId, person }: Publisher,
  move: { kind: 'publish' | 'activate'; from: string | null; to: string },
): Promise<void> {
  await tx
    .updateTable('program')
    .set({ live_release_id: move.to, updated_at: new Date() })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', programId)
    .execute()
  await tx
    .insertInto('release_event')
    .values((eb) => ({
      tenant_id: tenantId,
      program_id: programId,
      seq: eb
        .selectFrom('release_event')
        .select((max) => max(max.fn.coalesce(max.fn.max('seq'), max.lit(0)), '+', 1).as('next'))
        .where('tenant_id', '=', tenantId)
        .where('program_id', '=', programId),
      kind: move.kind,
      from_release_id: move.from,
      to_release_id: move.to,
      actor_id: person.id,
    }))
    .execute()
}

/** A name given in the editor becomes the name in lists when customers see it too. */
async function takeOverName(tx: ScopedTx, { tenantId, programId }: Publisher, name: string): Promise<void> {
  if (name.length === 0 || name.length > 60) return
  await tx
    .updateTable('program')
    .set({ name })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', programId)
    .where('name', '!=', name)
    .execute()
}
