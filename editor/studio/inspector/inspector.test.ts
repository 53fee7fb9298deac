import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { ChoiceField, LinkField, ReferenceField, TextField } from '#components/kit/fields.ts'

import { countdown } from '#components/countdown/definition.ts'
import { heading } from '#components/heading/definition.ts'
import { iconNavigation } from '#components/icon-navigation/definition.ts'
import {
  addPage,
  createProgramDoc,
  createUndo,
  insertNode,
  openProgram,
  pageSlot,
  transact,
  type JsonValue,
  type NodeId,
  type Program,
} from '#model/index.ts'
import type { SpecValue } from '#model/program-spec.ts'
import { sync } from '#model/testing/peers.ts'
import { knownBlocks } from '../session/known-blocks.ts'
import { insertBlock } from '../session/block-facts.ts'
import { checkField, type KnownThings } from '#compiler/checks/check-field.ts'
import { isShown } from '#compiler/checks/is-shown.ts'
import { isChanged, resetField, writeField } from './field-edit.ts'
import { moveItem, nameOfItem } from './list-items.ts'

const label = { en: '', 'zh-CN': '' }

function programWithHeading(): { program: Program; id: NodeId } {
  const spec = { theme: {}, pages: [{ title: { en: 'Home', 'zh-CN': '首页' }, slug: '', nodes: [] }] }
  const program = openProgram(createProgramDoc(spec, { name: 'Test', language: 'en' }))
  const pageId = program.pages()[0]?.id ?? addPage(program, { title: 'Home' })
  const inserted = insertBlock(program, knownBlocks, 'heading', { parentId: pageId, slot: pageSlot, index: 0 })
  if (!inserted.ok) throw new Error(inserted.reason)
  return { program, id: inserted.value }
}

describe('a field becomes an operation', () => {
  test('a fresh block starts in the program’s language, its texts shared from the beginning', () => {
    const { program, id } = programWithHeading()
    expect(program.node(id)?.props.text).toBe('Freshly made, every day')
    expect(program.text(id, 'text')).toBeDefined()
    expect(program.text(id, 'size')).toBeUndefined()
  })

  test('a text typed on the canvas is rewritten in place, so others’ typing in it is kept', () => {
    const { program, id } = programWithHeading()
    const before = program.text(id, 'text')
    writeField(program, heading, id, 'text', 'Freshly pulled, every day')
    expect(program.text(id, 'text')).toBe(before)
    expect(program.node(id)?.props.text).toBe('Freshly pulled, every day')
  })

  test('a choice is set as a whole, reset to its default, and each is one undo step', () => {
    const { program, id } = programWithHeading()
    const undo = createUndo(program)
    const step = (run: () => void) => transact(program, { by: 'command', name: 'test' }, run)
    step(() => writeField(program, heading, id, 'size', 'l'))
    expect(program.node(id)?.props.size).toBe('l')
    step(() => resetField(program, heading, id, 'size'))
    expect(program.node(id)?.props.size).toBeUndefined()
    undo.undo()
    expect(program.node(id)?.props.size).toBe('l')
    undo.undo()
    expect(program.node(id)?.props.size).toBeUndefined()
  })

  test('resetting a shared text keeps it shared', () => {
    const { program, id } = programWithHeading()
    const shared = program.text(id, 'text')
    resetField(program, heading, id, 'text')
    expect(program.node(id)?.props.text).toBe('')
    expect(program.text(id, 'text')).toBe(shared)
  })
})

/** Two people with one block, one of whose programs has not heard of the other's edits yet. */
function twoWith(type: string, props: { readonly [prop: string]: SpecValue }) {
  const { program: ann } = programWithHeading()
  const to = { parentId: ann.pages()[0]!.id, slot: pageSlot, index: 0 }
  const inserted = insertNode(ann, { type, props, to })
  if (!inserted.ok) throw new Error(inserted.reason)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(ann.doc))
  return { people: [ann, openProgram(doc)], id: inserted.value } as const
}

