import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { StateView } from '../kit/stories/state-view.tsx'
import { states } from './states.ts'

test('two columns are two, also while the third still holds something', () => {
  const state = { ...states.three, props: { layout: '1-1' }, env: { mode: 'canvas' } } as const
  const html = renderToString(<StateView type="columns" state={state} language="en" />)
  expect(html).toContain('data-slot="column2"')
  expect(html).not.toContain('data-slot="column3"')
})
