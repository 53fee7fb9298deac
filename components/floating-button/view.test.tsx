import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { BlockState } from '../kit/stories/block-state.ts'
import { StateView } from '../kit/stories/state-view.tsx'
import { states } from './states.ts'

const drawn = (state: BlockState) => renderToString(<StateView type="floating-button" state={state} language="en" />)

test('works as a link without any script, and is named also where it shows its icon alone', () => {
  expect(drawn(states.default)).toContain('href="tel:+86 21 5555 0182"')
  expect(drawn(states.round)).toMatch(/<a [^>]*aria-label="Order"/)
})

test('a button that leads nowhere is not in the way; on the canvas it waits where it was placed', () => {
  expect(drawn({ ...states.canvas, env: {} })).toBe('')
  expect(drawn(states.canvas)).toContain('b-floating-button--here')
})
