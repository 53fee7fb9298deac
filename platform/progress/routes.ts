import { counterJob, createJobInput, jobActionInput, jobPage, jobQuery } from '#platform/contract/progress.ts'
import { merchantPaths } from '#platform/contract/routes.ts'
import { once } from '#platform/shop/idempotency.ts'
import { readForMerchant, withFailures } from '#platform/shop/run-for-merchant.ts'
import { inShop } from '#platform/shop/scope.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { memberOfProgram } from '../accounts/access.ts'
import { created, defineRoute } from '../http/define-route.ts'
import { notFound } from '../http/failure.ts'
import { createJob, stepJob } from './change-job.ts'
import { findJob, loadJobs } from './load-jobs.ts'

const listJobs = defineRoute({
  method: 'GET',
  path: merchantPaths.jobs(':programId'),
  summary: 'Repairs, parcels and other work that customers follow by a code, newest first',
  query: jobQuery,
  answer: jobPage,
  access: memberOfProgram('run-shop'),
  handle: ({ subject, query }, services) =>
    readForMerchant(services, subject, async (at) => ({
      ...(await loadJobs(at, query)),
      tellsByMail: services.mailer !== undefined,
    })),
})

const create = defineRoute({
  method: 'POST',
  path: merchantPaths.jobs(':programId'),
  summary: 'Takes something in and draws its code; twice with one `requestId` is once',
  input: createJobInput,
  answer: counterJob,
  access: memberOfProgram('run-shop'),
  handle: ({ subject, input: { requestId, ...job } }, services) =>
    withFailures(() =>
      inShop(services, subject, async (at) => {
        const asked = { principal: subject.person.id, key: requestId, route: 'create-job', body: job }
        const { jobId } = await once(at, asked, () => createJob(at, job))
        return created(await getJob(at, jobId))
      }),
    ),
})

const act = defineRoute({
  method: 'POST',
  path: merchantPaths.jobAction(':programId', ':jobId'),
  summary: 'One step on or back, cancelled or taken up again; refused when it is no longer what was seen',
  input: jobActionInput,
  answer: counterJob,
  access: memberOfProgram('run-shop'),
  handle: ({ subject, params, input }, services) =>
    withFailures(() =>
      inShop(services, subject, async (at) => {
        await stepJob(at, await getJob(at, params.jobId), input)
        return getJob(at, params.jobId)
      }),
    ),
})

const erase = defineRoute({
  method: 'DELETE',
  path: merchantPaths.job(':programId', ':jobId'),
  summary: 'Erases a job with who it was for, for good; its code finds nothing any more',
  access: memberOfProgram('run-shop'),
  handle: ({ subject, params }, services) =>
    inShop(services, subject, async (at) => {
      const { numDeletedRows } = await at.tx
        .deleteFrom('shop_job')
        .where('program_id', '=', at.programId)
        .where('id', '=', params.jobId)
        .executeTakeFirst()
      if (numDeletedRows === 0n) throw notFound('job')
      at.emit('job', params.jobId)
      return {}
    }),
})

async function getJob(at: ShopTx, id: string) {
  const job = await findJob(at, id)
  if (!job) throw notFound('job')
  return job
}

export const progressRoutes = [listJobs, create, act, erase]
