import { expect, test } from 'vitest'
import { insertNode } from './operations/insert-node.ts'
import { moveNode } from './operations/move-node.ts'
import { changePage } from './operations/pages.ts'
import { removeNode } from './operations/remove-node.ts'
import { setProp, setText } from './operations/set-prop.ts'
import type { Program } from './program.ts'
import { node, page, peersOf, sync, textOf } from './testing/peers.ts'
import { transact } from './transact.ts'
import { createUndo } from './undo.ts'

const root = page('root')
const command = (program: Program, name: string, edit: () => unknown, gesture?: string) =>
  transact(program, { by: 'command', name, gesture }, edit)

test('a step goes back and forth and keeps its name', () => {
  const [ann] = peersOf('root(a b)')
  const undo = createUndo(ann)
  command(ann, 'move-block', () => moveNode(ann, node('a'), { parentId: root, slot: 'root', index: 1 }))
  command(ann, 'set-label', () => setProp(ann, node('a'), 'label', 'A'))
  expect([undo.undoNames, undo.redoNames]).toEqual([['move-block', 'set-label'], []])
  expect(undo.undo()).toBe('set-label')
  expect(ann.node(node('a'))?.props).toEqual({ label: 'a' })
  expect(textOf(ann)).toBe('root(b a)')
  expect(undo.undo()).toBe('move-block')
  expect(textOf(ann)).toBe('root(a b)')
  expect([undo.canUndo, undo.redoNames]).toEqual([false, ['set-label', 'move-block']])
  expect(undo.redo()).toBe('move-block')
  expect(undo.redo()).toBe('set-label')
  expect(undo.redo()).toBeUndefined()
  expect(textOf(ann)).toBe('root(b a)')
  expect(ann.node(node('a'))?.props).toEqual({ label: 'A' })
})

test('[M20] one command is one step, however many operations it holds; one gesture is one step, however many commands', () => {
  const [ann] = peersOf('root(a b)')
  const undo = createUndo(ann)
  command(ann, 'delete-selection', () => [removeNode(ann, node('a')), removeNode(ann, node('b'))])
  for (const label of ['1', '2', '3']) command(ann, 'type', () => setText(ann, node('a'), 'label', label), 'g')
  expect(undo.undoNames).toEqual(['delete-selection'])
  undo.undo()
  for (const label of ['x', 'xy', 'xyz'])
    command(ann, 'type', () => setText(ann, node('a'), 'label', label), 'typing-1')
  for (const label of ['xy', 'x']) command(ann, 'type', () => setText(ann, node('a'), 'label', label), 'typing-2')
  command(ann, 'move', () => moveNode(ann, node('a'), { parentId: root, slot: 'root', index: 1 }))
  expect(undo.undoNames).toEqual(['type', 'type', 'move'])
  undo.undo()
  undo.undo()
  expect(ann.node(node('a'))?.props.label).toBe('xyz')
})

test('[M20] what others do, and what no command did, is not undone', () => {
  const [ann, bo] = peersOf('root(a b)')
  const undo = createUndo(ann)
  setProp(ann, node('a'), 'label', 'import')
  command(bo, 'set-label', () => setProp(bo, node('b'), 'label', 'bo'))
  sync(ann, bo)
  expect(undo.canUndo).toBe(false)
  expect(undo.undo()).toBeUndefined()
})

test('[M21] A moves, B edits a property, A undoes: the edit stays', () => {
  const [ann, bo] = peersOf('root(a b(x))')
  const undo = createUndo(ann)
  command(ann, 'move', () => moveNode(ann, node('a'), { parentId: node('b'), slot: 'main', index: 0 }))
  sync(ann, bo)
  setProp(bo, node('a'), 'label', 'bo')
  sync(ann, bo)
  undo.undo()
  sync(ann, bo)
  expect([textOf(ann), textOf(bo)]).toEqual(['root(a b(x))', 'root(a b(x))'])
  expect(ann.node(node('a'))?.props.label).toBe('bo')
})

test('[M21] A deletes, B edits meanwhile, A undoes: back with the edit', () => {
  const [ann, bo] = peersOf('root(a(x) b)')
  const undo = createUndo(ann)
  command(ann, 'delete', () => removeNode(ann, node('a')))
  setProp(bo, node('x'), 'label', 'bo')
  setText(bo, node('a'), 'title', 'from bo')
  sync(ann, bo)
  expect(textOf(bo)).toBe('root(b)')
  undo.undo()
  sync(ann, bo)
  expect([textOf(ann), textOf(bo)]).toEqual(['root(a(x) b)', 'root(a(x) b)'])
  expect([ann.node(node('x'))?.props.label, bo.node(node('a'))?.props.title]).toEqual(['bo', 'from bo'])
})

test('[M21] A moves, B moves on, A undoes: the later move stays', () => {
  const [ann, bo] = peersOf('root(a b(x) c(y))')
  const undo = createUndo(ann)
  command(ann, 'move', () => moveNode(ann, node('a'), { parentId: node('b'), slot: 'main', index: 0 }))
  sync(ann, bo)
  moveNode(bo, node('a'), { parentId: node('c'), slot: 'main', index: 0 })
  sync(ann, bo)
  undo.undo()
  sync(ann, bo)
  expect([textOf(ann), textOf(bo)]).toEqual(['root(b(x) c(a y))', 'root(b(x) c(a y))'])
})

