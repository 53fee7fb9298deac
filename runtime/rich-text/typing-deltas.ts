/** What typing, deleting, Enter and pasting do to a formatted text, as pure functions: text and range in, change out. */
import { linesOfRuns, runsOfLines } from '#model/rich-text.ts'
import type { JsonObject } from '#model/json.ts'
import type { RichLine, TextRun } from '#model/rich-text.ts'
import { applyDelta, diffRuns } from '#model/text-delta.ts'
import type { TextDelta, TextOp } from '#model/text-delta.ts'
import { marksAt } from './text-commands.ts'
import { changeLines, keep, lineAt, remove, spansLines, splitRuns, type TextRange } from './text-lines.ts'

/** Typed letters, in the place of what is chosen. */
export function typeDelta(runs: readonly TextRun[], range: TextRange, text: string, pending?: JsonObject): TextDelta {
  const attributes = pending ?? marksAt(runs, range.from + (range.to > range.from ? 1 : 0))
  const insert: TextOp = Object.keys(attributes).length > 0 ? { insert: text, attributes } : { insert: text }
  if (range.to > range.from && spansLines(runs, range)) {
    const removed = applyDelta(runs, removeDelta(runs, range))
    return diffRuns(runs, applyDelta(removed, [...keep(range.from), insert]))
  }
  return [...keep(range.from), ...(text === '' ? [] : [insert]), ...remove(range)]
}

/** Lines that become one keep the kind of the first, unless nothing is left of it. */
export function removeDelta(runs: readonly TextRun[], range: TextRange): TextDelta {
  if (range.to <= range.from) return []
  if (!spansLines(runs, range)) return [...keep(range.from), ...remove(range)]
  const lines = linesOfRuns(runs)
  const [first, last] = [lineAt(lines, range.from), lineAt(lines, range.to)]
  const isEmpty = range.from === first.start
  const [head] = splitRuns(lines[first.index]!.runs, range.from - first.start)
  const [, tail] = splitRuns(lines[last.index]!.runs, range.to - last.start)
  const joined = { runs: [...head, ...tail], line: lines[isEmpty ? last.index : first.index]!.line }
  return diffRuns(runs, runsOfLines([...lines.slice(0, first.index), joined, ...lines.slice(last.index + 1)]))
}

/** A new line of the same kind; an empty item ends the list instead. */
export function breakDelta(runs: readonly TextRun[], range: TextRange): TextDelta {
  const removal = removeDelta(runs, range)
  const rest = applyDelta(runs, removal)
  const lines = linesOfRuns(rest)
  const { index, start } = lineAt(lines, range.from)
  const line = lines[index]!
  if (line.line.list !== undefined && line.runs.length === 0) return leaveList(runs, range.from)
  const [head, tail] = splitRuns(line.runs, range.from - start)
  const broken = [
    { ...line, runs: head },
    { ...line, runs: tail },
  ]
  return diffRuns(runs, runsOfLines([...lines.slice(0, index), ...broken, ...lines.slice(index + 1)]))
}

/** What Backspace does at the beginning of an item. @returns no change where there is none */
export function leaveList(runs: readonly TextRun[], offset: number): TextDelta {
  const lines = linesOfRuns(runs)
  const { index, start } = lineAt(lines, offset)
  if (start !== offset || lines[index]!.line.list === undefined) return []
  return diffRuns(
    runs,
    runsOfLines(changeLines(lines, { from: offset, to: offset }, ({ list: _list, ...line }) => line)),
  )
}

/**
 * Puts formatted lines in the place of what is chosen. A first item does not turn the words before it into an item, and
 * the last line takes what stood behind the caret.
 */
export function pasteDelta(runs: readonly TextRun[], range: TextRange, pasted: readonly TextRun[]): TextDelta {
  const rest = linesOfRuns(applyDelta(runs, removeDelta(runs, range)))
  const { index, start } = lineAt(rest, range.from)
  const here = rest[index]!
  const [head, tail] = splitRuns(here.runs, range.from - start)
  const [first, ...more] = linesOfRuns(pasted)
  if (!first) return []
  const isInline = more.length === 0 && first.line.list === undefined
  const startsAnew = head.length > 0 && first.line.list !== undefined
  const lines: readonly RichLine[] = isInline
    ? [{ ...here, runs: [...head, ...first.runs] }]
    : startsAnew
      ? [{ ...here, runs: head }, first, ...more]
      : [{ runs: [...head, ...first.runs], line: head.length > 0 ? here.line : first.line }, ...more]
  const last = lines.at(-1)!
  const placed = [...lines.slice(0, -1), { ...last, runs: [...last.runs, ...tail] }]
  return diffRuns(runs, runsOfLines([...rest.slice(0, index), ...placed, ...rest.slice(index + 1)]))
}
