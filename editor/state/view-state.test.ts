import { expect, test } from 'vitest'
import type { NodeId, PageId } from '#model/ids.ts'
import { createViewState } from './view-state.ts'

const [a, b] = ['a', 'b'] as NodeId[]
const choosing = () => createViewState({ pageId: 'p' as PageId, selection: [a!], choosingMore: true })

test('choosing several goes on while the choice grows and shrinks', () => {
  const view = choosing()
  view.setState({ selection: [a!, b!], choosingMore: true })
  view.setState({ hovered: b, selection: [a!, b!] })
  view.setState({ panel: 'layers' })
  expect(view.getState()).toMatchObject({ selection: [a, b], choosingMore: true })
})

test.for([
  ['another choice', { selection: [b!] }],
  ['another page', { pageId: 'q' as PageId }],
  ['a drag', { drag: { dragged: { kind: 'nodes', ids: [a!], types: ['text'] }, place: undefined, over: undefined } }],
  ['typing', { typing: { nodeId: a!, prop: 'text', at: 'end' } }],
] as const)('%s ends choosing several', ([, change]) => {
  const view = choosing()
  view.setState(change)
  expect(view.getState().choosingMore).toBe(false)
})
