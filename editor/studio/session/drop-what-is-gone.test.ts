import { expect, test } from 'vitest'
import { findPart, removeNode, removePage, restoreNode, type PageId } from '#model/index.ts'
import { node, page, peersOf, sync } from '#model/testing/peers.ts'
import { selecting } from '#editor/state/selection.ts'
import { createViewState } from '#editor/state/view-state.ts'
import { dropWhatIsGone, type Taken } from './drop-what-is-gone.ts'

function watched(spec: string) {
  const [ann, bo] = peersOf(spec, 2)
  const view = createViewState({ pageId: ann!.pages()[0]?.id })
  const taken: Taken[] = []
  dropWhatIsGone(ann!, view, (one) => taken.push(one))
  return { ann: ann!, bo: bo!, view, taken }
}

test('somebody else deletes the container of what is typed in: it is told, and comes back with what was typed', () => {
  const { ann, bo, view, taken } = watched('home(box(inner(leaf)) other)')
  const leaf = node('leaf')
  view.setState({ ...selecting(leaf), typing: { nodeId: leaf, prop: 'text', at: 'end' } })
  removeNode(bo, node('box'))
  sync(ann, bo)
  expect(taken).toEqual([{ deleted: { kind: 'node', id: node('box') }, nodeId: leaf }])
  expect(view.getState()).toMatchObject({ selection: [], typing: undefined })
  restoreNode(ann, node('box'))
  expect(ann.has(leaf)).toBe(true)
})

test('the block itself, or its page', () => {
  const { ann, bo, view, taken } = watched('home(a b) second(c)')
  view.setState(selecting(node('a')))
  removeNode(bo, node('a'))
  sync(ann, bo)
  view.setState({ pageId: page('second'), ...selecting(node('c')) })
  removePage(bo, page('second') as PageId)
  sync(ann, bo)
  expect(taken).toEqual([
    { deleted: { kind: 'node', id: node('a') }, nodeId: node('a') },
    { deleted: { kind: 'page', id: page('second') }, nodeId: node('c') },
  ])
  expect(view.getState().pageId).toBe(page('home'))
})

test('one’s own deletion is no news, nor what was not chosen', () => {
  const { ann, bo, view, taken } = watched('home(a b)')
  view.setState(selecting(node('a')))
  removeNode(ann, node('a'))
  removeNode(bo, node('b'))
  sync(ann, bo)
  expect(taken).toEqual([])
})

test('in a placed section: the place, what that stood in, the block inside, and a place inside the section', () => {
  for (const deleted of ['box', 'i', 'x', 'inner', 'j', 'y']) {
    const { ann, bo, view, taken } = watched('home(box(i=$s)) $s(inner(x) j=$t) $t(y)')
    const part = node(deleted === 'j' || deleted === 'y' ? 'i~j~y' : 'i~x')
    view.setState({ ...selecting(part), typing: { nodeId: part, prop: 'text', at: 'end' } })
    removeNode(bo, node(deleted))
    sync(ann, bo)
    expect(taken).toEqual([{ deleted: { kind: 'node', id: node(deleted) }, nodeId: part }])
    expect(view.getState()).toMatchObject({ selection: [], typing: undefined })
    restoreNode(ann, node(deleted))
    expect(findPart(ann, part), deleted).toBeDefined()
  }
})
