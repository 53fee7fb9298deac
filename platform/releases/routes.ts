import { z } from 'zod/mini'
import { memberOfProgram } from '../accounts/access.ts'
import { attemptKey } from '../accounts/auth.ts'
import { limitAttempts } from '../accounts/limit-attempts.ts'
import { programUrl } from '../config.ts'
import { publishInput, publishResult, release } from '../contract/merchant.ts'
import { merchantPaths } from '../contract/routes.ts'
import { withTenant } from '../db/database.ts'
import { created, defineRoute } from '../http/define-route.ts'
import type { Route } from '../http/define-route.ts'
import { notFound } from '../http/failure.ts'
import { audienceRoutes } from './audience-routes.ts'
import { releasesOf } from './point-program.ts'
import { presentRelease } from './present-release.ts'
import { previewRoutes } from './preview-routes.ts'
import { activateRelease, publishRelease } from './publish-release.ts'
import { loadReleaseFile } from './release-files.ts'

const publishesPerProgram = { most: 120, windowSeconds: 60 * 60 }

const listReleases = defineRoute({
  method: 'GET',
  path: merchantPaths.releases(':programId'),
  summary: 'The releases of a program, newest first',
  answer: z.array(release),
  access: memberOfProgram('read'),
  handle: ({ subject }, { db }) =>
    withTenant(db, subject.tenantId, async (tx) => {
      const program = await tx
        .selectFrom('program')
        .select('live_release_id')
        .where('id', '=', subject.programId)
        .executeTakeFirstOrThrow()
      const rows = await releasesOf(tx, subject).orderBy('seq', 'desc').limit(500).execute()
      return rows.map((row) => presentRelease(row, program.live_release_id))
    }),
})

const publish = defineRoute({
  method: 'POST',
  path: merchantPaths.releases(':programId'),
  summary:
    'Makes a release of the program as it stands now: for everybody at once, at a moment, or for a share of the visitors. Sent twice with one `requestId`, it is done once.',
  input: publishInput,
  answer: publishResult,
  access: memberOfProgram('publish'),
  async handle({ input, subject }, services) {
    const startedMs = performance.now()
    let compileMs = 0
    await limitAttempts(services.db, attemptKey(services.secret, 'publish', subject.programId), publishesPerProgram)
    const row = await publishRelease(services, subject, input, { compiledIn: (ms) => (compileMs = ms) })
    const { label, liveReleaseId } = await withTenant(services.db, subject.tenantId, (tx) =>
      tx
        .selectFrom('program')
        .select(['label', 'live_release_id as liveReleaseId'])
        .where('id', '=', subject.programId)
        .executeTakeFirstOrThrow(),
    )
    const url = programUrl(services.config, label)
    return created({
      release: presentRelease(row, liveReleaseId),
      url,
      problems: row.problems,
      tookMs: Math.round(performance.now() - startedMs),
      compileMs: Math.round(compileMs),
    })
  },
})

const activate = defineRoute({
  method: 'POST',
  path: merchantPaths.activateRelease(':programId', ':releaseId'),
  summary: 'Makes a release the live one again; customers see it from now on',
  answer: release,
  access: memberOfProgram('publish'),
  async handle({ params, subject }, services) {
    const row = await activateRelease(services, subject, params.releaseId)
    return presentRelease(row, row.id)
  },
})

const readReleased = defineRoute({
  method: 'GET',
  path: merchantPaths.releasedProgram(':programId', ':releaseId'),
  summary: 'The compiled program of a release as it was stored, to look at or compare with; for ever the same',
  answer: z.unknown(),
  access: memberOfProgram('read'),
  async handle({ params, subject }, { db, blobs }) {
    const row = await withTenant(db, subject.tenantId, (tx) =>
      releasesOf(tx, subject).where('id', '=', params.releaseId).executeTakeFirst(),
    )
    if (!row) throw notFound('release')
    const headers = { 'cache-control': 'private, max-age=31536000, immutable' }
    return { reply: { status: 200, headers }, body: await loadReleaseFile(blobs, row.program_sha256) }
  },
})

export const releaseRoutes: readonly Route[] = [
  listReleases,
  publish,
  activate,
  readReleased,
  ...audienceRoutes,
  ...previewRoutes,
]
