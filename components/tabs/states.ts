import type { NodeSpec } from '#model/program-spec.ts'
import { type BlockStates, text } from '../kit/stories/block-state.ts'
import { mockPictures } from '../kit/stories/mock-pictures.ts'

const here: readonly NodeSpec[] = [
  { type: 'image', props: { picture: mockPictures.story, ratio: '16:9' } },
  {
    type: 'text',
    props: {
      text: text(
        'Scan the code on your table, order, and stay seated: we bring everything.',
        '扫桌上的码下单，坐着就好，餐点我们送到桌边。',
      ),
    },
  },
]
const away: readonly NodeSpec[] = [
  {
    type: 'text',
    props: {
      text: text(
        'Order ahead and pick up at the window in Wulumuqi Road. Noodles and broth travel apart.',
        '提前下单，到乌鲁木齐路的窗口自取，面和汤分开打包。',
      ),
    },
  },
]
const labels = { label1: text('Eat here', '堂食'), label2: text('Take away', '外带') }

export const states = {
  default: { props: labels, slots: { tab1: here, tab2: away } },
  pills: {
    props: { ...labels, label3: text('Delivery', '外送'), count: '3', look: 'pills' },
    slots: { tab1: away, tab2: here },
  },
  switch: { props: { ...labels, look: 'switch' }, slots: { tab1: here, tab2: away } },
  five: {
    props: {
      count: '5',
      label1: text('Breakfast', '早餐'),
      label2: text('Lunch', '午餐'),
      label3: text('Tea', '下午茶'),
      label4: text('Dinner', '晚餐'),
      label5: text('Late', '夜宵'),
    },
    slots: { tab1: away },
  },
  secondOpen: {
    props: labels,
    slots: { tab1: here, tab2: away },
    env: { mode: 'canvas', openSlot: 'tab2' },
  },
  empty: { props: labels, env: { mode: 'canvas' } },
} satisfies BlockStates
