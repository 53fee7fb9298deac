import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { BlockState } from '../kit/stories/block-state.ts'
import { StateView } from '../kit/stories/state-view.tsx'
import { states } from './states.ts'

const read = (state: BlockState, language: 'en' | 'zh-CN' = 'en') =>
  renderToString(<StateView type="price-list" state={state} language={language} />).replaceAll(/<[^>]+>/g, ' ')

test('prices are in the shop’s currency, and what has none is to be asked for', () => {
  expect(read(states.default)).toMatch(/Cut and finish.*¥ +128/)
  expect(read(states.default)).toMatch(/Grey blending +on request/)
})

test('a price it begins with is said as each language says it', () => {
  expect(read(states.default)).toMatch(/from +¥ +388/)
  expect(read(states.default, 'zh-CN')).toMatch(/¥ +388 +起/)
})

test('a price before is struck through only while it was higher', () => {
  const line = { name: 'Cut', priceMinor: 9000, beforeMinor: 8000 }
  expect(read({ props: { items: [line] } })).not.toContain('80')
  expect(read({ props: { items: [{ ...line, beforeMinor: 9900 }] } })).toMatch(/¥ +99 +¥ +90/)
})

test('a line without a name waits on the canvas and is left out elsewhere', () => {
  expect(read({ props: { items: [{ priceMinor: 9000 }] } })).toBe('')
})
