import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { BlockState } from '../kit/stories/block-state.ts'
import { StateView } from '../kit/stories/state-view.tsx'
import { states } from './states.ts'

const drawn = (state: BlockState) => renderToString(<StateView type="popup" state={state} language="en" />)

test('its content is not in the page until it opens, and stands open on the canvas', () => {
  expect(drawn(states.default)).not.toContain('Six bowls')
  expect(drawn(states.edited)).toContain('Six bowls')
  expect(drawn(states.edited)).toContain('data-slot="content"')
})

test('only one that is opened by a button has a button', () => {
  expect(drawn(states.default)).toContain('<button')
  expect(drawn(states.byItself)).not.toContain('<button')
})
