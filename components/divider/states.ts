import { type BlockStates, text } from '../kit/stories/block-state.ts'

export const states = {
  default: {},
  words: { props: { words: text('Since 1998', '始于一九九八'), line: 'faded' } },
  dashed: { props: { line: 'dashed', width: 'full', room: 's' } },
  short: { props: { width: 'short', colour: 'theme:accent', room: 'l' } },
  wave: { props: { line: 'wave', room: 'l' } },
  dots: { props: { line: 'dots' } },
  long: { props: { words: text('Breakfast until eleven', '早餐供应至上午十一点整'), line: 'dashed' } },
} satisfies BlockStates
