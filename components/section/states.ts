import type { NodeSpec } from '#model/program-spec.ts'
import { type BlockStates, text } from '../kit/stories/block-state.ts'
import { mockPictures } from '../kit/stories/mock-pictures.ts'

const content: readonly NodeSpec[] = [
  {
    type: 'heading',
    props: {
      text: text('Made by hand since 1998', '手工面，始于一九九八'),
      subtitle: text('Dough kneaded at dawn, broth on the stove all day', '清晨和面，整日熬汤'),
    },
  },
  { type: 'image', props: { picture: mockPictures.story, ratio: '16:9' } },
  {
    type: 'text',
    props: {
      text: text('Four stools and one dish, that is how we began.', '四张凳子、一道面，我们就这样开始。'),
      size: 's',
    },
  },
]
const hours: readonly NodeSpec[] = [
  { type: 'opening-hours', props: { show: 'today' } },
  { type: 'notice-bar', props: { text: text('Free soy milk before 11', '11 点前送豆浆'), tone: 'offer' } },
]

export const states = {
  default: { props: { title: text('Our story', '我们的故事') }, slots: { content } },
  card: { props: { shape: 'card', padding: 'm' }, slots: { content } },
  accentGround: {
    props: { title: text('This week', '本周'), background: 'theme:accent' },
    slots: { content: [...content.slice(0, 1), ...hours] },
  },
  pickedGround: {
    props: { background: '#1e3a34', padding: 'l', shape: 'card' },
    slots: { content: [...content, ...hours] },
  },
  inkGround: {
    props: { title: text('Tonight', '今晚'), background: 'theme:ink', padding: 's' },
    slots: { content: hours },
  },
  empty: {},
} satisfies BlockStates
