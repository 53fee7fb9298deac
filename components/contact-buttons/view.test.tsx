import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { StateView } from '../kit/stories/state-view.tsx'
import { states } from './states.ts'

const draw = (state: keyof typeof states) =>
  renderToString(<StateView type="contact-buttons" state={states[state]} language="en" />)

test('all that a phone can follow is a link, before any script', () => {
  const html = draw('default')
  expect(html).toContain('href="tel:+86 21 5555 0182"')
  expect(html).toContain('href="#sms"')
  expect(html).toContain('href="#mail"')
  expect(html).toContain('href="#map"')
  expect(html.match(/<button/g)).toHaveLength(1)
})

test('a shop without phone and address offers what is left; what is unfinished is told on the canvas alone', () => {
  const html = draw('withoutPhone')
  expect(html.match(/<a /g)).toHaveLength(2)
  expect(html).not.toContain('Directions')
  expect(draw('unfinished').match(/Fill this in/g)).toHaveLength(2)
})
