import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { createUndo, setProp, transact, type Program } from '#model/index.ts'
import { docOf, node, peerWith, sync } from '#model/testing/peers.ts'
import type { Aside } from '#editor/local/local-copy.ts'
import { putBack } from './put-back.ts'

const editing = (program: Program) => ({
  program,
  edit: (name: string, run: (program: Program) => void) =>
    transact(program, { by: 'command', name }, () => run(program)),
})
const asideOf = (update: Uint8Array): Aside => ({ id: '1', reason: 'may-only-look', edits: 1, atMs: 0, update })

test('what was kept comes back beside what others did since, as one step that can be taken back', () => {
  const state = Y.encodeStateAsUpdate(docOf('root(a b)'))
  const [away, others] = [peerWith(state, 1), peerWith(state, 2)]
  const since = Y.encodeStateVector(away.doc)
  setProp(away, node('a'), 'label', 'mine')
  setProp(away, node('b'), 'label', 'mine too')
  const aside = asideOf(Y.encodeStateAsUpdate(away.doc, since))
  setProp(others, node('a'), 'colour', 'red')

  const again = peerWith(Y.encodeStateAsUpdate(others.doc), 3)
  const undo = createUndo(again)
  expect(putBack(editing(again), aside)).toBe(true)
  expect(again.node(node('a'))?.props).toEqual({ label: 'mine', colour: 'red' })
  expect(again.node(node('b'))?.props.label).toBe('mine too')
  expect(undo.undoNames).toEqual(['put-back-kept'])
  undo.undo()
  sync(again, others)
  expect(others.node(node('a'))?.props).toEqual({ label: 'a', colour: 'red' })
})

test('what builds on a past that this program does not have is not half brought in', () => {
  const away = peerWith(Y.encodeStateAsUpdate(docOf('root(a)')), 1)
  setProp(away, node('a'), 'label', 'first')
  const since = Y.encodeStateVector(away.doc)
  setProp(away, node('a'), 'label', 'second')
  const aside = asideOf(Y.encodeStateAsUpdate(away.doc, since))
  const replaced = peerWith(Y.encodeStateAsUpdate(docOf('root(a)')), 2)
  expect(putBack(editing(replaced), aside)).toBe(false)
  expect([replaced.node(node('a'))?.props.label, replaced.doc.store.pendingStructs]).toEqual(['a', null])
})
