import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { BlockState } from '../kit/stories/block-state.ts'
import { StateView } from '../kit/stories/state-view.tsx'
import { states } from './states.ts'

const drawn = (state: BlockState) => renderToString(<StateView type="collapsible" state={state} language="en" />)

test('is closed until somebody opens it, and holds its blocks all the same', () => {
  const html = drawn(states.closed)
  expect(html).not.toMatch(/<details [^>]*\bopen/)
  expect(html).toContain('Metro line 1 or 7')
})

test('stands open on the canvas, and nothing that is typed there folds it', () => {
  const html = drawn({ ...states.closed, env: { mode: 'canvas' } })
  expect(html).toContain('b-collapsible__panel--open')
  expect(html).not.toMatch(/<(details|summary)/)
})
