import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { BlockState } from '../kit/stories/block-state.ts'
import { StateView } from '../kit/stories/state-view.tsx'
import { states } from './states.ts'

const drawn = (state: BlockState) => renderToString(<StateView type="team" state={state} language="en" />)

test('who has no picture has a letter, which readers do not hear before the name', () => {
  expect(drawn(states.default)).toMatch(/<span [^>]*aria-hidden="true"[^>]*>J<\/span>/)
})

test('pictures say nothing that the name beside them does not', () => {
  expect(drawn(states.default)).toMatch(/<img [^>]* alt(="")?[ >]/)
  expect(drawn(states.default)).not.toContain('alt="Dan dan noodles"')
})

test('only who leads somewhere is a link', () => {
  expect(drawn(states.list).match(/<a /g)).toHaveLength(1)
})
