import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { JsonObject } from './json.ts'
import { charactersOf, linesOfRuns, plainTextOf, runsOfLines, runsOfText, valueOfRuns } from './rich-text.ts'
import type { RichLine, TextRun } from './rich-text.ts'
import { seededRandom } from './testing/peers.ts'
import { applyDelta, diffRuns, transformDelta, transformOffset } from './text-delta.ts'
import type { TextDelta, TextOp } from './text-delta.ts'

const bold = { bold: true }
const unbold: JsonObject = { bold: null }
const bullet = { list: 'bullet' }

test('what differs is one stretch of characters, and attributes where they differ', () => {
  expect(diffRuns([{ insert: 'noodles' }], [{ insert: 'noo' }, { insert: 'dles', attributes: bold }])).toEqual([
    { retain: 3 },
    { retain: 4, attributes: bold },
  ])
  expect(diffRuns([{ insert: 'noodles', attributes: bold }], [{ insert: 'needles', attributes: bold }])).toEqual([
    { retain: 1 },
    { delete: 2 },
    { insert: 'ee', attributes: bold },
  ])
  expect(diffRuns([{ insert: 'a', attributes: bold }], [{ insert: 'a' }])).toEqual([
    { retain: 1, attributes: { bold: null } },
  ])
  // The two halves of an emoji stay together.
  expect(diffRuns([{ insert: '🍜' }], [{ insert: '🍚' }])).toEqual([{ delete: 2 }, { insert: '🍚' }])
})

test('two changes made at once meet in one text, whichever came first', () => {
  const start: readonly TextRun[] = [{ insert: 'hot soup' }]
  const mine: TextDelta = [{ retain: 4 }, { insert: 'beef ' }]
  const theirs: TextDelta = [{ delete: 4 }, { retain: 4, attributes: bold }]
  const one = applyDelta(applyDelta(start, mine), transformDelta(theirs, mine, false))
  const other = applyDelta(applyDelta(start, theirs), transformDelta(mine, theirs, true))
  expect(one).toEqual(other)
  expect(one).toEqual([{ insert: 'beef ' }, { insert: 'soup', attributes: bold }])
})

test('random changes: both orders meet, and a difference leads to its result', () => {
  for (let seed = 1; seed <= 400; seed++) {
    const random = seededRandom(seed)
    const start = randomRuns(random)
    const [a, b] = [randomDelta(start, random), randomDelta(start, random)]
    const [afterA, afterB] = [applyDelta(start, a), applyDelta(start, b)]
    const one = applyDelta(afterA, transformDelta(b, a, false))
    const other = applyDelta(afterB, transformDelta(a, b, true))
    expect(one, `seed ${seed}`).toEqual(other)
    expect(applyDelta(afterA, diffRuns(afterA, afterB)), `seed ${seed}`).toEqual(afterB)

    // Yjs understands them as we do.
    const text = new Y.Doc().getText()
    text.applyDelta(structuredClone([...start]))
    text.applyDelta(structuredClone([...a]))
    expect(runsOfText(text), `seed ${seed}`).toEqual(afterA)
  }
})

test('a place in the text moves with what is changed before it', () => {
  expect(transformOffset(3, [{ insert: 'ab' }], true)).toBe(5)
  expect(transformOffset(3, [{ retain: 3 }, { insert: 'ab' }], true)).toBe(3)
  expect(transformOffset(3, [{ retain: 3 }, { insert: 'ab' }], false)).toBe(5)
  expect(transformOffset(3, [{ retain: 1 }, { delete: 5 }], true)).toBe(1)
  expect(transformOffset(3, [{ retain: 4 }, { delete: 5 }], true)).toBe(3)
})

test('[M41] a plain text is a rich text without marks, and lines know their lists', () => {
  expect(linesOfRuns([{ insert: 'one\n\ntwo' }]).map(({ runs }) => charactersOf(runs))).toEqual(['one', '', 'two'])
  expect(linesOfRuns([])).toEqual([{ runs: [], line: {} }])
  const list: readonly TextRun[] = [{ insert: 'tea' }, { insert: '\n', attributes: { ...bullet, end: true } }]
  expect(linesOfRuns(list)).toEqual([{ runs: [{ insert: 'tea' }], line: bullet }])
  expect(plainTextOf({ $rich: list })).toBe('tea')
})

test('[M41] two people making the last line a list at once leave one item', () => {
  const end = { insert: '\n\n', attributes: { ...bullet, end: true } }
  expect(linesOfRuns([{ insert: 'tea' }, end])).toEqual([{ runs: [{ insert: 'tea' }], line: bullet }])
  // What somebody typed behind it is a line of its own.
  expect(linesOfRuns([{ insert: 'tea' }, { ...end, insert: '\n' }, { insert: 'more' }])).toEqual([
    { runs: [{ insert: 'tea' }], line: bullet },
    { runs: [{ insert: 'more' }], line: {} },
  ])
})

test('lines become runs and are read back as they were', () => {
  const lines: readonly RichLine[] = [
    { runs: [{ insert: 'a' }, { insert: 'b', attributes: bold }], line: {} },
    { runs: [], line: bullet },
    { runs: [], line: {} },
    { runs: [{ insert: 'last' }], line: { list: 'number' } },
  ]
  expect(linesOfRuns(runsOfLines(lines))).toEqual(lines)
  expect(linesOfRuns(runsOfLines(lines.slice(0, 3)))).toEqual(lines.slice(0, 3))
  expect(valueOfRuns(runsOfLines([{ runs: [{ insert: 'plain' }], line: {} }]))).toBe('plain')
})

function randomRuns(random: () => number): readonly TextRun[] {
  const length = Math.floor(random() * 12)
  return applyDelta(
    [],
    Array.from({ length }, (): TextOp => {
      const insert = pick(random, ['a', 'b', '\n', '面', '🍜'])
      return random() < 0.4 ? { insert, attributes: randomMarks(random) } : { insert }
    }),
  )
}

/** Changes that never cut an emoji, as people's do not. */
function randomDelta(runs: readonly TextRun[], random: () => number): TextDelta {
  const ops: TextOp[] = []
  for (const character of charactersOf(runs)) {
    const length = character.length
    if (random() < 0.15) ops.push({ insert: pick(random, ['x', 'yz', '\n', '汤']) })
    if (random() < 0.15) ops.push({ insert: 'w', attributes: randomMarks(random) })
    const kind = random()
    if (kind < 0.2) ops.push({ delete: length })
    else if (kind < 0.4) ops.push({ retain: length, attributes: random() < 0.3 ? unbold : randomMarks(random) })
    else ops.push({ retain: length })
  }
  if (random() < 0.3) ops.push({ insert: 'end' })
  return ops
}

function randomMarks(random: () => number): JsonObject {
  return pick<JsonObject>(random, [bold, { italic: true }, { colour: 'accent', bold: true }, { link: { kind: 'map' } }])
}

function pick<Item>(random: () => number, items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)]!
}
