import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { bindSource, caretAfter, editsOf, type ShownText, type TextEdit } from './bind-source.ts'
import { findCaret, tellCaret } from './code-caret.ts'
import type { CodeBlockId } from '#model/index.ts'

/** A text area with a caret, as Monaco's model behaves. */
function textArea() {
  let value = ''
  let caret = 0
  const listeners = new Set<(edits: readonly TextEdit[]) => void>()
  const replace = (edits: readonly TextEdit[]) => {
    for (const { offset, length, text } of [...edits].sort((a, b) => b.offset - a.offset))
      value = value.slice(0, offset) + text + value.slice(offset + length)
  }
  const shown: ShownText = {
    getValue: () => value,
    setValue: (text) => void (value = text),
    apply(edits) {
      caret = caretAfter(caret, edits)
      replace(edits)
      for (const listener of listeners) listener(edits)
    },
    onTyped(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return {
    shown,
    get value() {
      return value
    },
    get caret() {
      return caret
    },
    /** Several carets type at once: each offset is as it was before. */
    type(...edits: readonly TextEdit[]) {
      replace(edits)
      const [first] = edits
      caret = first ? first.offset + first.text.length : caret
      for (const listener of listeners) listener(edits)
    },
  }
}

/** Two people with the same source open. */
function peers(source: string) {
  const docs = [new Y.Doc(), new Y.Doc()] as const
  docs[0].getText('source').insert(0, source)
  const sync = () => {
    for (const [from, to] of [docs, [docs[1], docs[0]]] as const) Y.applyUpdate(to, Y.encodeStateAsUpdate(from), 'net')
  }
  sync()
  const people = docs.map((doc) => {
    const area = textArea()
    const text = doc.getText('source')
    return { area, text, binding: bindSource(text, area.shown, true) }
  })
  return { ann: people[0]!, bo: people[1]!, sync }
}

const insert = (offset: number, text: string): TextEdit => ({ offset, length: 0, text })

test('what each types appears with the other, and both end with the same', () => {
  const { ann, bo, sync } = peers('one two')
  ann.area.type(insert(0, 'A '))
  bo.area.type({ offset: 4, length: 3, text: 'three' })
  sync()
  expect([ann.area.value, bo.area.value]).toEqual(['A one three', 'A one three'])
  expect(ann.text.toString()).toBe('A one three')
})

test('what is typed at several carets at once arrives whole', () => {
  const { ann, bo, sync } = peers('a\na\na')
  ann.area.type(insert(0, '  '), insert(2, '  '), { offset: 4, length: 1, text: '  b' })
  sync()
  expect(bo.area.value).toBe('  a\n  a\n  b')
})

test('undo takes back what this person typed and nothing else, also after the panel was closed and opened', () => {
  const { ann, bo, sync } = peers('middle')
  ann.area.type(insert(6, ' end'))
  sync()
  bo.area.type(insert(0, 'start '))
  sync()
  ann.binding.stop()
  const again = textArea()
  const binding = bindSource(ann.text, again.shown, true)
  binding.undo()
  sync()
  expect([again.value, bo.area.value]).toEqual(['start middle', 'start middle'])
  binding.redo()
  expect(again.value).toBe('start middle end')
  expect(ann.area.value).toBe('start middle end') // closed: it heard of nothing any more
})

test('after a pause that was told, typing is a step of its own', () => {
  const { ann } = peers('')
  ann.area.type(insert(0, 'one'))
  ann.binding.endStep()
  ann.area.type(insert(3, ' two'))
  ann.binding.undo()
  expect(ann.area.value).toBe('one')
})

test('a caret stays with its letter while others type before it, and in front of what is typed at it', () => {
  expect(caretAfter(5, [insert(2, 'xx')])).toBe(7)
  expect(caretAfter(5, [insert(5, 'xx')])).toBe(5)
  expect(caretAfter(5, [{ offset: 1, length: 2, text: '' }])).toBe(3)
  expect(caretAfter(5, [{ offset: 3, length: 9, text: 'x' }])).toBe(3)
  expect(caretAfter(5, [insert(0, 'ab'), { offset: 1, length: 1, text: '' }, insert(9, 'z')])).toBe(6)
})

test('a change is told as edits of what stood before', () => {
  expect(editsOf([{ retain: 2 }, { delete: 3 }, { insert: 'xy' }, { retain: 1 }, { insert: 'z' }])).toEqual([
    { offset: 2, length: 3, text: 'xy' },
    { offset: 6, length: 0, text: 'z' },
  ])
})

test('a told caret is found again where its letter is now; one of another source or of nonsense is not', () => {
  const { ann, bo, sync } = peers('one two')
  const id = 'b1' as CodeBlockId
  const told = tellCaret(ann.text, id, { anchor: 4, head: 7 })
  bo.area.type(insert(0, '>> '))
  sync()
  expect(findCaret(bo.text, id, told)).toEqual({ anchor: 7, head: 10 })
  expect(findCaret(bo.text, 'b2' as CodeBlockId, told)).toBeUndefined()
  expect(findCaret(bo.text, id, { ...told, head: '{"broken' })).toBeUndefined()
  expect(findCaret(bo.text, id, undefined)).toBeUndefined()
})

test('line ends of another system become plain ones for who may write; who may only look changes nothing', () => {
  const doc = new Y.Doc()
  const text = doc.getText('source')
  text.insert(0, '\rone\r\ntwo\r\n')
  const looking = textArea()
  bindSource(text, looking.shown, false).stop()
  expect([looking.value, text.toString()]).toEqual(['one\ntwo\n', '\rone\r\ntwo\r\n'])
  const writing = textArea()
  bindSource(text, writing.shown, true)
  writing.type(insert(4, 'and '))
  expect([writing.value, text.toString()]).toEqual(Array(2).fill('one\nand two\n'))
})
