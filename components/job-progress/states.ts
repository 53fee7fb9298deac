import type { ShopFailureCode } from '#model/shop/failure.ts'
import type { JobProgress } from '#model/shop/progress.ts'
import type { BlockState, BlockStates } from '../kit/stories/block-state.ts'
import { jobProgress } from './definition.ts'

const props = jobProgress.starter
const job: JobProgress = {
  code: 'K7QX3MHP',
  title: 'iPhone 15 · 换屏',
  status: 'open',
  promisedOn: '2026-10-16',
  steps: [
    { label: '已收件', doneAtIso: '2026-10-12T02:10:00Z', note: '' },
    { label: '已检测', doneAtIso: '2026-10-13T06:40:00Z', note: '屏幕碎裂，主板完好，报价 680 元，已电话确认。' },
    { label: '维修中', doneAtIso: '2026-10-14T01:30:00Z', note: '' },
    { label: '可取件', doneAtIso: null, note: '' },
  ],
}
const all = (steps: JobProgress['steps']) =>
  steps.map((step) => ({ ...step, doneAtIso: step.doneAtIso ?? '2026-10-14T03:00:00Z' }))
const finds = (change: Partial<JobProgress> = {}): BlockState => ({
  props,
  host: { shop: { findJob: async () => ({ ok: true, value: { ...job, ...change } }) } },
})
const refuses = (code: ShopFailureCode): BlockState => ({
  props,
  host: { shop: { findJob: async () => ({ ok: false, failure: { code, message: '' } }) } },
})

/** The first one is the block at its best; a story types the code. */
export const states = {
  default: finds(),
  toType: { props },
  looking: { props, host: { shop: { findJob: () => new Promise(() => {}) } } },
  done: finds({ status: 'done', steps: all(job.steps) }),
  cancelled: finds({ status: 'cancelled' }),
  noCode: { props },
  notFound: refuses('not-found'),
  tooMany: refuses('too-many-requests'),
  offline: refuses('offline'),
} satisfies BlockStates
