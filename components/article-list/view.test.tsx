import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { BlockState } from '../kit/stories/block-state.ts'
import { StateView } from '../kit/stories/state-view.tsx'
import { states } from './states.ts'

const drawn = (state: BlockState) => renderToString(<StateView type="article-list" state={state} language="en" />)

test('articles lead somewhere without any script, and what leads nowhere is no link', () => {
  expect(drawn(states.default).match(/<a [^>]*href="#page"/g)).toHaveLength(3)
  expect(drawn(states.unlinked)).not.toContain('<a ')
})

test('only the first one of "large" is large', () => {
  expect(drawn(states.large).match(/b-article-list__item--stacked/g)).toHaveLength(1)
  expect(drawn(states.default)).not.toContain('b-article-list__item--stacked')
})
