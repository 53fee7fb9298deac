import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { BlockState } from '../kit/stories/block-state.ts'
import { StateView } from '../kit/stories/state-view.tsx'
import { states } from './states.ts'

const textOf = (state: BlockState, language: 'en' | 'zh-CN' = 'en') =>
  renderToString(<StateView type="own-orders" state={state} language={language} />)
    .replaceAll(/<path[^>]*>|<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')

test('each order says where it stands, what it was, where and when, and what it cost', () => {
  const text = textOf(states.default)
  expect(text).toMatch(/Being cooked No\. 17 Braised beef noodle soup and 1 more Table A1 · 11:05 ¥ ?\d+/)
  expect(text).toContain('Done No. 13')
  expect(text).toContain('Partly paid back')
  expect(textOf(states.default, 'zh-CN')).toMatch(/制作中 17 号 红烧牛肉面等 2 样 A1 号桌 · 11:05/)
})

test('the last three are shown, the others with a tap', () => {
  expect(textOf(states.default)).toContain('Show 1 more')
  expect(textOf(states.default)).not.toContain('No. 25')
  expect(textOf({ ...states.default, props: { shown: 20 } })).toContain('No. 25')
  expect(textOf(states.one)).not.toContain('more Show')
})

test('one for later says for when, one that is not paid has no number', () => {
  expect(textOf(states.forTomorrow)).toContain('Pick up · for tomorrow 12:30')
  expect(textOf(states.toPay)).toContain('Waiting for payment Braised')
})

test('who has ordered nothing yet reads so', () => {
  expect(textOf(states.firstVisit)).toContain('What you order will be here.')
})
