import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { NewerDocumentError } from './newer-document-error.ts'
import { insertNode } from './operations/insert-node.ts'
import { moveNode } from './operations/move-node.ts'
import { addPage, removePage, restorePage } from './operations/pages.ts'
import { removeNode, restoreNode } from './operations/remove-node.ts'
import { setProp, setText } from './operations/set-prop.ts'
import { openProgram } from './program.ts'
import type { Program } from './program.ts'
import { readTree } from './read-tree.ts'
import { metaOf, nodesOf, schemaVersion } from './schema.ts'
import { node, page, peersOf, sync, textOf } from './testing/peers.ts'
import { transact } from './transact.ts'

const root = page('root')
const into = (parent: string, index = 0) => ({ parentId: node(parent), slot: 'main', index })

function expectSame(...peers: Program[]): string {
  const [first, ...others] = peers.map(textOf)
  for (const other of others) expect(other).toBe(first)
  for (const peer of peers) expect([...readTree(peer.doc).nodes.keys()].every((id) => peer.has(id))).toBe(true)
  return first!
}

test('[M8] edits of two properties, and of two stretches of one text, all stay', () => {
  const [ann, bo] = peersOf('root(a)')
  setText(ann, node('a'), 'title', 'noodle')
  sync(ann, bo)
  setProp(ann, node('a'), 'colour', 'red')
  setText(ann, node('a'), 'title', 'hot noodle')
  setProp(bo, node('a'), 'size', 3)
  setText(bo, node('a'), 'title', 'noodles')
  sync(ann, bo)
  expect(ann.node(node('a'))?.props).toEqual({ colour: 'red', label: 'a', size: 3, title: 'hot noodles' })
  expect(bo.node(node('a'))?.props).toEqual(ann.node(node('a'))?.props)
})

test('[M9] a deleted node takes along what it held, wherever the deleter saw it', () => {
  const [ann, bo] = peersOf('root(a(x(y)) b)')
  moveNode(bo, node('y'), into('a', 1))
  removeNode(ann, node('a'))
  sync(ann, bo)
  expect(expectSame(ann, bo)).toBe('root(b)')
  restoreNode(ann, node('a'))
  expect(textOf(ann)).toBe('root(a(x y) b)')
})

test('[M9] what someone moves out of a node while it is deleted stays where they put it', () => {
  const [ann, bo] = peersOf('root(a(x(y)) b)')
  moveNode(bo, node('x'), into('b'))
  removeNode(ann, node('a'))
  sync(ann, bo)
  expect(expectSame(ann, bo)).toBe('root(b(x(y)))')
})

test('[M10] what comes into a node while it is deleted takes its place', () => {
  const [ann, bo, cy] = peersOf('root(p(q a(x) r) b(c))')
  removeNode(ann, node('a'))
  moveNode(bo, node('b'), into('x'))
  const added = insertNode(cy, { type: 'box', to: into('a') })
  sync(ann, bo, cy)
  const id = added.ok ? added.value : ''
  expect([`root(p(q b(c) ${id} r))`, `root(p(q ${id} b(c) r))`]).toContain(expectSame(ann, bo, cy))
  expect([...ann.repaired()].sort()).toEqual([id, 'b'].sort())
})

test('[M10] if what held the deleted node is gone as well, it goes to the page', () => {
  const [ann, bo] = peersOf('first(z) root(p(a(x)))')
  removeNode(ann, node('a'))
  removeNode(ann, node('p'))
  insertNode(bo, { type: 'box', to: into('x') })
  sync(ann, bo)
  expect(expectSame(ann, bo)).toMatch(/^first\(z\) root\(\w{12}\)$/)
})

test('[M10] what comes onto a page while it is deleted goes to the first page', () => {
  const [ann, bo] = peersOf('root(a) second(b(c))')
  removePage(ann, page('second'))
  moveNode(bo, node('a'), into('c'))
  sync(ann, bo)
  expect(expectSame(ann, bo)).toBe('root(a)')
  restorePage(bo, page('second'))
  sync(ann, bo)
  expect(expectSame(ann, bo)).toBe('root() second(b(c(a)))')
})

test('[M11] a node whose parent never arrived stands on its page, and goes home when the parent comes', () => {
  const [ann, bo] = peersOf('root(a) second(b)')
  const before = Y.encodeStateVector(bo.doc)
  const parent = insertNode(ann, { type: 'box', to: into('b') })
  const parentId = parent.ok ? parent.value : node('')
  const parentBytes = Y.encodeStateAsUpdate(ann.doc, before)
  Y.applyUpdate(bo.doc, parentBytes)
  insertNode(bo, { type: 'box', to: { parentId, slot: 'main', index: 0 } })
  nodesOf(ann.doc).delete(parentId)
  sync(ann, bo)
  const child = ann.children(page('second'))[1]
  expect(expectSame(ann, bo)).toBe(`root(a) second(b ${child})`)
})

