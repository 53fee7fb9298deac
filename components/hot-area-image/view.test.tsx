import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { BlockState } from '../kit/stories/block-state.ts'
import { StateView } from '../kit/stories/state-view.tsx'
import { states } from './states.ts'

const drawn = (state: BlockState) => renderToString(<StateView type="hot-area-image" state={state} language="en" />)

test('each area is a link that says what is there', () => {
  expect([...drawn(states.default).matchAll(/<a [^>]*aria-label="([^"]*)"/g)].map(([, name]) => name)).toEqual([
    'Order noodles',
    'Seafood of the day',
    'Book a table',
  ])
})

test('areas are outlined while they are edited, and those that lead nowhere are only there then', () => {
  const props = { ...states.full.props, areas: [{ name: 'Soon', link: null }] }
  expect(drawn({ props })).not.toContain('Soon')
  expect(drawn({ props, env: { mode: 'canvas' } })).toContain('b-hot-area-image__area--seen')
})
