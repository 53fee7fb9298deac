import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { StateView } from '../kit/stories/state-view.tsx'
import { states } from './states.ts'

const drawn = (state: Parameters<typeof StateView>[0]['state']) =>
  renderToString(<StateView type="shop-location" state={state} language="en" />)

test('calls and leads to the map without any script', () => {
  expect(drawn(states.default)).toContain('href="tel:+86 21 5555 0182"')
  expect(drawn(states.default)).toContain('href="#map"')
})

test('offers only what there is', () => {
  expect(drawn(states.noPhone)).not.toContain('Call')
  expect(drawn(states.plain)).not.toContain('b-shop-location__map"')
  expect(drawn(states.none)).not.toContain('<a ')
})
