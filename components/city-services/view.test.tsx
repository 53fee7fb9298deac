import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { StateView } from '../kit/stories/state-view.tsx'
import { states } from './states.ts'

const draw = (state: keyof typeof states) =>
  renderToString(<StateView type="city-services" state={states[state]} language="en" />)

test('a page leads there, a number rings, and one with both does both, before any script', () => {
  const html = draw('default')
  expect(html).toContain('href="tel:120"')
  expect(html).toContain('href="#page"')
  expect(html).toMatch(/href="#map".*aria-label="Call Town hall" href="tel:021-6437 0000"/s)
  expect(html.match(/<h3/g)).toHaveLength(3)
})

test('search may be left out', () => {
  expect(draw('default')).toContain('placeholder="Search services"')
  expect(draw('plain')).not.toContain('<input')
})
