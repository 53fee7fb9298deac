import { type BlockStates, text } from '../kit/stories/block-state.ts'
import { mockPictures } from '../kit/stories/mock-pictures.ts'

const dish = (picture: 'bowl' | 'oil', name: ReturnType<typeof text>) => [
  { type: 'image', props: { picture: mockPictures[picture], ratio: '1:1', caption: name } },
]
const danDan = dish('bowl', text('Dan dan noodles', '担担面'))
const oil = dish('oil', text('Scallion oil noodles', '葱油拌面'))
const words = [
  { type: 'heading', props: { text: text('Dan dan noodles', '担担面'), size: 's' } },
  {
    type: 'text',
    props: {
      text: text('Sesame, chilli oil, preserved greens, minced pork.', '芝麻酱、红油、芽菜、肉臊。'),
      size: 's',
    },
  },
]

export const states = {
  default: { slots: { column1: danDan, column2: oil } },
  leftWider: { props: { layout: '2-1', align: 'centre' }, slots: { column1: words, column2: danDan } },
  rightWider: { props: { layout: '1-2', align: 'top', gap: 'l' }, slots: { column1: oil, column2: words } },
  three: {
    props: { layout: '1-1-1', gap: 's', align: 'stretch' },
    slots: { column1: danDan, column2: oil, column3: danDan },
  },
  stacked: { props: { stackWhenNarrow: true }, slots: { column1: words, column2: oil } },
  empty: {},
} satisfies BlockStates
