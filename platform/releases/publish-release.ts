/** Makes what is in the document a release that customers see: all of it at one moment, or none of it. */
import type { CompiledProgram } from '#model/compiled-program.ts'
import { settlePublishRequests } from '../comments/say.ts'
import type { PublishWhen } from '../contract/merchant.ts'
import type { ScopedTx } from '../db/database.ts'
import { uuidv7 } from '../db/uuidv7.ts'
import { notFound } from '../http/failure.ts'
import type { Services } from '../services.ts'
import { inShop } from '../shop/scope.ts'
import type { ShopTx } from '../shop/scope.ts'
import { compileDocument } from './compile-document.ts'
import { beginRollout } from './gradual.ts'
import { planPublish, requireFuture } from './plans.ts'
import { lockProgram, pointAt, releasesOf, takeOverName } from './point-program.ts'
import type { Publisher, ReleaseRow } from './point-program.ts'
import { storeRelease } from './release-files.ts'
import type { ReleaseFiles } from './release-files.ts'
import { requireNoErrors } from './require-no-errors.ts'

/** In their order. A process may die at any of them, which is why tests and the bench break it off at each. */
export const publishSteps = [
  'begun',
  'new',
  'read',
  'compiled',
  'encoded',
  'program stored',
  'document stored',
  'program read back',
  'document read back',
  'stored',
  'entered',
  'locked',
  'still new',
  'numbered',
  'recorded',
  'switched',
  'pointed',
  'named',
  'told',
  'committed',
] as const
export type PublishStep = (typeof publishSteps)[number]

export interface PublishRequest {
  /** Sent twice, also at once, it gives the same release. */
  readonly requestId: string
  readonly note?: string | undefined
  /** At once and for everybody if absent. */
  readonly when?: PublishWhen | undefined
}

export interface PublishWatch {
  atStep?(step: PublishStep): void | Promise<void>
  compiledIn?(ms: number): void
}

type AtStep = (step: PublishStep) => void | Promise<void>

/**
 * compile → check → store → read back → one transaction that records the release and points the program at it. Until that
 * commits, visitors see the old release whole; from then on the new one. A release for later or for some is recorded
 * alike, and a plan or a gradual release beside it in the same transaction.
 * @throws `Failure` `unreadable-document`; `has-errors` while something has to be fixed first
 */
export async function publishRelease(
  services: Services,
  by: Publisher,
  request: PublishRequest,
  watch: PublishWatch = {},
): Promise<ReleaseRow> {
  const atStep: AtStep = watch.atStep ?? (() => undefined)
  await atStep('begun')
  const before = await inShop(services, by, async (shop) => {
    if (request.when?.kind === 'at') requireFuture(shop, request.when.atIso)
    return findByRequest(shop.tx, by, request.requestId)
  })
  if (before) return before
  await atStep('new')
  const seq = await services.documents.history.head(by.programId)
  const { doc, compiled, compileMs } = await compileDocument(services.documents, by.programId, () => atStep('read'))
  watch.compiledIn?.(compileMs)
  await inShop(services, by, (shop) => requireNoErrors(shop, compiled))
  await atStep('compiled')
  const files = await storeRelease(services.blobs, compiled, doc, atStep)
  doc.destroy()
  await atStep('stored')
  const row = await inShop(services, by, (shop) => record(shop, by, { ...request, files, compiled }, atStep))
  await atStep('committed')
  await markVersion(services, by.programId, seq, row.seq)
  return row
}

/** What was published is a version of the history too, which is never thinned. It is live whether or not that succeeds. */
async function markVersion({ documents, log }: Services, programId: string, upto: number, releaseNumber: number) {
  try {
    await documents.history.mark(programId, await documents.history.cut(programId, upto), { releaseNumber })
  } catch (error) {
    log({ event: 'version-failed', program: programId, error: String(error) })
  }
}

/** The transaction of a publish. */
async function record(
  shop: ShopTx,
  by: Publisher,
  of: PublishRequest & { files: ReleaseFiles; compiled: CompiledProgram },
  atStep: AtStep,
): Promise<ReleaseRow> {
  const { tx } = shop
  await atStep('entered')
  const { liveReleaseId } = await lockProgram(tx, by)
  await atStep('locked')
  const meanwhile = await findByRequest(tx, by, of.requestId)
  if (meanwhile) return meanwhile
  await atStep('still new')
  const release = await insertRelease(tx, by, of, atStep)
  await atStep('recorded')
  if (of.when?.kind === 'at') await planPublish(shop, by, release.id, of.when.atIso)
  else if (of.when?.kind === 'gradual')
    await beginRollout(tx, by, { from: liveReleaseId, to: release.id, percent: of.when.percent })
  else await pointAt(tx, by, { kind: 'publish', from: liveReleaseId, to: release.id }, () => atStep('switched'))
  await atStep('pointed')
  if (of.when === undefined) await takeOverName(tx, by, release.id)
  await atStep('named')
  await settlePublishRequests(shop, by.person)
  shop.emit('release', release.id)
  await atStep('told')
  return release
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

/** Visitors find a notice in the program's place. Its releases stay, and any of them can be brought back. */
export async function unpublish(services: Pick<Services, 'db' | 'hub'>, by: Publisher): Promise<void> {
  await inShop(services, by, async ({ tx, emit }) => {
    const { liveReleaseId } = await lockProgram(tx, by)
    if (liveReleaseId === null) return
    await pointAt(tx, by, { kind: 'unpublish', from: liveReleaseId, to: null })
    emit('release', liveReleaseId)
  })
}

function findByRequest(tx: ScopedTx, by: Publisher, requestId: string): Promise<ReleaseRow | undefined> {
  return releasesOf(tx, by).where('request_id', '=', requestId).executeTakeFirst()
}

async function insertRelease(
  tx: ScopedTx,
  by: Publisher,
  of: PublishRequest & { files: ReleaseFiles; compiled: CompiledProgram },
  atStep: AtStep,
): Promise<ReleaseRow> {
  const last = await releasesOf(tx, by).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  await atStep('numbered')
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
      note: of.note ?? '',
      name: of.compiled.name,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}