test('[M21] A adds, B adds a child, A undoes: the child stays on the page', () => {
  const [ann, bo] = peersOf('first() root(b)')
  const undo = createUndo(ann)
  command(ann, 'add', () => insertNode(ann, { type: 'box', to: { parentId: root, slot: 'root', index: 0 } }))
  const parentId = ann.children(root)[0]!
  sync(ann, bo)
  const child = insertNode(bo, { type: 'box', to: { parentId, slot: 'main', index: 0 } })
  sync(ann, bo)
  undo.undo()
  sync(ann, bo)
  expect(child.ok && textOf(ann)).toBe(`first() root(b ${child.ok && child.value})`)
  expect(textOf(bo)).toBe(textOf(ann))
})

test('[M21] A adds, B edits it, A undoes and redoes: back with the edit', () => {
  const [ann, bo] = peersOf('root(b)')
  const undo = createUndo(ann)
  command(ann, 'add', () =>
    insertNode(ann, { type: 'box', props: { n: 1 }, to: { parentId: root, slot: 'root', index: 0 } }),
  )
  const id = ann.children(root)[0]!
  sync(ann, bo)
  setProp(bo, id, 'n', 2)
  sync(ann, bo)
  undo.undo()
  sync(ann, bo)
  expect(textOf(bo)).toBe('root(b)')
  undo.redo()
  sync(ann, bo)
  expect([textOf(ann), textOf(bo)]).toEqual([`root(${id} b)`, `root(${id} b)`])
  expect([ann.node(id)?.props.n, bo.node(id)?.props.n]).toEqual([2, 2])
})

test('[M21] A deletes, B deletes the same, A undoes: it is back once', () => {
  const [ann, bo] = peersOf('root(a(x) b)')
  const undo = createUndo(ann)
  command(ann, 'delete', () => removeNode(ann, node('a')))
  removeNode(bo, node('a'))
  sync(ann, bo)
  undo.undo()
  sync(ann, bo)
  expect(textOf(ann)).toBe(textOf(bo))
  expect(['root(a(x) b)', 'root(b)']).toContain(textOf(ann))
})

test('[M21] both type in one text, A undoes: only the letters of A go', () => {
  const [ann, bo] = peersOf('root(a)')
  setText(ann, node('a'), 'title', 'hello')
  sync(ann, bo)
  const undo = createUndo(ann)
  command(ann, 'type', () => setText(ann, node('a'), 'title', 'hello ann'))
  setText(bo, node('a'), 'title', 'bo hello')
  sync(ann, bo)
  expect(ann.node(node('a'))?.props.title).toBe('bo hello ann')
  undo.undo()
  sync(ann, bo)
  expect([ann.node(node('a'))?.props.title, bo.node(node('a'))?.props.title]).toEqual(['bo hello', 'bo hello'])
})

test('listeners of the undo hear of every step', () => {
  const [ann] = peersOf('root(a)')
  const undo = createUndo(ann)
  const heard: string[] = []
  undo.subscribe(() => heard.push(undo.undoNames.join()))
  command(ann, 'set', () => setProp(ann, node('a'), 'label', 'x'))
  undo.undo()
  expect([heard[0], heard.at(-1)]).toEqual(['set', ''])
})

test('a step says what it worked on, and when', () => {
  const [ann] = peersOf('root(a b(x y))')
  let nowMs = 1000
  const undo = createUndo(ann, { now: () => nowMs })
  command(ann, 'delete', () => [removeNode(ann, node('a')), removeNode(ann, node('b'))])
  nowMs = 2000
  command(ann, 'insert', () =>
    insertNode(ann, {
      type: 'card',
      slots: { main: [{ type: 'text' }] },
      to: { parentId: root, slot: 'root', index: 0 },
    }),
  )
  command(ann, 'rename-page', () => changePage(ann, root, { title: 'Lunch' }), 'g')
  command(ann, 'rename-page', () => changePage(ann, root, { title: 'Lunches' }), 'g')
  const [deleted, inserted, renamed] = undo.undoSteps
  expect(deleted).toEqual({ name: 'delete', atMs: 1000, facts: { blocks: 2, type: 'box' } })
  expect(inserted).toEqual({ name: 'insert', atMs: 2000, facts: { blocks: 1, type: 'card' } })
  expect(renamed?.facts).toMatchObject({ blocks: 0, title: 'Lunches', titleBefore: 'root' })
  expect(undo.nextUndo).toBe(renamed)
})

test('a step that goes back and forth keeps what it says; the list stays the same while nothing happens', () => {
  const [ann] = peersOf('root(a)')
  const undo = createUndo(ann, { now: () => 5 })
  command(ann, 'type', () => setText(ann, node('a'), 'title', 'x'), 'g')
  command(ann, 'type', () => setText(ann, node('a'), 'title', 'xy'), 'g')
  const [typed] = undo.undoSteps
  expect(typed?.facts).toMatchObject({ blocks: 1, prop: 'title' })
  expect(undo.undoSteps).toBe(undo.undoSteps)
  undo.undo()
  expect([undo.undoSteps, undo.redoSteps]).toEqual([[], [typed]])
  undo.redo()
  expect(undo.undoSteps).toEqual([typed])
})
