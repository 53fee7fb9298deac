import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { JsonObject } from '../json.ts'
import { documentVersionOf } from '../newer-document-error.ts'
import type { Program } from '../program.ts'
import { readTree } from '../read-tree.ts'
import { metaOf, nodesOf, schemaVersion } from '../schema.ts'
import { overrideKey, partId, partPath } from '../section-instance.ts'
import { checkEdit } from '../testing/check-edit.ts'
import { docOf, node, page, peersOf, peerWith, seededRandom, sync } from '../testing/peers.ts'
import { transact } from '../transact.ts'
import { createUndo } from '../undo.ts'
import { copyNode } from './duplicate-node.ts'
import { insertNode } from './insert-node.ts'
import { setOverride } from './override-part.ts'
import { setProp, setText } from './set-prop.ts'

const a = node('a')
const isText = (field: string) => field === 'label'
type Item = { label: string; icon?: string }

const itemsIn = (program: Program, id = a) => program.node(id)?.props.items as readonly Item[]
const labelsIn = (program: Program) => itemsIn(program).map(({ label }) => label)
/** As an inspector writes: the whole list as this person sees it, with what they did. */
const edit = (program: Program, change: (items: readonly Item[]) => readonly Item[]) =>
  setProp(program, a, 'items', [...change(itemsIn(program))], { isText })
const label = (at: number, words: string) => (items: readonly Item[]) =>
  items.map((item, index) => (index === at ? { ...item, label: words } : item))

/** Several people with one list, which lies there as a plain value. */
function withList(...labels: readonly string[]) {
  const [ann, bo, cy, di] = peersOf('root(a)')
  setProp(ann, a, 'items', labels.map((each) => ({ label: each, icon: 'star' })) satisfies JsonObject[])
  sync(ann, bo, cy, di)
  return [ann, bo, cy, di] as const
}

test('[M80] two people type in two items at once: every letter of both is there', () => {
  const [ann, bo] = withList('Menu', 'Order', 'Find us')
  for (const words of ['Menu o', 'Menu of', 'Menu of today']) edit(ann, label(0, words))
  for (const words of ['Order n', 'Order no', 'Order now']) edit(bo, label(1, words))
  sync(ann, bo)
  for (const person of [ann, bo]) expect(labelsIn(person)).toEqual(['Menu of today', 'Order now', 'Find us'])
})

test('[M80] two people change two fields of one item, and two fields stay', () => {
  const [ann, bo] = withList('Menu')
  edit(ann, label(0, 'Dishes'))
  edit(bo, (items) => items.map((item) => ({ ...item, icon: 'bowl' })))
  sync(ann, bo)
  for (const person of [ann, bo]) expect(itemsIn(person)).toEqual([{ label: 'Dishes', icon: 'bowl' }])
})

test('[M81] what two people type in the words of one item merges by character', () => {
  const [ann, bo, cy] = withList('noodles')
  edit(ann, label(0, 'beef noodles'))
  edit(bo, label(0, 'noodles, hot'))
  sync(ann, bo, cy)
  for (const person of [ann, bo, cy]) expect(labelsIn(person)).toEqual(['beef noodles, hot'])
})

test('[M80] one types while others add, move and delete items', () => {
  const [ann, bo, cy, di] = withList('one', 'two', 'three')
  edit(ann, label(1, 'two!'))
  edit(bo, (items) => [...items, { label: 'four' }])
  edit(cy, ([one, two, three]) => [three!, one!, two!])
  edit(di, (items) => items.slice(1))
  sync(ann, bo, cy, di)
  for (const person of [ann, bo, cy, di]) expect(labelsIn(person)).toEqual(labelsIn(ann))
  expect(labelsIn(ann)).toEqual(['three', 'two!', 'four'])
})

