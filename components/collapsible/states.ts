import type { NodeSpec } from '#model/program-spec.ts'
import { type BlockStates, text } from '../kit/stories/block-state.ts'

const title = text('How to find us', '怎么找到我们')
const content: readonly NodeSpec[] = [
  {
    type: 'text',
    props: {
      text: text(
        'Metro line 1 or 7 to Changshu Road, exit 6, four minutes on foot. Bicycles can stand in the yard.',
        '地铁 1、7 号线常熟路站 6 号口，步行 4 分钟。自行车可以停在院子里。',
      ),
      size: 's',
    },
  },
  { type: 'opening-hours', props: { show: 'today' } },
]

export const states = {
  default: { props: { title, startsOpen: true }, slots: { content } },
  closed: { props: { title, note: text('4 min on foot', '步行 4 分钟') }, slots: { content } },
  line: { props: { title, look: 'line', startsOpen: true }, slots: { content } },
  lineClosed: { props: { title, look: 'line' }, slots: { content } },
  long: {
    props: {
      title: text('What you should know about allergens before you order', '下单之前，关于过敏原和忌口您需要知道的事'),
      note: text('Please read', '请先阅读'),
    },
    slots: { content },
  },
  empty: { props: { title }, env: { mode: 'canvas' } },
} satisfies BlockStates
