import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { StateView } from '../kit/stories/state-view.tsx'
import { states } from './states.ts'

const draw = (state: keyof typeof states) =>
  renderToString(<StateView type="queue-ticket" state={states[state]} language="en" />)
const texts = (html: string) => html.replaceAll(/<[^>]*>/g, '')

test('who is in line sees their number and nothing to take another', () => {
  expect(texts(draw('default'))).toContain('B122 parties before you')
  expect(draw('default')).not.toContain('Take a number')
  expect(texts(draw('called'))).toContain('It is your turn')
})

test('whose turn is over may take another, unless none are given', () => {
  for (const state of ['skipped', 'done'] as const) expect(draw(state)).toContain('Take a number')
  expect(draw('closed')).not.toContain('Take a number')
  expect(draw('closed')).toContain('No numbers are given')
})
