import { expect, test } from 'vitest'
import { node, page, peersOf, sync, textOf } from '../testing/peers.ts'
import { moveNode, moveNodes } from './move-node.ts'

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

test('several are moved side by side in the order given, as one', () => {
  const [ann] = peersOf('root(a b c d e(x))')
  const ids = [node('a'), node('c')]
  expect(moveNodes(ann, ids, { parentId: page('root'), slot: 'root', index: 2 }).ok).toBe(true)
  expect(textOf(ann)).toBe('root(b d a c e(x))')
  moveNodes(ann, [node('d'), node('x')], { parentId: page('root'), slot: 'root', index: 0 })
  expect(textOf(ann)).toBe('root(d x b a c e)')
})

test('of several, what is gone is left out, and one inside itself refuses all', () => {
  const [ann] = peersOf('root(a b(x) c)')
  const to = { parentId: page('root'), slot: 'root', index: 9 }
  expect(moveNodes(ann, [node('gone'), node('a')], to).ok).toBe(true)
  expect(textOf(ann)).toBe('root(b(x) c a)')
  const inside = { parentId: node('x'), slot: 'main', index: 0 }
  expect(moveNodes(ann, [node('a'), node('b')], inside)).toEqual({ ok: false, reason: 'inside-itself' })
  expect(moveNodes(ann, [node('gone')], to)).toEqual({ ok: false, reason: 'gone' })
  expect(textOf(ann)).toBe('root(b(x) c a)')
})

test('several that lie side by side already are not written again', () => {
  const [ann] = peersOf('root(a b c)')
  let updates = 0
  ann.doc.on('update', () => updates++)
  moveNodes(ann, [node('b'), node('c')], { parentId: page('root'), slot: 'root', index: 1 })
  expect(updates).toBe(0)
})
