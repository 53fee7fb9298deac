import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { BlockState } from '../kit/stories/block-state.ts'
import { StateView } from '../kit/stories/state-view.tsx'
import { states } from './states.ts'

const drawn = (state: BlockState) => renderToString(<StateView type="video" state={state} language="en" />)

test('nothing of a video is fetched before somebody presses play, and it says what it shows', () => {
  const html = drawn(states.default)
  expect(html).toMatch(/<video [^>]*preload="none"/)
  expect(html).toContain('aria-label="Dough is kneaded and pulled into noodles"')
  expect(html).not.toMatch(/autoplay/i)
})

test('the editor fetches nothing from elsewhere at all', () => {
  for (const state of [states.edited, states.preview]) {
    expect(drawn(state)).not.toContain('videos.example')
    expect(drawn(state)).toContain('b-video__play')
  }
})

test('what is no address of a video is told on the canvas and left out elsewhere', () => {
  expect(drawn(states.wrong)).toContain('no https:// address')
  expect(drawn({ ...states.wrong, env: {} })).toBe('')
})
