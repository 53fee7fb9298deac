import { randomInt } from 'node:crypto'
import { CODE_LENGTH, codeSigns } from '#model/shop/progress-code.ts'
import type { ProgressStep } from '#model/shop/progress.ts'
import type { CounterJob, CreateJobInput, JobActionInput } from '#platform/contract/progress.ts'
import { uuidv7 } from '#platform/db/uuidv7.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { scheduleTimer } from '#platform/shop/timers.ts'
import { afterAction, statusOf } from './after-action.ts'

/** Another code is drawn where one is taken: of 55 thousand million, hardly ever even once. */
const TRIES = 5

/** Its first step is done by taking it in. */
export async function createJob(at: ShopTx, input: Omit<CreateJobInput, 'requestId'>): Promise<{ jobId: string }> {
  const id = uuidv7()
  const steps = input.steps.map((label, index): ProgressStep => ({
    label,
    doneAtIso: index === 0 ? nowIso(at) : null,
    note: '',
  }))
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const made = await at.tx
      .insertInto('shop_job')
      .values({
        ...at.keys,
        id,
        code: drawCode(),
        title: input.title,
        customer_name: input.customerName.trim(),
        customer_phone: input.customerPhone.trim(),
        customer_email: input.customerEmail,
        promised_on: input.promisedOn,
        steps: JSON.stringify(steps),
        status: statusOf(steps),
      })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'program_id', 'code']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) continue
    await tell(at, id)
    return { jobId: id }
  }
  throw new Error('No code was free')
}

/**
 * One step on or back, or the end without it.
 * @param job - as it is now
 * @throws ShopRefusal `conflict` when it is no longer what was seen, or there is nothing to do
 */
export async function stepJob(at: ShopTx, job: CounterJob, input: JobActionInput): Promise<void> {
  const next = afterAction(job, input, nowIso(at))
  if (!next) throw new ShopRefusal('conflict', `Nothing to ${input.action}`, [job.id])
  const moved = await at.tx
    .updateTable('shop_job')
    .set((eb) => ({ status: next.status, steps: JSON.stringify(next.steps), version: eb('version', '+', 1) }))
    .where('program_id', '=', at.programId)
    .where('id', '=', job.id)
    .where('version', '=', input.version)
    .returning('id')
    .executeTakeFirst()
  if (!moved) throw new ShopRefusal('conflict', 'Somebody else was faster', [job.id])
  await tell(at, job.id)
}

/** Console and customer hear of it once this is committed. */
async function tell(at: ShopTx, jobId: string): Promise<void> {
  at.emit('job', jobId)
  await scheduleTimer(at, 'job-letter', jobId, 'now')
}

function drawCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => codeSigns[randomInt(codeSigns.length)]).join('')
}

function nowIso({ now }: ShopTx): string {
  return new Date(now.epochMilliseconds).toISOString()
}
