import { z } from 'zod/mini'
import { memberOfProgram } from '../accounts/access.ts'
import { attemptKey } from '../accounts/auth.ts'
import { limitAttempts } from '../accounts/limit-attempts.ts'
import { makePreviewLinkInput, previewLink } from '../contract/merchant.ts'
import { merchantPaths } from '../contract/routes.ts'
import { withTenant } from '../db/database.ts'
import { created, defineRoute } from '../http/define-route.ts'
import type { Route } from '../http/define-route.ts'
import { loadPreviewLinks, makePreviewLink, revokePreviewLink } from './preview-links.ts'

const previewsPerProgram = { most: 60, windowSeconds: 60 * 60 }

const listLinks = defineRoute({
  method: 'GET',
  path: merchantPaths.previewLinks(':programId'),
  summary: 'The private previews that can be opened now, newest first',
  answer: z.array(previewLink),
  // Who may only look would otherwise learn secrets that let others look.
  access: memberOfProgram('edit'),
  handle: ({ subject }, { db, config }) =>
    withTenant(db, subject.tenantId, (tx) => loadPreviewLinks({ tx, programId: subject.programId }, config)),
})

const makeLink = defineRoute({
  method: 'POST',
  path: merchantPaths.previewLinks(':programId'),
  summary: 'Makes a private preview of the draft as it is now',
  input: makePreviewLinkInput,
  answer: previewLink,
  access: memberOfProgram('edit'),
  async handle({ input, subject }, services) {
    await limitAttempts(services.db, attemptKey(services.secret, 'preview', subject.programId), previewsPerProgram)
    return created(await makePreviewLink(services, subject, input))
  },
})

const revokeLink = defineRoute({
  method: 'DELETE',
  path: merchantPaths.previewLink(':programId', ':linkId'),
  summary: 'Closes a private preview; whoever has it open sees nothing with their next page',
  answer: z.array(previewLink),
  access: memberOfProgram('edit'),
  async handle({ params, subject }, services) {
    await revokePreviewLink(services, subject, params.linkId)
    return withTenant(services.db, subject.tenantId, (tx) =>
      loadPreviewLinks({ tx, programId: subject.programId }, services.config),
    )
  },
})

export const previewRoutes: readonly Route[] = [listLinks, makeLink, revokeLink]
