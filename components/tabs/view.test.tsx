import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { BlockState } from '../kit/stories/block-state.ts'
import { StateView } from '../kit/stories/state-view.tsx'
import { states } from './states.ts'

const drawn = (state: BlockState) => renderToString(<StateView type="tabs" state={state} language="en" />)

test('every tab is in the page, and the browser knows which one is chosen', () => {
  const html = drawn(states.default)
  expect(html).toContain('Scan the code')
  expect(html).toContain('Order ahead')
  expect(html.match(/<input [^>]*type="radio"/g)).toHaveLength(2)
  expect(html.match(/<input [^>]*checked/g)).toHaveLength(1)
})

test('each head belongs to the button that shows its panel', () => {
  const html = drawn(states.default)
  for (const index of [0, 1]) {
    expect(html).toContain(`id="tabs-n1-tab-${index}"`)
    expect(html).toContain(`for="tabs-n1-tab-${index}"`)
    expect(html).toContain(`aria-labelledby="tabs-n1-head-${index}"`)
  }
})

test('on the canvas only the tab is there that was opened, the first while none was', () => {
  const opened = drawn(states.secondOpen)
  expect(opened).toContain('data-slot="tab2"')
  expect(opened).not.toContain('data-slot="tab1"')
  expect(drawn({ ...states.default, env: { mode: 'canvas' } })).toContain('data-slot="tab1"')
})

test('on the canvas a name is a text to type in, not a head that chooses', () => {
  expect(drawn({ ...states.default, env: { mode: 'canvas' } })).not.toMatch(/<label [^>]*for=/)
})

test('a tab that is no longer there cannot stay open', () => {
  const state = { ...states.secondOpen, env: { mode: 'canvas', openSlot: 'tab5' } } as const
  expect(drawn(state)).toContain('data-slot="tab1"')
})