test('[M11] a place nobody can read is as good as none', () => {
  const [ann] = peersOf('root(a b)')
  for (const at of [undefined, 7, ['a'], ['nowhere', 'main', 'V'], ['trash'], ['trash', 'V', 'ids'], { parent: 'a' }]) {
    ;(nodesOf(ann.doc).get('b') as Y.Map<unknown>).set('at', at ?? null)
    expect(ann.pageOf(node('b'))).toBe('root')
    expect(readTree(ann.doc).nodes.has(node('b'))).toBe(true)
  }
})

test('[M12] three nodes dragged into each other in a circle keep all they hold', () => {
  const [ann, bo, cy] = peersOf('root() second(a(x) b(y) c(z))')
  moveNode(ann, node('a'), into('y'))
  moveNode(bo, node('b'), into('z'))
  moveNode(cy, node('c'), into('x'))
  sync(ann, bo, cy)
  expect(expectSame(ann, bo, cy)).toBe('root() second(a(x(c(z(b(y))))))')
  moveNode(ann, node('a'), { parentId: root, slot: 'root', index: 0 })
  sync(ann, bo, cy)
  expect(expectSame(ann, bo, cy)).toBe('root(a(x(c(z(b(y)))))) second()')
  expect(ann.repaired().size).toBe(0)
})

test('[M13] two people deleting the last two pages leave one', () => {
  const [ann, bo] = peersOf('root(a) second(b)')
  expect(removePage(ann, root).ok).toBe(true)
  expect(removePage(bo, page('second')).ok).toBe(true)
  expect(removePage(ann, page('second'))).toEqual({ ok: false, reason: 'last-page' })
  sync(ann, bo)
  expect(expectSame(ann, bo)).toBe('root(a)')
})

test('[M13] a program opened before anything arrived fills itself', () => {
  const [ann] = peersOf('root(a(b))')
  const late = openProgram(new Y.Doc())
  expect([late.pages(), late.has(node('a')), readTree(late.doc).nodes.size]).toEqual([[], false, 0])
  const heard: string[] = []
  late.subscribe(({ nodes, pages }) => heard.push([...nodes, ...pages].sort().join()))
  sync(late, ann)
  expect(expectSame(ann, late)).toBe('root(a(b))')
  expect(heard).toEqual(['a,b,root'])
})

test('[M14] unknown blocks are kept, and what is no node is left alone', () => {
  const [ann, bo] = peersOf('root(a)')
  nodesOf(ann.doc).set('odd', 'not a node')
  nodesOf(ann.doc).set('empty', new Y.Map())
  const hologram = insertNode(ann, { type: 'hologram', version: 99, props: { deep: { er: [1] } }, to: into('a') })
  sync(ann, bo)
  const id = hologram.ok ? hologram.value : node('')
  expect(expectSame(ann, bo)).toBe(`root(a(${id}))`)
  expect(bo.node(id)).toMatchObject({ type: 'hologram', version: 99, props: { deep: { er: [1] } } })
  expect(bo.doc.getMap('nodes').get('odd')).toBe('not a node')
})

test('[M15] a newer document is not opened, and not written once it has become one', () => {
  const [ann, bo] = peersOf('root(a)')
  metaOf(ann.doc).set('schemaVersion', schemaVersion + 1)
  expect(() => openProgram(ann.doc)).toThrow(NewerDocumentError)
  expect(() => readTree(ann.doc)).toThrow(
    expect.objectContaining({ code: 'newer-document', documentVersion: schemaVersion + 1 }),
  )
  sync(ann, bo)
  const before = Y.encodeStateAsUpdate(bo.doc)
  expect(() => transact(bo, { by: 'command', name: 'x' }, () => addPage(bo, { title: 'p' }))).toThrow(
    NewerDocumentError,
  )
  expect(Y.encodeStateAsUpdate(bo.doc)).toEqual(before)
})

test('[M17] deleting what a repaired node is shown in deletes the node too', () => {
  const [ann, bo] = peersOf('root(p(a) b)')
  removeNode(ann, node('a'))
  moveNode(bo, node('b'), into('a'))
  sync(ann, bo)
  expect(expectSame(ann, bo)).toBe('root(p(b))')
  removeNode(ann, node('p'))
  sync(ann, bo)
  expect(expectSame(ann, bo)).toBe('root()')
  restoreNode(bo, node('p'))
  expect(textOf(bo)).toBe('root(p(b))')
})