test('[M80] two people add an item at one place: both are there, in one order for all', () => {
  const [ann, bo] = withList('one')
  edit(ann, (items) => [...items, { label: 'hers' }])
  edit(bo, (items) => [...items, { label: 'his' }])
  sync(ann, bo)
  expect(labelsIn(ann)).toEqual(labelsIn(bo))
  expect(labelsIn(ann).toSorted()).toEqual(['hers', 'his', 'one'])
})

test('[M80] of one who deletes an item and one who types in it, the deletion stays', () => {
  const [ann, bo] = withList('one', 'two')
  edit(ann, (items) => items.slice(1))
  edit(bo, label(0, 'one more'))
  sync(ann, bo)
  for (const person of [ann, bo]) expect(labelsIn(person)).toEqual(['two'])
})

test('[M80] a list the block has by itself may be changed by two people at once', () => {
  const [ann, bo] = peersOf('root(a)')
  const seen = [{ label: 'Menu' }, { label: 'Order' }]
  setProp(ann, a, 'items', [{ label: 'Dishes' }, { label: 'Order' }], { seen, isText })
  setProp(bo, a, 'items', [{ label: 'Menu' }, { label: 'Order' }, { label: 'Map' }], { seen, isText })
  sync(ann, bo)
  for (const person of [ann, bo]) expect(labelsIn(person)).toEqual(['Dishes', 'Order', 'Map'])
})

test('[M80] what is written against a list that has changed since changes only what its writer changed', () => {
  const [ann, bo] = withList('one', 'two', 'three')
  const seen = [...itemsIn(ann)]
  edit(bo, (items) => [{ label: 'zero' }, ...label(1, 'two, too')(items).slice(0, 2)])
  sync(ann, bo)
  setProp(ann, a, 'items', [...label(0, 'One')(seen)], { seen, isText })
  expect(labelsIn(ann)).toEqual(['zero', 'One', 'two, too'])
})

test('[M82] a list that somebody sets back takes what was written of its items along, then and later', () => {
  const [ann, bo] = withList('one')
  setProp(ann, a, 'items', undefined)
  edit(bo, label(0, 'One'))
  sync(ann, bo)
  for (const person of [ann, bo]) expect(person.node(a)?.props.items).toBeUndefined()
  setProp(ann, a, 'items', [{ label: 'one', icon: 'star' }])
  sync(ann, bo)
  for (const person of [ann, bo]) expect(labelsIn(person)).toEqual(['one'])
})

test('result, undo, and the same everywhere', () => {
  const list: JsonObject[] = [{ label: 'one' }, { label: 'two' }]
  checkEdit('root(a)', (program) => setProp(program, a, 'items', list), 'root(a)')
  for (const next of [
    [{ label: 'one!' }, { label: 'two' }],
    [list[1]!, list[0]!],
    [list[0]!],
    [...list, { label: 'x' }],
  ])
    checkEdit('root(a)', (program) => setProp(program, a, 'items', next, { seen: list, isText }), 'root(a)')
})

test('[M21] undoing what one typed in an item keeps what others did to the list', () => {
  const [ann, bo] = withList('one', 'two')
  const undo = createUndo(ann)
  transact(ann, { by: 'command', name: 'change-property' }, () => edit(ann, label(0, 'one a')))
  sync(ann, bo)
  edit(bo, label(0, 'one ab'))
  edit(bo, (items) => [...items, { label: 'three' }])
  sync(ann, bo)
  undo.undo()
  sync(ann, bo)
  for (const person of [ann, bo]) expect(labelsIn(person)).toEqual(['oneb', 'two', 'three'])
})

test('[M43] copies and the clipboard carry the list as it reads', () => {
  const [ann] = withList('one', 'two')
  edit(ann, label(0, 'One'))
  const pasted = JSON.parse(JSON.stringify(copyNode(ann, a)))
  const there = insertNode(ann, { ...pasted, to: { parentId: page('root'), slot: 'root', index: 0 } })
  if (!there.ok) throw new Error('not pasted')
  expect(itemsIn(ann, there.value)).toEqual(itemsIn(ann))
})

