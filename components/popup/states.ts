import type { NodeSpec } from '#model/program-spec.ts'
import { type BlockStates, text } from '../kit/stories/block-state.ts'
import { mockPictures } from '../kit/stories/mock-pictures.ts'

const content: readonly NodeSpec[] = [
  { type: 'image', props: { picture: mockPictures.members, ratio: '16:9' } },
  {
    type: 'text',
    props: {
      text: text(
        'Six bowls, broth and noodles apart, ready in eight minutes at home.',
        '六份装，汤面分开，在家八分钟就能开吃。',
      ),
    },
  },
]
const button = text('What is in the box?', '里面有什么？')
const title = text('A look inside', '先看一眼')

export const states = {
  default: { props: { button, title }, slots: { content } },
  opened: { props: { button, title }, slots: { content } },
  fromBelow: { props: { button, title, place: 'bottom', look: 'outlined' }, slots: { content } },
  byItself: {
    props: { opens: 'visit', delaySeconds: 0, title: text('Open on Monday', '本周一照常营业') },
    slots: { content },
  },
  untitled: { props: { button }, slots: { content } },
  edited: { props: { button, title }, slots: { content }, env: { mode: 'canvas' } },
  empty: { props: { button, title }, env: { mode: 'canvas' } },
} satisfies BlockStates
