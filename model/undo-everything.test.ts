import { expect, test } from 'vitest'
import * as model from './index.ts'
import type { Program } from './program.ts'
import { readTree } from './read-tree.ts'
import { overrideKey, partPath } from './section-instance.ts'
import { node, page, peersOf, section, sync } from './testing/peers.ts'
import { transact } from './transact.ts'
import { createUndo } from './undo.ts'

const home = page('home')
const menu = page('menu')
const shared = section('$s')
const part = model.partId(node('i'), partPath(node('p')))
const code = { name: 'Code', source: 'one' }
const firstCode = (program: Program) => program.codeBlocks()[0]!.id
const atEnd = { parentId: home, slot: 'root', index: 9 }

/** One edit by every operation there is, after what it needs to be able to do something. */
const edits: {
  readonly [name: string]: {
    readonly before?: (program: Program) => unknown
    readonly run: (program: Program) => unknown
  }
} = {
  changeText: { run: (program) => model.changeText(program, node('a'), 'title', [{ insert: 'new' }]) },
  setRichText: {
    run: (program) =>
      model.setRichText(program, node('a'), 'title', { $rich: [{ insert: 'b', attributes: { bold: true } }] }),
  },
  duplicateNode: { run: (program) => model.duplicateNode(program, node('b')) },
  insertNode: { run: (program) => model.insertNode(program, { type: 'box', to: atEnd }) },
  insertNodes: { run: (program) => model.insertNodes(program, [{ type: 'box' }, { type: 'box' }], atEnd) },
  moveNode: { run: (program) => model.moveNode(program, node('a'), { parentId: menu, slot: 'root', index: 0 }) },
  moveNodes: {
    run: (program) => model.moveNodes(program, [node('a'), node('c')], { parentId: node('b'), slot: 'main', index: 1 }),
  },
  addPageWith: { run: (program) => model.addPageWith(program, { title: 'New', nodes: [{ type: 'box' }] }) },
  duplicatePage: { run: (program) => model.duplicatePage(program, home, 'Copy') },
  changePageSettings: { run: (program) => model.changePageSettings(program, menu, { searchWords: 'soup' }) },
  addPage: { run: (program) => model.addPage(program, { title: 'New' }) },
  changePage: { run: (program) => model.changePage(program, menu, { title: 'Lunch', slug: '' }) },
  hidePage: { run: (program) => model.hidePage(program, menu, true) },
  movePage: { run: (program) => model.movePage(program, menu, 0) },
  removePage: { run: (program) => model.removePage(program, home) },
  restorePage: {
    before: (program) => model.removePage(program, menu),
    run: (program) => model.restorePage(program, menu),
  },
  moveTab: {
    before: (program) => [home, menu].map((id) => model.changePage(program, id, { tab: { label: id, icon: 'home' } })),
    run: (program) => model.moveTab(program, menu, 0),
  },
  setOverride: { run: (program) => model.setOverride(program, part, 'label', 'here') },
  changeOverride: { run: (program) => model.changeOverride(program, part, 'text', [{ insert: 'here' }]) },
  hidePart: { run: (program) => model.hidePart(program, part) },
  resetOverride: {
    before: (program) => model.setOverride(program, part, 'label', 'here'),
    run: (program) => model.resetOverride(program, node('i'), overrideKey(partPath(node('p')), 'label')),
  },
  applyOverride: {
    before: (program) => model.setOverride(program, part, 'label', 'here'),
    run: (program) => model.applyOverride(program, part, 'label'),
  },
  setSharedValue: { run: (program) => model.setSharedValue(program, model.findPart(program, part)!, 'label', 'all') },
  detachInstance: { run: (program) => model.detachInstance(program, node('i')) },
  insertSectionInstance: { run: (program) => model.insertSectionInstance(program, shared, atEnd) },
  removeNode: { run: (program) => model.removeNode(program, node('b')) },
  restoreNode: {
    before: (program) => model.removeNode(program, node('b')),
    run: (program) => model.restoreNode(program, node('b')),
  },
  createSectionFrom: { run: (program) => model.createSectionFrom(program, [node('a'), node('b')], 'Shared') },
  deleteSection: { run: (program) => model.deleteSection(program, shared) },
  renameSection: { run: (program) => model.renameSection(program, shared, 'Footer') },
  restoreSection: {
    before: (program) => model.deleteSection(program, shared),
    run: (program) => model.restoreSection(program, shared),
  },
  setProp: {
    run: (program) => model.setProp(program, node('a'), 'picture', { url: '/pictures/2', widthPx: 4, heightPx: 3 }),
  },
  setText: { run: (program) => model.setText(program, node('a'), 'title', 'new') },
  setShowWhen: { run: (program) => model.setShowWhen(program, node('a'), { hidden: true }) },
  setLanguage: { run: (program) => model.setLanguage(program, 'zh-CN') },
  setName: { run: (program) => model.setName(program, 'Noodles') },
  addCodeBlock: { run: (program) => model.addCodeBlock(program, code) },
  placeCodeBlock: {
    before: (program) => model.addCodeBlock(program, code),
    run: (program) => model.placeCodeBlock(program, firstCode(program), atEnd),
  },
  removeCodeBlock: {
    before: (program) => model.addCodeBlock(program, code),
    run: (program) => model.removeCodeBlock(program, firstCode(program)),
  },
  renameCodeBlock: {
    before: (program) => model.addCodeBlock(program, code),
    run: (program) => model.renameCodeBlock(program, firstCode(program), 'Named'),
  },
  restoreCodeBlock: {
    before: (program) => {
      model.addCodeBlock(program, code)
      model.removeCodeBlock(program, firstCode(program))
    },
    run: (program) => model.restoreCodeBlock(program, firstCode(program)),
  },
  setCodeBlockSource: {
    before: (program) => model.addCodeBlock(program, code),
    run: (program) => model.setCodeBlockSource(program, firstCode(program), 'two'),
  },
  setTheme: { run: (program) => model.setTheme(program, { accent: '#123456' }) },
}

