import { expect, test } from 'vitest'
import { documentVersionOf, NewerDocumentError } from '../newer-document-error.ts'
import { findPart } from '../find-part.ts'
import type { NodeId } from '../ids.ts'
import { openProgram } from '../program.ts'
import { metaOf, pageSlot, schemaVersion } from '../schema.ts'
import { hidden, overrideKey, partId, partPath } from '../section-instance.ts'
import { checkEdit } from '../testing/check-edit.ts'
import { docOf, node, page, peersOf, section, sync, textOf } from '../testing/peers.ts'
import { transact } from '../transact.ts'
import { createUndo } from '../undo.ts'
import { copyNode, duplicateNode } from './duplicate-node.ts'
import { insertNodes } from './insert-node.ts'
import { moveNode } from './move-node.ts'
import { applyOverride, hidePart, resetOverride, setOverride } from './override-part.ts'
import { detachInstance, insertSectionInstance } from './place-section.ts'
import { createSectionFrom, deleteSection, renameSection, restoreSection } from './sections.ts'
import { removeNode } from './remove-node.ts'
import { setProp } from './set-prop.ts'

const part = (instance: string, ...path: string[]) => partId(node(instance), partPath(...(path as [NodeId])))
const home = { parentId: page('home'), slot: pageSlot, index: 9 }

test('[M50] blocks become a section with an instance in their place, in one step', () => {
  checkEdit(
    'home(a b(x) c)',
    (program) => createSectionFrom(program, [node('b'), node('a')], 'Head'),
    (made) =>
      made.ok ? `home(${made.value.instanceId}=${made.value.sectionId} c) ${made.value.sectionId}(a b(x))` : '',
  )
  const [ann] = peersOf('home(a b(x))')
  expect(createSectionFrom(ann, [node('a'), node('x')], 'No')).toEqual({ ok: false, reason: 'not-beside' })
  expect(createSectionFrom(ann, [node('gone')], 'No')).toEqual({ ok: false, reason: 'gone' })
})

test('[M50] the document says from the first section on that older versions must not open it, undone or not', () => {
  const doc = docOf('home(a)')
  metaOf(doc).set('schemaVersion', 1)
  const program = openProgram(doc)
  const undo = createUndo(program)
  transact(program, { by: 'command', name: 'save-as-section' }, () => createSectionFrom(program, [node('a')], 'A'))
  expect(documentVersionOf(doc)).toBe(schemaVersion)
  undo.undo()
  expect([textOf(program), documentVersionOf(doc)]).toEqual(['home(a)', schemaVersion])
  metaOf(doc).set('schemaVersion', schemaVersion + 1)
  expect(() => openProgram(doc)).toThrow(NewerDocumentError)
})

test('[M50] what others do to the blocks at that moment arrives in the section, or stays where they put it', () => {
  const [ann, bo] = peersOf('home(a b(x) c)')
  createSectionFrom(ann, [node('a'), node('b')], 'Head')
  setProp(bo, node('a'), 'n', 5)
  moveNode(bo, node('b'), { ...home, index: 0 })
  sync(ann, bo)
  expect(textOf(ann)).toBe(textOf(bo))
  const [made] = ann.sections()
  expect(ann.node(node('a'))?.props.n).toBe(5)
  expect(ann.pageOf(node('a'))).toBe(made?.id)
  expect([made?.id, 'home']).toContain(ann.pageOf(node('b')))
})

test('[M51] two overrides at once both stay; of two values for one, one wins', () => {
  const [ann, bo] = peersOf('home(i=$s j=$s) $s(a b)')
  setOverride(ann, part('i', 'a'), 'text', 'Ann')
  setOverride(bo, part('i', 'b'), 'text', 'Bo')
  setOverride(ann, part('j', 'a'), 'text', 'one')
  setOverride(bo, part('j', 'a'), 'text', 'two')
  sync(ann, bo)
  for (const peer of [ann, bo]) {
    expect(findPart(peer, part('i', 'a'))?.props.text).toBe('Ann')
    expect(findPart(peer, part('i', 'b'))?.props.text).toBe('Bo')
  }
  expect(findPart(ann, part('j', 'a'))?.props.text).toBe(findPart(bo, part('j', 'a'))?.props.text)
  expect(ann.node(node('a'))?.props).not.toHaveProperty('text')
})

test('[M51] an override is reset, and is given to the section, each undone in one step', () => {
  const [ann] = peersOf('home(i=$s) $s(a)')
  const undo = createUndo(ann)
  const run = (edit: () => unknown) => transact(ann, { by: 'command', name: 'edit' }, edit)
  const text = () => [findPart(ann, part('i', 'a'))?.props.label, ann.node(node('a'))?.props.label]
  run(() => setOverride(ann, part('i', 'a'), 'label', 'here'))
  expect(text()).toEqual(['here', 'a'])
  run(() => resetOverride(ann, node('i'), overrideKey(partPath(node('a')), 'label')))
  expect(text()).toEqual(['a', 'a'])
  undo.undo()
  expect(text()).toEqual(['here', 'a'])
  run(() => applyOverride(ann, part('i', 'a'), 'label'))
  expect(text()).toEqual(['here', 'here'])
  expect(Object.keys(ann.node(node('i'))!.props)).toEqual(['section'])
  undo.undo()
  expect(text()).toEqual(['here', 'a'])
})

