import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { BlockState } from '../kit/stories/block-state.ts'
import { StateView } from '../kit/stories/state-view.tsx'
import { states } from './states.ts'

const drawn = (state: BlockState) => renderToString(<StateView type="card" state={state} language="en" />)

test('picture and words lead somewhere, the blocks below them are not part of that link', () => {
  const link = { kind: 'page', pageId: 'menu' }
  const html = drawn({ ...states.content, props: { ...states.content.props, link } })
  expect(html).toMatch(/<a [^>]*b-card__head/)
  expect(html.slice(html.indexOf('</a>'))).toContain('Free soy milk')
})

test('a link of a picture alone is named by what the picture shows', () => {
  expect(drawn(states.pictureOnly)).toContain('aria-label="A table of small plates"')
  expect(drawn(states.default)).not.toMatch(/<a [^>]*aria-label/)
})
