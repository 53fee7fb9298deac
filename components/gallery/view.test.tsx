import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { BlockState } from '../kit/stories/block-state.ts'
import { StateView } from '../kit/stories/state-view.tsx'
import { states } from './states.ts'

const drawn = (state: BlockState) => renderToString(<StateView type="gallery" state={state} language="en" />)

test('each picture is a button that says which picture it shows', () => {
  const html = drawn(states.default)
  expect(html).toContain('aria-label="Show large: Dan dan noodles, as hot as you dare"')
  expect(html).toContain('aria-label="Show large: Braised beef noodles"')
})

test('on the canvas nothing is to be pressed, and what has no picture yet keeps its place', () => {
  const html = drawn(states.waiting)
  expect(html).not.toContain('<button')
  expect(html.match(/sw-picture-box__empty/g)).toHaveLength(2)
})

test('visitors are shown no empty places, and nothing at all while there is no picture', () => {
  expect(drawn({ ...states.waiting, env: {} }).match(/<button/g)).toHaveLength(1)
  expect(drawn({ props: { items: [{ picture: null }] } })).toBe('')
})
