import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { BlockState } from '../kit/stories/block-state.ts'
import { StateView } from '../kit/stories/state-view.tsx'
import { states } from './states.ts'

const drawn = (state: BlockState) => renderToString(<StateView type="timeline" state={state} language="en" />)

test('readers hear a list, and which point is the present one', () => {
  const html = drawn(states.default)
  expect(html.match(/role="listitem"/g)).toHaveLength(3)
  expect(html.match(/aria-current="step"/g)).toHaveLength(1)
})

test('points are numbered only where numbers are asked for', () => {
  expect(drawn(states.numbers)).toMatch(/b-timeline__mark[^>]*><span[^>]*>2</)
  expect(drawn(states.default)).not.toMatch(/b-timeline__mark[^>]*><span/)
})