test('[M51] two people changing two items in one place of a section both succeed', () => {
  const [ann, bo] = peersOf('root(i=$s) $s(a)')
  setProp(ann, a, 'items', [{ label: 'one' }, { label: 'two' }])
  sync(ann, bo)
  const part = partId(node('i'), partPath(a))
  setOverride(ann, part, 'items', [{ label: 'One' }, { label: 'two' }])
  setOverride(bo, part, 'items', [{ label: 'one' }, { label: 'Two' }])
  sync(ann, bo)
  const here = bo.node(node('i'))?.props[overrideKey(partPath(a), 'items')]
  expect(here).toEqual([{ label: 'One' }, { label: 'Two' }])
  expect(itemsIn(bo)).toEqual([{ label: 'one' }, { label: 'two' }])
})

test('[M80] the document says from the first such edit on that older versions must not open it', () => {
  const doc = docOf('root(a)')
  metaOf(doc).set('schemaVersion', 2)
  const ann = peerWith(Y.encodeStateAsUpdate(doc), 1)
  setProp(ann, a, 'items', [{ label: 'one' }])
  expect(documentVersionOf(ann.doc)).toBe(2)
  const undo = createUndo(ann)
  transact(ann, { by: 'command', name: 'change-property' }, () => edit(ann, label(0, 'One')))
  undo.undo()
  expect([labelsIn(ann), documentVersionOf(ann.doc)]).toEqual([['one'], schemaVersion])
})

test('[M44] a plain text that two people begin to type in at once keeps the letters of both, undone or not', () => {
  const [ann, bo] = peersOf('root(a)')
  setProp(ann, a, 'more', 'See more')
  sync(ann, bo)
  const undo = createUndo(ann)
  transact(ann, { by: 'command', name: 'type' }, () => setText(ann, a, 'more', 'See more dishes'))
  setText(bo, a, 'more', 'See 5 more')
  sync(ann, bo)
  for (const person of [ann, bo]) expect(person.node(a)?.props.more).toBe('See 5 more dishes')
  undo.undo()
  sync(ann, bo)
  for (const person of [ann, bo]) expect(person.node(a)?.props.more).toBe('See 5 more')
})

test('[M44] so does one that only the block has, where its writers say what they saw', () => {
  const [ann, bo] = peersOf('root(a)')
  setText(ann, a, 'more', 'More!', 'More')
  setText(bo, a, 'more', 'See More', 'More')
  sync(ann, bo)
  for (const person of [ann, bo]) expect(person.node(a)?.props.more).toBe('See More!')
})

test('[M80] people editing one list at random all read one list, and what nobody deleted is there with every letter', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const random = seededRandom(seed)
    const upTo = (most: number) => Math.floor(random() * (most + 1))
    const people = withList('甲', '乙', '丙')
    const typed = new Set<string>(['甲', '乙', '丙'])
    for (let step = 0; step < 60; step++) {
      const who = people[upTo(people.length - 1)]!
      const at = upTo(itemsIn(who).length - 1)
      const letter = String.fromCodePoint(0xac00 + seed * 64 + step)
      const dice = random()
      if (dice < 0.6) {
        typed.add(letter)
        edit(who, label(at, `${itemsIn(who)[at]?.label}${letter}`))
      } else if (dice < 0.8) {
        typed.add(letter)
        edit(who, (items) => items.toSpliced(at, 0, { label: letter }))
      } else edit(who, (items) => items.toSpliced(at, 1).toSpliced(upTo(items.length - 1), 0, items[at]!))
      if (random() < 0.2) sync(...people)
    }
    sync(...people)
    const [ann] = people
    for (const person of people) expect(readTree(person.doc), `seed ${seed}`).toEqual(readTree(ann.doc))
    expect([...labelsIn(ann).join('')].toSorted(), `seed ${seed}`).toEqual([...typed].toSorted())
    expect(nodesOf(ann.doc).size).toBe(1)
  }
})
