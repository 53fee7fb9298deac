import { expect, test } from 'vitest'
import { readTree } from '../read-tree.ts'
import { checkEdit } from '../testing/check-edit.ts'
import { node, peersOf, sync } from '../testing/peers.ts'
import { duplicateNode } from '../operations/duplicate-node.ts'
import { isLocked, lockOf, setContentOnly, setLock } from './locks.ts'

test('[M60] locking a field, a block and the structure is one step each, undone like any edit', () => {
  checkEdit('root(a b)', (program) => setLock(program, node('a'), 'title', true), 'root(a b)')
  checkEdit('root(a b)', (program) => setLock(program, node('a'), '*', true), 'root(a b)')
  checkEdit('root(a b)', (program) => setContentOnly(program, true), 'root(a b)')
})

test('[M60] two people who lock two fields at once both succeed', () => {
  const [ann, bo] = peersOf('root(a)')
  setLock(ann, node('a'), 'title', true)
  setLock(bo, node('a'), 'note', true)
  sync(ann, bo)
  for (const person of [ann, bo]) expect(person.node(node('a'))?.locks).toEqual(['note', 'title'])
})

test('[M60] a copy of a locked block is not locked', () => {
  const [ann] = peersOf('root(a)')
  setLock(ann, node('a'), '*', true)
  const copy = duplicateNode(ann, node('a'))
  expect(copy.ok && ann.node(copy.value)?.locks).toBeUndefined()
})

test('[M61] a locked block covers what it holds, and nothing beside it', () => {
  const [ann] = peersOf('root(a(b(c)) d)')
  setLock(ann, node('a'), '*', true)
  expect(['a', 'b', 'c', 'd'].map((id) => lockOf(ann, node(id)))).toEqual(['a', 'a', 'a', undefined])
  setLock(ann, node('d'), 'title', true)
  expect([isLocked(ann, node('d')), isLocked(ann, node('d'), 'title'), isLocked(ann, node('d'), 'note')]).toEqual([
    false,
    true,
    false,
  ])
  setLock(ann, node('a'), '*', false)
  expect(lockOf(ann, node('c'))).toBeUndefined()
})

test('[M61] a part of a placed section is covered by the place and by what the section says', () => {
  const [ann] = peersOf('root(i=$s) $s(x)')
  setLock(ann, node('x'), '*', true)
  expect(isLocked(ann, node('i~x'))).toBe(true)
  setLock(ann, node('x'), '*', false)
  setLock(ann, node('i'), '*', true)
  expect(isLocked(ann, node('i~x'))).toBe(true)
  expect(isLocked(ann, node('x'))).toBe(false)
})

test('[M16] locks are read alike edit by edit and anew', () => {
  const [ann] = peersOf('root(a)')
  setLock(ann, node('a'), 'title', true)
  setContentOnly(ann, true)
  const anew = readTree(ann.doc)
  expect([anew.contentOnly, anew.nodes.get(node('a'))]).toEqual([ann.contentOnly, ann.node(node('a'))])
})
