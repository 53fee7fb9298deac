import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { BlockState } from '../kit/stories/block-state.ts'
import { mockNowMs } from '../kit/stories/mock-shop.ts'
import { StateView } from '../kit/stories/state-view.tsx'
import { states } from './states.ts'

const draw = (state: BlockState) => renderToString(<StateView type="live-stream" state={state} language="en" />)

test('before it begins it reminds, while it runs it leads there, afterwards it says so or leads to the recording', () => {
  expect(draw(states.default)).toContain('Begins tomorrow 19:56')
  expect(draw(states.default)).not.toContain('<a ')
  expect(draw(states.live)).toContain('Live now')
  expect(draw(states.live)).toContain('Watch now')
  expect(draw(states.live)).not.toContain('Remind me')
  expect(draw(states.over)).not.toMatch(/<a |<button/)
  expect(draw(states.replay)).toContain('Watch the recording')
})

test('it can leave when it is over', () => {
  const over = { startsAtMs: mockNowMs - 24 * 3_600_000, afterwards: 'gone' }
  expect(draw({ props: { ...states.over.props, ...over } })).not.toContain('b-live-stream')
})
