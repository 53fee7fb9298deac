import { describe, expect, test } from 'vitest'
import { linesOfRuns } from '#model/rich-text.ts'
import type { TextRun } from '#model/rich-text.ts'
import { applyDelta } from '#model/text-delta.ts'
import type { TextDelta } from '#model/text-delta.ts'
import { format, lookOf } from './text-commands.ts'
import { seenText } from './text-lines.ts'
import { breakDelta, leaveList, pasteDelta, removeDelta, typeDelta } from './typing-deltas.ts'

const bold = { bold: true }
const at = (from: number, to = from) => ({ from, to })
/** Lines as text: `* item`, `1 item`, bold letters in capitals. */
function shown(runs: readonly TextRun[]): readonly string[] {
  return linesOfRuns(runs).map(({ runs: own, line }) => {
    const words = own.map(({ insert, attributes }) => (attributes?.bold ? insert.toUpperCase() : insert)).join('')
    return (line.list === 'bullet' ? '* ' : line.list === 'number' ? '1 ' : '') + words
  })
}
const after = (runs: readonly TextRun[], delta: TextDelta) => shown(applyDelta(runs, delta))
const text = (insert: string): readonly TextRun[] => [{ insert }]
const list = (runs: readonly TextRun[], from = 0, to = 99) =>
  applyDelta(runs, format(runs, at(from, Math.min(to, seenText(runs).length)), { kind: 'list', list: 'bullet' }).delta)

describe('marks', () => {
  test('are put on what is chosen, and taken off when all of it has them', () => {
    const once = applyDelta(
      text('hot soup'),
      format(text('hot soup'), at(0, 3), { kind: 'toggle', mark: 'bold' }).delta,
    )
    expect(shown(once)).toEqual(['HOT soup'])
    const more = applyDelta(once, format(once, at(0, 8), { kind: 'toggle', mark: 'bold' }).delta)
    expect(shown(more)).toEqual(['HOT SOUP'])
    expect(after(more, format(more, at(0, 8), { kind: 'toggle', mark: 'bold' }).delta)).toEqual(['hot soup'])
  })

  test('wait for the next letter where none is chosen', () => {
    const { delta, pending } = format(text('hot'), at(3), { kind: 'toggle', mark: 'bold' })
    expect([delta, pending]).toEqual([[], bold])
    expect(after(text('hot'), typeDelta(text('hot'), at(3), 'x', pending))).toEqual(['hotX'])
    expect(lookOf(text('hot'), at(3), pending)).toEqual(bold)
  })

  test('go on while typing, but a link ends where it ends', () => {
    const link = { kind: 'map' }
    const runs: readonly TextRun[] = [{ insert: 'here', attributes: { ...bold, link } }]
    expect(applyDelta(runs, typeDelta(runs, at(4), '!'))[1]).toEqual({ insert: '!', attributes: bold })
    expect(applyDelta(runs, typeDelta(runs, at(2), '!'))).toEqual([{ insert: 'he!re', attributes: { ...bold, link } }])
    // With the caret in it, the whole link is meant.
    expect(applyDelta(runs, format(runs, at(2), { kind: 'link', link: null }).delta)).toEqual([
      { insert: 'here', attributes: bold },
    ])
  })

  test('and lists are cleared together', () => {
    const runs = list(applyDelta(text('a\nb'), [{ retain: 1, attributes: bold }]))
    expect(shown(runs)).toEqual(['* A', '* b'])
    expect(after(runs, format(runs, at(0, 3), { kind: 'clear' }).delta)).toEqual(['a', 'b'])
  })
})

describe('lists', () => {
  test('take the lines that are touched, and give them back', () => {
    const runs = text('one\ntwo\nthree')
    expect(shown(list(runs, 1, 5))).toEqual(['* one', '* two', 'three'])
    expect(shown(list(list(runs)))).toEqual(['one', 'two', 'three'])
    expect(lookOf(list(runs, 0, 3), at(0)).list).toBe('bullet')
    expect(lookOf(list(runs, 0, 3), at(0, 6)).list).toBeUndefined()
  })

  test('go on with Enter, and end with Enter in an empty item', () => {
    const one = list(text('tea'))
    const two = applyDelta(one, breakDelta(one, at(3)))
    expect(shown(two)).toEqual(['* tea', '* '])
    expect(after(two, breakDelta(two, at(4)))).toEqual(['* tea', ''])
    expect(after(one, breakDelta(one, at(1)))).toEqual(['* t', '* ea'])
  })

  test('are left by Backspace at the beginning of an item', () => {
    const runs = list(text('tea\nsoup'))
    expect(after(runs, leaveList(runs, 4))).toEqual(['* tea', 'soup'])
    expect(leaveList(runs, 5)).toEqual([])
  })

  test('keep their kind when the next line is pulled up', () => {
    const runs = list(text('tea\nsoup'), 0, 0)
    expect(shown(runs)).toEqual(['* tea', 'soup'])
    expect(after(runs, removeDelta(runs, at(3, 4)))).toEqual(['* teasoup'])
    expect(after(runs, removeDelta(runs, at(0, 4)))).toEqual(['soup'])
  })
})

describe('pasting', () => {
  const items = list(text('x\ny'))

  test('a few words go into the line', () => {
    expect(after(text('hot soup'), pasteDelta(text('hot soup'), at(4, 8), text('tea')))).toEqual(['hot tea'])
    expect(after(items, pasteDelta(items, at(1), text('!')))).toEqual(['* x!', '* y'])
  })

  test('lines go between what stood before and behind', () => {
    expect(after(text('ab'), pasteDelta(text('ab'), at(1), text('1\n2')))).toEqual(['a1', '2b'])
    expect(after(text('ab'), pasteDelta(text('ab'), at(1), items))).toEqual(['a', '* x', '* yb'])
    expect(after([], pasteDelta([], at(0), items))).toEqual(['* x', '* y'])
  })
})

test('typing over what is chosen takes its marks, also over several lines', () => {
  const runs = applyDelta(text('hot\nsoup'), [{ retain: 3, attributes: bold }])
  expect(after(runs, typeDelta(runs, at(0, 3), 'x'))).toEqual(['X', 'soup'])
  expect(after(runs, typeDelta(runs, at(1, 6), 'x'))).toEqual(['HXup'])
})
