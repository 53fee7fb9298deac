import type { BlockStates } from '../kit/stories/block-state.ts'

export const states = {
  default: { env: { mode: 'canvas' } },
  small: { props: { size: 's' }, env: { mode: 'canvas' } },
  large: { props: { size: 'l' }, env: { mode: 'canvas' } },
  exact: { props: { size: 'own', heightPx: 120 }, env: { mode: 'canvas' } },
  live: {},
} satisfies BlockStates
