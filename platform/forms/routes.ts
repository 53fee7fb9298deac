import { formSubmission, markSubmissionInput, submissionPage, submissionQuery } from '#platform/contract/forms.ts'
import { merchantPaths } from '#platform/contract/routes.ts'
import { readForMerchant } from '#platform/shop/run-for-merchant.ts'
import { inShop } from '#platform/shop/scope.ts'
import { memberOfProgram } from '../accounts/access.ts'
import { defineRoute } from '../http/define-route.ts'
import { Failure } from '../http/failure.ts'
import { asBody } from '../http/send-bytes.ts'
import { findAttachment } from './attachments.ts'
import { findSubmission, loadSubmissions } from './load-submissions.ts'

// All that is in them is what a customer said, so they are for those who run the shop.

const listSubmissions = defineRoute({
  method: 'GET',
  path: merchantPaths.submissions(':programId'),
  summary: 'What visitors sent by forms, newest first, 50 at a time',
  query: submissionQuery,
  answer: submissionPage,
  access: memberOfProgram('run-shop'),
  handle: ({ subject, query }, services) => readForMerchant(services, subject, (at) => loadSubmissions(at, query)),
})

const markSubmission = defineRoute({
  method: 'PATCH',
  path: merchantPaths.submission(':programId', ':submissionId'),
  summary: 'Marks it as dealt with, or as new again',
  input: markSubmissionInput,
  answer: formSubmission,
  access: memberOfProgram('run-shop'),
  handle: ({ subject, params, input }, services) =>
    inShop(services, subject, async (at) => {
      await at.tx
        .updateTable('form_submission')
        .set((eb) => ({
          status: input.status,
          handled_by: subject.person.id,
          handled_at: new Date(at.now.epochMilliseconds),
          version: eb('version', '+', 1),
        }))
        .where('program_id', '=', at.programId)
        .where('id', '=', params.submissionId)
        .where('status', '<>', input.status)
        .execute()
      const marked = await findSubmission(at, params.submissionId)
      if (!marked) throw new Failure('not-found', 'There is no such submission')
      at.emit('form', marked.id)
      return marked
    }),
})

const eraseSubmission = defineRoute({
  method: 'DELETE',
  path: merchantPaths.submission(':programId', ':submissionId'),
  summary: 'Erases what was sent, for good',
  access: memberOfProgram('run-shop'),
  handle: ({ subject, params }, services) =>
    inShop(services, subject, async (at) => {
      const { numDeletedRows } = await at.tx
        .deleteFrom('form_submission')
        .where('program_id', '=', at.programId)
        .where('id', '=', params.submissionId)
        .executeTakeFirst()
      if (numDeletedRows === 0n) throw new Failure('not-found', 'There is no such submission')
      at.emit('form', params.submissionId)
      return {}
    }),
})

/** A picture of our own making may be looked at; a PDF is saved, never opened on this origin. */
const getSubmittedFile = defineRoute({
  method: 'GET',
  path: merchantPaths.submittedFile(':programId', ':submissionId', ':fileId'),
  summary: 'A file that came with a form: a picture as WebP to look at, a PDF to save',
  access: memberOfProgram('run-shop'),
  handle: ({ subject, params }, services) =>
    inShop(services, subject, async (at) => {
      const file = await findAttachment(at, params.submissionId, params.fileId)
      if (!file) throw new Failure('not-found', 'There is no such file')
      const isPicture = file.kind === 'picture'
      const name = isPicture
        ? file.name.replace(/(\.[a-z\d]{2,5})?$/i, '.webp')
        : file.name.replace(/(\.pdf)?$/i, '.pdf')
      return new Response(asBody(file.body), {
        headers: {
          'content-type': isPicture ? 'image/webp' : 'application/pdf',
          'content-disposition': `${isPicture ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeRfc8187(name)}`,
          'content-length': String(file.body.byteLength),
          'content-security-policy': "default-src 'none'; sandbox",
          'cross-origin-resource-policy': 'same-origin',
          'cache-control': 'private, no-store',
          'x-content-type-options': 'nosniff',
        },
      })
    }),
})

/** RFC 8187, 3.2: what `encodeURIComponent` leaves and a header does not take. */
function encodeRfc8187(name: string): string {
  return encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

export const formRoutes = [listSubmissions, markSubmission, eraseSubmission, getSubmittedFile]
