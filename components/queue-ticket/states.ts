import type { QueueTicket, QueueView } from '#model/shop/queue.ts'
import { type BlockStates, text } from '../kit/stories/block-state.ts'
import { loaded, loading, offline } from '../kit/stories/mock-shop.ts'
import { queueTicket } from './definition.ts'

const props = queueTicket.starter
const lines: QueueView['lines'] = [
  { line: 'A', waiting: 3, waitMinutes: 20 },
  { line: 'B', waiting: 7, waitMinutes: 45 },
  { line: 'C', waiting: 0, waitMinutes: 0 },
]
const ticket: QueueTicket = {
  id: 'q1',
  line: 'B',
  number: 12,
  partySize: 4,
  status: 'waiting',
  ahead: 2,
  waitMinutes: 15,
  takenAtIso: '2026-10-14T03:05:00Z',
  calledAtIso: null,
}
const queue = (change: Partial<QueueView> = {}) => ({
  props,
  data: () => ({ queue: loaded<QueueView>({ isOpen: true, lines, ticket: null, asOfMs: 1, ...change }) }),
})
const own = (change: Partial<QueueTicket>) => queue({ ticket: { ...ticket, ...change } })

/** The first one is the block at its best. */
export const states = {
  default: own({}),
  open: queue(),
  nobodyWaits: queue({ lines: lines.map((each) => ({ ...each, waiting: 0, waitMinutes: 0 })) }),
  taking: { ...queue(), host: { shop: { takeTicket: () => new Promise(() => {}) } } },
  refused: {
    ...queue(),
    host: { shop: { takeTicket: async () => ({ ok: false, failure: { code: 'closed', message: '' } }) as const } },
  },
  next: own({ ahead: 0, waitMinutes: 7 }),
  called: own({ status: 'called', ahead: 0, waitMinutes: 0, calledAtIso: '2026-10-14T03:19:00Z' }),
  leaving: own({}),
  skipped: own({ status: 'skipped' }),
  done: own({ status: 'done' }),
  closed: queue({ isOpen: false }),
  longWords: {
    ...own({ line: 'C', number: 188, partySize: 20, ahead: 41, waitMinutes: 288 }),
    props: {
      title: text('Waiting for a table by the river', '江边露台排队取号'),
      note: text(
        'Be at the door when you are called. A number that was missed is kept for three calls, then you need a new one.',
        '叫号时请在门口等候。过号保留三桌，之后需要重新取号，敬请谅解。',
      ),
    },
  },
  loading: { props, data: () => ({ queue: loading }) },
  failed: { props, data: () => ({ queue: offline }) },
} satisfies BlockStates
