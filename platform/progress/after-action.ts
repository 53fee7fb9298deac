import type { JobProgress, ProgressStep } from '#model/shop/progress.ts'
import type { JobActionInput } from '#platform/contract/progress.ts'

type Job = Pick<JobProgress, 'status' | 'steps'>

/** The job as it is afterwards; undefined where there is nothing to do. */
export function afterAction({ status, steps }: Job, input: JobActionInput, atIso: string): Job | undefined {
  const done = steps.filter(({ doneAtIso }) => doneAtIso !== null).length
  const withStep = (index: number, change: Partial<ProgressStep>): Job => {
    const changed = steps.map((step, at) => (at === index ? { ...step, ...change } : step))
    return { status: statusOf(changed), steps: changed }
  }
  switch (input.action) {
    case 'advance':
      return status === 'open' ? withStep(done, { doneAtIso: atIso, note: input.note.trim() }) : undefined
    case 'back':
      // The first one is that it was taken in.
      return status !== 'cancelled' && done > 1 ? withStep(done - 1, { doneAtIso: null, note: '' }) : undefined
    case 'cancel':
      return status === 'open' ? { status: 'cancelled', steps } : undefined
    case 'reopen':
      return status === 'cancelled' ? { status: statusOf(steps), steps } : undefined
  }
}

export function statusOf(steps: readonly ProgressStep[]): JobProgress['status'] {
  return steps.every(({ doneAtIso }) => doneAtIso !== null) ? 'done' : 'open'
}
