import { createHash } from 'node:crypto'
import { memberOfProgram } from '../accounts/access.ts'
import { attemptKey } from '../accounts/auth.ts'
import { limitAttempts } from '../accounts/limit-attempts.ts'
import { merchantPaths } from '../contract/routes.ts'
import { defineRoute } from '../http/define-route.ts'
import type { Route } from '../http/define-route.ts'
import { sendBytes } from '../http/send-bytes.ts'
import { createTurns } from '../pictures/take-turns.ts'
import { packageRelease } from './package-release.ts'
import { zipPackage } from './zip-package.ts'

const packagesPerProgram = { most: 120, windowSeconds: 60 * 60 }

/** One at a time: all pictures of a program are in memory meanwhile. */
const takeTurn = createTurns(1)

const downloadPackage = defineRoute({
  method: 'GET',
  path: merchantPaths.releasePackage(':programId', ':releaseId'),
  summary: 'A release as a zip file in the shape of a W3C MiniApp, which any static web server can serve',
  access: memberOfProgram('read'),
  async handle({ params, subject, request }, services) {
    await limitAttempts(services.db, attemptKey(services.secret, 'package', subject.programId), packagesPerProgram)
    const { name, zip } = await takeTurn(async () => {
      const made = await packageRelease(services, subject, params.releaseId)
      return { name: made.name, zip: zipPackage(made.files) }
    })
    return sendBytes(request.raw, zip, {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${name}.zip"`,
      etag: `"${createHash('sha256').update(zip).digest('hex')}"`,
      'cache-control': 'private, no-cache',
      'x-content-type-options': 'nosniff',
    })
  },
})

export const packageRoutes: readonly Route[] = [downloadPackage]
