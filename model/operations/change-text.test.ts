import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { JsonObject } from '../json.ts'
import type { Program } from '../program.ts'
import { plainTextOf } from '../rich-text.ts'
import { readTree } from '../read-tree.ts'
import { checkEdit } from '../testing/check-edit.ts'
import { node, page, peersOf, peerWith, seededRandom, sync } from '../testing/peers.ts'
import { createUndo } from '../undo.ts'
import { transact } from '../transact.ts'
import { changeText, setRichText } from './change-text.ts'
import { copyNode, duplicateNode } from './duplicate-node.ts'
import { insertNode } from './insert-node.ts'
import { setProp, setText } from './set-prop.ts'

const a = node('a')
const bold = { bold: true }
const textIn = (program: Program) => program.node(a)?.props.text
/** Two people with one shared text, each on their own. */
function withText(text: string): readonly [Program, Program] {
  const [ann, bo] = peersOf('root(a)')
  setText(ann, a, 'text', text)
  sync(ann, bo)
  return [ann, bo]
}

test('[M40] a formatted text reads as runs, one without marks as a string', () => {
  const [ann] = withText('beef noodles')
  expect(textIn(ann)).toBe('beef noodles')
  changeText(ann, a, 'text', [{ retain: 4, attributes: bold }])
  expect(textIn(ann)).toEqual({ $rich: [{ insert: 'beef', attributes: bold }, { insert: ' noodles' }] })
  expect(plainTextOf(textIn(ann))).toBe('beef noodles')
  changeText(ann, a, 'text', [{ retain: 4, attributes: { bold: null } }])
  expect(textIn(ann)).toBe('beef noodles')
})

test('[M40] a plain value becomes a shared text when somebody formats it', () => {
  const [ann] = peersOf('root(a)')
  setProp(ann, a, 'label', 'old words')
  changeText(ann, a, 'label', [{ retain: 3, attributes: bold }])
  expect(ann.text(a, 'label')?.toString()).toBe('old words')
  expect(ann.node(a)?.props.label).toEqual({ $rich: [{ insert: 'old', attributes: bold }, { insert: ' words' }] })
  expect(changeText(ann, node('gone'), 'label', [{ insert: 'x' }])).toEqual({ ok: false, reason: 'gone' })
})

test('formatting and setting: result, undo, and the same everywhere', () => {
  checkEdit('root(a)', (program) => changeText(program, a, 'label', [{ insert: 'x', attributes: bold }]), 'root(a)')
  const value = { $rich: [{ insert: 'tea' }, { insert: '\n', attributes: { list: 'bullet', end: true } }] }
  checkEdit('root(a)', (program) => setRichText(program, a, 'label', value), 'root(a)')
})

test('[M42] one types while another formats: the letters come in and the marks stay', () => {
  const [ann, bo] = withText('hot soup')
  changeText(ann, a, 'text', [{ retain: 8, attributes: bold }])
  changeText(bo, a, 'text', [{ retain: 4 }, { insert: '牛肉' }])
  sync(ann, bo)
  expect(textIn(ann)).toEqual(textIn(bo))
  expect(plainTextOf(textIn(ann))).toBe('hot 牛肉soup')
  // Yjs gives what was put in between two formatted letters their marks.
  expect(textIn(ann)).toEqual({ $rich: [{ insert: 'hot 牛肉soup', attributes: bold }] })
})

test('[M42] two people formatting one word at once each leave their mark', () => {
  const [ann, bo] = withText('soup')
  changeText(ann, a, 'text', [{ retain: 4, attributes: bold }])
  changeText(bo, a, 'text', [{ retain: 2, attributes: { italic: true } }])
  sync(ann, bo)
  expect(textIn(ann)).toEqual(textIn(bo))
  expect(textIn(ann)).toEqual({
    $rich: [
      { insert: 'so', attributes: { bold: true, italic: true } },
      { insert: 'up', attributes: bold },
    ],
  })
})

test('[M21] undoing a format keeps what another typed since', () => {
  const [ann, bo] = withText('soup')
  const undo = createUndo(ann)
  transact(ann, { by: 'command', name: 'format-text' }, () =>
    changeText(ann, a, 'text', [{ retain: 4, attributes: bold }]),
  )
  sync(ann, bo)
  changeText(bo, a, 'text', [{ insert: 'hot ' }])
  sync(ann, bo)
  undo.undo()
  expect(textIn(ann)).toBe('hot soup')
})

test('[M42] setting a text writes only what differs: what another typed in it at once stays', () => {
  const [ann, bo] = withText('hot soup with noodles')
  setRichText(ann, a, 'text', { $rich: [{ insert: 'cold', attributes: bold }, { insert: ' soup with noodles' }] })
  changeText(bo, a, 'text', [{ retain: 21 }, { insert: ' today' }])
  sync(ann, bo)
  expect(plainTextOf(textIn(ann))).toBe('cold soup with noodles today')
  expect(plainTextOf(textIn(bo))).toBe('cold soup with noodles today')
})

test('[M43] copies keep their formatting, and are texts of their own', () => {
  const [ann] = withText('hot soup')
  changeText(ann, a, 'text', [{ retain: 3, attributes: { link: { kind: 'page', pageId: 'root' } } }])
  const copy = duplicateNode(ann, a)
  if (!copy.ok) throw new Error('not copied')
  expect(ann.node(copy.value)?.props.text).toEqual(textIn(ann))
  changeText(ann, copy.value, 'text', [{ insert: 'very ' }])
  expect(plainTextOf(textIn(ann))).toBe('hot soup')
  // Through the clipboard, as JSON.
  const pasted = JSON.parse(JSON.stringify(copyNode(ann, a)))
  const there = insertNode(ann, { ...pasted, to: { parentId: page('root'), slot: 'root', index: 0 } })
  if (!there.ok) throw new Error('not pasted')
  expect(ann.node(there.value)?.props.text).toEqual(textIn(ann))
  expect(ann.text(there.value, 'text')).toBeInstanceOf(Y.Text)
})

test('[M42] people typing and formatting at once all read one text, with every letter once', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const random = seededRandom(seed)
    const upTo = (most: number) => Math.floor(random() * (most + 1))
    const [ann, bo] = withText('红烧牛肉面')
    const state = Y.encodeStateAsUpdate(ann.doc)
    const people = [ann, bo, peerWith(state, 7, seed)]
    const typed: string[] = []
    for (let step = 0; step < 60; step++) {
      const who = people[upTo(people.length - 1)]!
      const length = who.text(a, 'text')!.length
      const at = upTo(length)
      const keep = at > 0 ? [{ retain: at }] : []
      if (random() < 0.5) {
        const letter = String.fromCodePoint(0x4e00 + seed * 64 + step)
        typed.push(letter)
        changeText(who, a, 'text', [
          ...keep,
          random() < 0.5 ? { insert: letter } : { insert: letter, attributes: bold },
        ])
      } else if (length > at) {
        const attributes: JsonObject = random() < 0.5 ? { italic: true } : { bold: null, colour: 'accent' }
        changeText(who, a, 'text', [...keep, { retain: 1 + upTo(length - at - 1), attributes }])
      }
      if (random() < 0.2) sync(...people)
    }
    sync(...people)
    const words = plainTextOf(textIn(ann))
    for (const person of people) expect(textIn(person), `seed ${seed}`).toEqual(textIn(ann))
    expect([...words].toSorted(), `seed ${seed}`).toEqual([...'红烧牛肉面', ...typed].toSorted())
    expect(readTree(ann.doc).nodes.get(a)?.props.text).toEqual(textIn(ann))
  }
})
