import { expect, test } from 'vitest'
import { node, page, peersOf, sync, textOf } from '../testing/peers.ts'
import { moveNode } from './move-node.ts'

test('a node lands at the index asked for, with all it holds', () => {
  const [ann] = peersOf('root(a(x) b c)')
  expect(moveNode(ann, node('a'), { parentId: page('root'), slot: 'root', index: 1 }).ok).toBe(true)
  expect(textOf(ann)).toBe('root(b a(x) c)')
  moveNode(ann, node('a'), { parentId: node('c'), slot: 'left', index: 9 })
  expect(textOf(ann)).toBe('root(b c/left(a(x)))')
})

test('[M7] two people dragging one node leave one copy of it', () => {
  const [ann, bo] = peersOf('root(a b(x) c(y))')
  moveNode(ann, node('a'), { parentId: node('b'), slot: 'main', index: 0 })
  moveNode(bo, node('a'), { parentId: node('c'), slot: 'main', index: 0 })
  sync(ann, bo)
  expect(textOf(ann)).toBe(textOf(bo))
  expect(['root(b(a x) c(y))', 'root(b(x) c(a y))']).toContain(textOf(ann))
})

test('a node cannot be moved into itself, nor to where nothing is', () => {
  const [ann] = peersOf('root(a(x(y)) b)')
  expect(moveNode(ann, node('a'), { parentId: node('y'), slot: 'main', index: 0 })).toEqual({
    ok: false,
    reason: 'inside-itself',
  })
  expect(moveNode(ann, node('a'), { parentId: node('a'), slot: 'main', index: 0 })).toEqual({
    ok: false,
    reason: 'inside-itself',
  })
  expect(moveNode(ann, node('a'), { parentId: node('gone'), slot: 'main', index: 0 })).toEqual({
    ok: false,
    reason: 'gone',
  })
  expect(moveNode(ann, node('gone'), { parentId: node('a'), slot: 'main', index: 0 })).toEqual({
    ok: false,
    reason: 'gone',
  })
  expect(textOf(ann)).toBe('root(a(x(y)) b)')
})

test('moved to where it is, nothing is written', () => {
  const [ann] = peersOf('root(a b c)')
  let updates = 0
  ann.doc.on('update', () => updates++)
  moveNode(ann, node('b'), { parentId: page('root'), slot: 'root', index: 1 })
  moveNode(ann, node('c'), { parentId: page('root'), slot: 'root', index: 99 })
  expect(updates).toBe(0)
})

test('[M12] two nodes dragged into each other stay on their page', () => {
  const [ann, bo] = peersOf('home() second(a b)')
  moveNode(ann, node('a'), { parentId: node('b'), slot: 'main', index: 0 })
  moveNode(bo, node('b'), { parentId: node('a'), slot: 'main', index: 0 })
  sync(ann, bo)
  expect(textOf(ann)).toBe(textOf(bo))
  expect(textOf(ann)).toBe('home() second(a(b))')
  expect([...ann.repaired()]).toEqual(['a'])
})
