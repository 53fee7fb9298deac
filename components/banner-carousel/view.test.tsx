import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { StateView } from '../kit/stories/state-view.tsx'
import { states } from './states.ts'

const drawn = (state: Parameters<typeof StateView>[0]['state']) =>
  renderToString(<StateView type="banner-carousel" state={state} language="en" />)

test('only the first picture is fetched at once', () => {
  expect(drawn(states.default).match(/loading="lazy"/g)).toHaveLength(2)
})

test('slides lead somewhere without any script', () => {
  expect(drawn(states.default)).toMatch(/<a [^>]*b-banner-carousel__slide" href="#page"/)
})

test('what moves by itself can be stopped; what does not move has nothing to stop', () => {
  expect(drawn(states.default)).toContain('aria-label="Stop moving"')
  expect(drawn(states.high)).not.toContain('Stop moving')
  expect(drawn(states.one)).not.toContain('Stop moving')
})

test('a slide without a picture waits on the canvas and is left out elsewhere', () => {
  const props = { slides: [{ title: 'Soon' }] }
  expect(drawn({ props })).toBe('')
  expect(drawn({ props, env: { mode: 'canvas' } })).toContain('Choose a picture')
})