test('[M51] the nearest place that says something about a nested part is heard last', () => {
  const [ann] = peersOf('home(i=$s) $s(j=$t) $t(a)')
  setOverride(ann, part('j', 'a'), 'text', 'in the section')
  expect(findPart(ann, part('i', 'j', 'a'))?.props.text).toBe('in the section')
  setOverride(ann, part('i', 'j', 'a'), 'text', 'here')
  const found = findPart(ann, part('i', 'j', 'a'))
  expect([found?.props.text, found?.sharedProps.text]).toEqual(['here', 'in the section'])
  applyOverride(ann, part('i', 'j', 'a'), 'text')
  expect(ann.node(node('j'))?.props['a/text']).toBe('here')
  expect(ann.node(node('a'))?.props).not.toHaveProperty('text')
})

test('[M52] a section deleted while another places it and writes in it: all stays, and comes back', () => {
  const [ann, bo] = peersOf('home(i=$s) $s(a)')
  deleteSection(ann, section('$s'))
  setOverride(bo, part('i', 'a'), 'text', 'Bo')
  const placed = insertSectionInstance(bo, section('$s'), home)
  sync(ann, bo)
  expect(textOf(ann)).toBe(`home(i=$s ${placed.ok ? placed.value : ''}=$s) $s(a)`)
  expect(ann.section(section('$s'))?.isDeleted).toBe(true)
  expect(findPart(ann, part('i', 'a'))?.props.text).toBe('Bo')
  expect(deleteSection(ann, section('$s'))).toEqual({ ok: false, reason: 'gone' })
  restoreSection(ann, section('$s'))
  renameSection(ann, section('$s'), 'Head')
  expect(ann.section(section('$s'))).toEqual({ id: '$s', name: 'Head', isDeleted: false })
})

test('[M52] deleting and restoring are one step each', () => {
  checkEdit('home(i=$s) $s(a)', (program) => deleteSection(program, section('$s')), 'home(i=$s) $s(a)')
})

test('[M53] a section cannot be placed in itself, nor in one that it holds', () => {
  const [ann] = peersOf('home(i=$s) $s(j=$t) $t(a)')
  const refusal = { ok: false, reason: 'inside-itself' }
  expect(insertSectionInstance(ann, section('$s'), { parentId: section('$s'), slot: pageSlot, index: 0 })).toEqual(
    refusal,
  )
  expect(insertSectionInstance(ann, section('$s'), { parentId: node('a'), slot: 'main', index: 0 })).toEqual(refusal)
  expect(insertSectionInstance(ann, section('$t'), { parentId: section('$s'), slot: pageSlot, index: 0 }).ok).toBe(true)
  expect(insertSectionInstance(ann, section('$t'), { parentId: node('i'), slot: 'main', index: 0 }).ok).toBe(false)
})

test('[M54] detaching leaves what stood there, overrides applied, hidden parts left out, inner sections linked', () => {
  const [ann] = peersOf('home(x i=$s y) $s(a(c) b j=$t) $t(d)')
  setOverride(ann, part('i', 'c'), 'text', 'here')
  setOverride(ann, part('i', 'j', 'd'), 'text', 'deep')
  hidePart(ann, part('i', 'b'))
  const detached = detachInstance(ann, node('i'))
  const [a, j] = detached.ok ? detached.value : []
  const [c] = ann.children(a!)
  expect(textOf(ann)).toBe(`home(x ${a}(${c}) ${j}=$t y) $s(a(c) b j=$t) $t(d)`)
  expect(ann.node(c!)?.props).toMatchObject({ label: 'c', text: 'here' })
  expect(ann.node(j!)?.props).toEqual({ section: '$t', 'd/text': 'deep' })
  checkEdit(
    'home(i=$s) $s(a)',
    (program) => detachInstance(program, node('i')),
    (made) => `home(${made.ok ? made.value.join(' ') : ''}) $s(a)`,
  )
})

test('[M54] a copy keeps link and overrides; in a program without the section it arrives as ordinary blocks', () => {
  const [ann] = peersOf('home(i=$s) $s(a(b))')
  setOverride(ann, part('i', 'b'), 'text', 'here')
  const copy = duplicateNode(ann, node('i'))
  expect(copy.ok && ann.node(copy.value)?.props).toEqual({ section: '$s', 'b/text': 'here' })
  expect(ann.instancesOf(section('$s')).size).toBe(2)
  hidePart(ann, part('i', 'a'))
  removeNode(ann, node('i'))
  expect(ann.instancesOf(section('$s')).size).toBe(1)

  const [other] = peersOf('home()')
  const taken = copyNode(ann, copy.ok ? copy.value : node('i'))!
  expect(taken.props).not.toHaveProperty(`a/${hidden}`)
  const pasted = insertNodes(other, [JSON.parse(JSON.stringify(taken)) as typeof taken], home)
  const [top] = pasted.ok ? pasted.value : []
  const [inner] = other.children(top!)
  expect(textOf(other)).toBe(`home(${top}(${inner}))`)
  expect(other.node(inner!)?.props).toMatchObject({ label: 'b', text: 'here' })
})
