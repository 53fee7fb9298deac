import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { BlockState } from '../kit/stories/block-state.ts'
import { StateView } from '../kit/stories/state-view.tsx'
import { states } from './states.ts'

const drawn = (state: BlockState) => renderToString(<StateView type="faq" state={state} language="en" />)
const openOnes = (html: string) => html.match(/<details [^>]*\bopen/g)?.length ?? 0

test('begins with the first answer open, or with none', () => {
  expect(openOnes(drawn(states.default))).toBe(1)
  expect(openOnes(drawn(states.closed))).toBe(0)
})

test('of those that open one at a time the browser knows that they belong together', () => {
  expect(drawn(states.oneAtATime).match(/name="faq-n1"/g)).toHaveLength(3)
  expect(drawn(states.default)).not.toContain('name=')
})

test('on the canvas every answer is seen, also where one closes the other', () => {
  expect(openOnes(drawn({ ...states.oneAtATime, env: { mode: 'canvas' } }))).toBe(3)
})

test('a question without words waits on the canvas and is left out elsewhere', () => {
  const props = { items: [{ answer: 'Yes' }] }
  expect(drawn({ props })).toBe('')
  expect(drawn({ props, env: { mode: 'canvas' } })).toContain('Your question')
})
