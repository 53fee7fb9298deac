import { expect } from 'vitest'
import * as Y from 'yjs'
import { createUndo } from '../undo.ts'
import type { Program } from '../program.ts'
import { readTree } from '../read-tree.ts'
import { transact } from '../transact.ts'
import { peerWith, peersOf, sync, textOf } from './peers.ts'

/**
 * Runs one edit and checks all that must be true of any: the result, as text; one update and one step of undo, back and
 * forth; the same on another's machine and after a round trip through bytes.
 */
export function checkEdit<Value>(
  before: string,
  edit: (program: Program) => Value,
  after: string | ((value: Value) => string),
): Value {
  const [ann, bo] = peersOf(before)
  const undo = createUndo(ann)
  const old = readTree(ann.doc)
  let updates = 0
  ann.doc.on('update', () => updates++)
  const value = transact(ann, { by: 'command', name: 'edit' }, () => edit(ann))
  const text = typeof after === 'string' ? after : after(value)
  const tree = readTree(ann.doc)
  expect(textOf(ann)).toBe(text)
  expect([updates, undo.undoNames]).toEqual([1, ['edit']])

  undo.undo()
  expect(readTree(ann.doc)).toEqual(old)
  undo.redo()
  expect(readTree(ann.doc)).toEqual(tree)

  sync(ann, bo)
  expect(textOf(bo)).toBe(text)
  const reopened = peerWith(Y.encodeStateAsUpdate(ann.doc), 9)
  expect([textOf(reopened), readTree(reopened.doc)]).toEqual([text, tree])
  return value
}