test('words that are not typed on the canvas merge by character, also where they were stored as plain values', () => {
  const { people, id } = twoWith('countdown', { doneText: 'Gone' })
  writeField(people[0], countdown, id, 'doneText', 'All Gone')
  writeField(people[1], countdown, id, 'doneText', 'Gone, sorry')
  sync(...people)
  for (const person of people) expect(person.node(id)?.props.doneText).toBe('All Gone, sorry')
})

test('two people in one list lose neither letters nor items', () => {
  const { people, id } = twoWith('icon-navigation', { items: [{ icon: 'star', label: 'Menu', link: null }] })
  const [ann, bo] = people
  const item = { icon: 'star', label: 'Menu', link: null }
  writeField(ann, iconNavigation, id, 'items', [{ ...item, label: 'Our Menu' }])
  writeField(bo, iconNavigation, id, 'items', [{ ...item, label: 'Menu of today', icon: 'bowl' }])
  writeField(bo, iconNavigation, id, 'items', [...(bo.node(id)!.props.items as JsonValue[]), item])
  sync(...people)
  const merged = [{ ...item, label: 'Our Menu of today', icon: 'bowl' }, item]
  for (const person of people) expect(person.node(id)?.props.items).toEqual(merged)
})

test('a conditional field is seen only while its condition holds', () => {
  const field: TextField = { kind: 'text', label, default: '', maxLength: 10, when: { field: 'mode', is: ['typed'] } }
  expect(isShown(field, { mode: 'typed' })).toBe(true)
  expect(isShown(field, { mode: 'fixed' })).toBe(false)
  expect(isShown(field, {})).toBe(false)
})

test('only what differs from the default can be reset', () => {
  const field: ChoiceField = { kind: 'choice', label, default: 'm', options: [] }
  expect(isChanged(field, undefined)).toBe(false)
  expect(isChanged(field, 'm')).toBe(false)
  expect(isChanged(field, 'l')).toBe(true)
})

describe('a value that will not work is said', () => {
  const known: KnownThings = {
    pageIds: ['home'],
    serviceIds: ['table'],
    categoryIds: undefined,
    dishIds: ['noodles'],
    couponIds: ['welcome'],
    nowMs: 1000,
  }
  const link: LinkField = { kind: 'link', label, default: null }
  const service: ReferenceField = { kind: 'reference', label, default: '', to: 'service' }

  test('links lead to pages that exist, real addresses and phones', () => {
    expect(checkField(link, { kind: 'page', pageId: 'home' }, known)).toBeUndefined()
    expect(checkField(link, { kind: 'page', pageId: 'old' }, known)).toBe('page-gone')
    expect(checkField(link, { kind: 'web', url: 'https://example.com' }, known)).toBeUndefined()
    expect(checkField(link, { kind: 'web', url: 'javascript:alert(1)' }, known)).toBe('bad-address')
    expect(checkField(link, { kind: 'web', url: 'example' }, known)).toBe('bad-address')
    expect(checkField(link, { kind: 'phone', number: '021 555 0188' }, known)).toBeUndefined()
    expect(checkField(link, { kind: 'phone', number: 'me' }, known)).toBe('bad-phone')
  })

  test('a reference to what is gone is said only once the shop is known', () => {
    expect(checkField(service, 'old', known)).toBe('not-there')
    expect(checkField(service, 'table', known)).toBeUndefined()
    expect(checkField(service, '', known)).toBeUndefined()
    expect(checkField({ ...service, to: 'category' }, 'any', known)).toBeUndefined()
  })

  test('a picture without words for those who cannot see it', () => {
    expect(checkField({ kind: 'picture', label, default: null }, { url: '/x', alt: '' }, known)).toBe('no-alt')
    expect(checkField({ kind: 'picture', label, default: null }, null, known)).toBeUndefined()
  })
})

test('list items are moved among the others and called by their first words', () => {
  expect(moveItem(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
  expect(moveItem(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
  const text: TextField = { kind: 'text', label, default: '', maxLength: 9 }
  expect(nameOfItem({ icon: { kind: 'icon', label, default: '' }, title: text }, { icon: 'cart', title: 'Menu' })).toBe(
    'Menu',
  )
  expect(nameOfItem({ title: text }, { title: ' ' })).toBeUndefined()
})
