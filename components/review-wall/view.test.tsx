import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { BlockState } from '../kit/stories/block-state.ts'
import { StateView } from '../kit/stories/state-view.tsx'
import { states } from './states.ts'

const drawn = (state: BlockState) => renderToString(<StateView type="review-wall" state={state} language="en" />)

test('stars are told in words, and drawn as far as they go', () => {
  const html = drawn(states.default)
  expect(html).toContain('aria-label="4.7 of 5 stars"')
  expect(html).toContain('width:94%')
  expect(drawn(states.long)).not.toContain('stars')
})

test('several in a row can be reached by keyboard; a single one is no row', () => {
  expect(drawn(states.default)).toMatch(/tabindex="0" role="group" aria-label="What our guests say"/i)
  expect(drawn(states.one)).not.toMatch(/tabindex/i)
})

test('a review without words waits on the canvas and is left out elsewhere', () => {
  const props = { items: [{ name: 'Lin' }] }
  expect(drawn({ props })).toBe('')
  expect(drawn({ props, env: { mode: 'canvas' } })).toContain('What was said')
})
