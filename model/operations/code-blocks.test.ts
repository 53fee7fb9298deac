import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { codeBlockOf, codeBlockType } from '../code-blocks.ts'
import { restoreVersion } from '../history/restore-version.ts'
import { openProgram, type ProgramChange } from '../program.ts'
import { readTree } from '../read-tree.ts'
import { codeBlocksOf } from '../schema.ts'
import { checkEdit } from '../testing/check-edit.ts'
import { docOf, node, page, peersOf, sync, textOf } from '../testing/peers.ts'
import { transact } from '../transact.ts'
import { createUndo } from '../undo.ts'
import {
  addCodeBlock,
  placeCodeBlock,
  removeCodeBlock,
  renameCodeBlock,
  restoreCodeBlock,
  setCodeBlockSource,
} from './code-blocks.ts'

const home = { parentId: page('home'), slot: 'root', index: 9 }
const hello = { name: 'Hello', source: 'one\ntwo\n' }

test('[M90] adding one is one step, and the same on every machine', () => {
  checkEdit('home(a)', (program) => addCodeBlock(program, hello), 'home(a)')
  const [ann, bo] = peersOf('home(a)')
  const id = addCodeBlock(ann, hello)
  sync(ann, bo)
  expect(bo.codeBlocks()).toEqual([{ id, ...hello, isDeleted: false }])
  expect(readTree(bo.doc).codeBlocks).toEqual(bo.codeBlocks())
})

test('[M90] inside a transaction it reads as already changed', () => {
  const [ann] = peersOf('home(a)')
  transact(ann, { by: 'command', name: 'new' }, () => {
    const id = addCodeBlock(ann, hello)
    expect(placeCodeBlock(ann, id, home).ok).toBe(true)
    setCodeBlockSource(ann, id, 'three')
    expect(ann.codeBlock(id)?.source).toBe('three')
  })
})

test('[M90] an entry that is no code block is left alone and not shown', () => {
  const doc = docOf('home(a)')
  codeBlocksOf(doc).set('x', 'from the future')
  codeBlocksOf(doc).set('y', new Y.Map(Object.entries({ name: 'No source' })))
  const program = openProgram(doc)
  expect([program.codeBlocks(), readTree(doc).codeBlocks]).toEqual([[], []])
  expect(codeBlocksOf(doc).size).toBe(2)
})

test('[M91] a placed one is a node that names it', () => {
  const [ann] = peersOf('home(a)')
  const id = addCodeBlock(ann, hello)
  const placed = placeCodeBlock(ann, id, home)
  const type = placed.ok ? (ann.node(placed.value)?.type ?? '') : ''
  expect(type).toBe(codeBlockType(id))
  expect([codeBlockOf(type), codeBlockOf('heading')]).toEqual([id, undefined])
  expect(placeCodeBlock(ann, 'gone' as typeof id, home)).toEqual({ ok: false, reason: 'gone' })
})

test('[M92] what two people type in one source at once is all there, and undo takes back one’s own', () => {
  const [ann, bo] = peersOf('home(a)')
  const id = addCodeBlock(ann, hello)
  sync(ann, bo)
  const undo = createUndo(ann)
  transact(ann, { by: 'command', name: 'edit-code' }, () => setCodeBlockSource(ann, id, 'zero\none\ntwo\n'))
  setCodeBlockSource(bo, id, 'one\ntwo\nthree\n')
  sync(ann, bo)
  expect([ann.codeBlock(id)?.source, bo.codeBlock(id)?.source]).toEqual(Array(2).fill('zero\none\ntwo\nthree\n'))
  undo.undo()
  expect(ann.codeBlock(id)?.source).toBe('one\ntwo\nthree\n')
})

test('[M93] deleting keeps what stands and what is typed at that moment; restoring brings it back', () => {
  const [ann, bo] = peersOf('home(a)')
  const id = addCodeBlock(ann, hello)
  placeCodeBlock(ann, id, home)
  sync(ann, bo)
  removeCodeBlock(ann, id)
  setCodeBlockSource(bo, id, 'typed')
  sync(ann, bo)
  expect(ann.codeBlock(id)).toMatchObject({ source: 'typed', isDeleted: true })
  expect(textOf(ann)).toBe(textOf(bo))
  expect(ann.children(page('home'))).toHaveLength(2)
  expect(removeCodeBlock(ann, id)).toEqual({ ok: false, reason: 'gone' })
  expect(restoreCodeBlock(ann, id).ok).toBe(true)
  expect(ann.codeBlock(id)?.isDeleted).toBe(false)
})

test('listeners are told which changed, and unchanged records stay the same objects', () => {
  const [ann] = peersOf('home(a)')
  const first = addCodeBlock(ann, hello)
  const second = addCodeBlock(ann, { ...hello, name: 'Second' })
  const kept = ann.codeBlock(first)
  const told: ProgramChange[] = []
  ann.subscribe((change) => told.push(change))
  renameCodeBlock(ann, second, 'Other')
  expect(told.map(({ codeBlocks, nodes }) => [[...codeBlocks], nodes.size])).toEqual([[[second], 0]])
  expect(ann.codeBlock(first)).toBe(kept)
  expect(ann.codeBlocks().map(({ name }) => name)).toEqual(['Hello', 'Other'])
  expect(ann.node(node('a'))).toBeDefined()
})

test('[M70] an earlier version brings back its code blocks and takes along those that came', () => {
  const [ann] = peersOf('home(a)')
  const id = addCodeBlock(ann, hello)
  const before = new Y.Doc()
  Y.applyUpdate(before, Y.encodeStateAsUpdate(ann.doc))
  setCodeBlockSource(ann, id, 'changed')
  removeCodeBlock(ann, id)
  const later = addCodeBlock(ann, { ...hello, name: 'Later' })
  restoreVersion(ann, before)
  expect(ann.codeBlock(id)).toMatchObject({ source: hello.source, isDeleted: false })
  expect(ann.codeBlock(later)?.isDeleted).toBe(true)
})