/** They only look at the document. */
const readers = ['copyNode', 'deletedPageOf', 'deletedWith', 'holdsSection', 'withKnownSections']

test('every operation that others may call is among them', () => {
  const files = import.meta.glob<{ readonly [name: string]: unknown }>(
    ['./operations/*.ts', '!./operations/*.test.ts'],
    {
      eager: true,
    },
  )
  const names = Object.values(files).flatMap((file) => Object.keys(file))
  const operations = names.filter((name) => name in model && !readers.includes(name))
  expect(Object.keys(edits).sort()).toEqual(operations.sort())
})

test.each(Object.entries(edits))('[M20] %s: undo restores the document as it was, redo as it became', (name, edit) => {
  const [ann, bo] = peersOf('home(a b(x y) c i=$s) menu(d) $s(p q)')
  edit.before?.(ann)
  const undo = createUndo(ann)
  const old = readTree(ann.doc)
  transact(ann, { by: 'command', name }, () => edit.run(ann))
  const done = readTree(ann.doc)
  expect(done).not.toEqual(old)
  sync(ann, bo)
  expect(undo.undo()).toBe(name)
  expect(readTree(ann.doc)).toEqual(old)
  sync(ann, bo)
  expect(readTree(bo.doc)).toEqual(old)
  undo.redo()
  expect(readTree(ann.doc)).toEqual(done)
})

test.each(Object.entries(edits))('[M21] %s: another person’s edit outlives its undo', (name, edit) => {
  const [ann, bo] = peersOf('home(a b(x y) c i=$s) menu(d) $s(p q)')
  edit.before?.(ann)
  sync(ann, bo)
  const undo = createUndo(ann)
  transact(ann, { by: 'command', name }, () => edit.run(ann))
  transact(bo, { by: 'command', name: 'set' }, () => model.setProp(bo, node('c'), 'label', 'bo'))
  sync(ann, bo)
  undo.undo()
  undo.undo()
  sync(ann, bo)
  expect([ann.node(node('c'))?.props.label, bo.node(node('c'))?.props.label]).toEqual(['bo', 'bo'])
})
