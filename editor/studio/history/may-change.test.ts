import { expect, test } from 'vitest'
import { insertNode, pageSlot, setLock, type Change, type NodeId } from '#model/index.ts'
import { testingContext } from '../commands/testing-context.ts'
import type { StudioSession } from '../session/studio-session.ts'
import { mayChange, mayRestore } from './may-change.ts'

/** Somebody with these rights in a program with one heading, which may have a lock. */
function somebody(rights: Pick<StudioSession, 'canWrite' | 'canLock' | 'canEdit'>, lock?: string) {
  const { program } = testingContext()
  const parentId = program.pages()[0]!.id
  insertNode(program, { type: 'heading', props: { text: 'A' }, to: { parentId, slot: pageSlot, index: 0 } })
  const nodeId = program.children(parentId)[0]!
  if (lock) setLock(program, nodeId, lock, true)
  return { session: { ...rights, program } as StudioSession, nodeId }
}

const prop = (nodeId: NodeId, name: string, before: string, after: string): Change => ({
  what: 'prop',
  nodeId,
  type: 'heading',
  props: {},
  rootId: undefined,
  prop: name,
  before,
  after,
})
const designer = { canWrite: true, canLock: true, canEdit: true }
const editor = { canWrite: true, canLock: false, canEdit: true }
const wordsOnly = { canWrite: true, canLock: false, canEdit: false }
const viewer = { canWrite: false, canLock: false, canEdit: false }

test.each([
  ['a viewer takes nothing back', viewer, undefined, 'text', false],
  ['an editor takes back what is not locked', editor, undefined, 'text', true],
  ['and not what is', editor, 'text', 'text', false],
  ['a lock of another field is no matter', editor, 'size', 'text', true],
  ['where the structure is locked, words', wordsOnly, undefined, 'text', true],
  ['and nothing else', wordsOnly, undefined, 'size', false],
  ['who may lock is bound by none', designer, '*', 'text', true],
])('%s', (_name, rights, lock, name, allowed) => {
  const { session, nodeId } = somebody(rights, lock)
  expect(mayChange(prop(nodeId, name, 'a', 'b'), session)).toBe(allowed)
})

test('a whole version is brought back by those who may lock, and by others while nothing is locked', () => {
  expect(mayRestore(somebody(designer, 'text').session)).toBe(true)
  expect(mayRestore(somebody(editor, 'text').session)).toBe(false)
  expect(mayRestore(somebody(editor).session)).toBe(true)
  expect(mayRestore(somebody(wordsOnly).session)).toBe(false)
})
