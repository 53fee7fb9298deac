import { expect, test, vi } from 'vitest'
import { removeNode, setProp, setShowWhen } from '#model/index.ts'
import { node, peersOf } from '#model/testing/peers.ts'
import { conditionalNodesOf } from './conditional-nodes.ts'

test('blocks with conditions are known wherever they are, and followed', () => {
  const [ann] = peersOf('home(a(b)) second(c)')
  setShowWhen(ann, node('b'), { hidden: true })
  const nodes = conditionalNodesOf(ann)
  const heard = vi.fn()
  nodes.subscribe(heard)
  expect(nodes.get()).toEqual(['b'])
  setShowWhen(ann, node('c'), { hours: 'open' })
  expect(nodes.get()).toEqual(['b', 'c'])
  removeNode(ann, node('a'))
  expect(nodes.get()).toEqual(['c'])
  setShowWhen(ann, node('c'), null)
  expect([nodes.get(), heard.mock.calls.length]).toEqual([[], 3])
})

test('an edit of something else tells nobody, and the list stays the same one', () => {
  const [ann] = peersOf('home(a b)')
  setShowWhen(ann, node('a'), { hidden: true })
  const nodes = conditionalNodesOf(ann)
  const heard = vi.fn()
  nodes.subscribe(heard)
  const before = nodes.get()
  setProp(ann, node('a'), 'label', 'Typed')
  setShowWhen(ann, node('a'), { untilMs: 5 })
  expect(heard).not.toHaveBeenCalled()
  expect(nodes.get()).toBe(before)
})
