/** Reckoning with the lines of a formatted text: where they begin, taking them apart, and a range across them. */
import type { JsonObject } from '#model/json.ts'
import { charactersOf, linesOfRuns } from '#model/rich-text.ts'
import type { RichLine, TextRun } from '#model/rich-text.ts'
import { applyDelta } from '#model/text-delta.ts'
import type { TextOp } from '#model/text-delta.ts'

/** Between two places of the text as it is seen, counted in UTF-16 units; `from` is never behind `to`. */
export interface TextRange {
  readonly from: number
  readonly to: number
}

/** The text as it is seen: without the break behind a last item. */
export function seenText(runs: readonly TextRun[]): string {
  return linesOfRuns(runs)
    .map((line) => charactersOf(line.runs))
    .join('\n')
}

/** What is chosen, on its own. */
export function cutRuns(runs: readonly TextRun[], { from, to }: TextRange): readonly TextRun[] {
  const length = charactersOf(runs).length
  return applyDelta(runs, [
    ...(from > 0 ? [{ delete: from }] : []),
    { retain: to - from },
    ...(length > to ? [{ delete: length - to }] : []),
  ])
}

export function lineAt(lines: readonly RichLine[], offset: number): { readonly index: number; readonly start: number } {
  let start = 0
  for (const [index, { runs }] of lines.entries()) {
    const end = start + charactersOf(runs).length
    if (offset <= end || index === lines.length - 1) return { index, start }
    start = end + 1
  }
  return { index: 0, start: 0 }
}

export function linesIn(lines: readonly RichLine[], { from, to }: TextRange): readonly RichLine[] {
  return lines.slice(lineAt(lines, from).index, lineAt(lines, to).index + 1)
}

export function changeLines(
  lines: readonly RichLine[],
  { from, to }: TextRange,
  change: (line: JsonObject) => JsonObject,
): readonly RichLine[] {
  const [first, last] = [lineAt(lines, from).index, lineAt(lines, to).index]
  return lines.map((line, index) => (index < first || index > last ? line : { ...line, line: change(line.line) }))
}

export function splitRuns(runs: readonly TextRun[], at: number): readonly [TextRun[], TextRun[]] {
  const [head, tail]: [TextRun[], TextRun[]] = [[], []]
  let start = 0
  for (const run of runs) {
    const cut = Math.max(0, Math.min(run.insert.length, at - start))
    if (cut > 0) head.push({ ...run, insert: run.insert.slice(0, cut) })
    if (cut < run.insert.length) tail.push({ ...run, insert: run.insert.slice(cut) })
    start += run.insert.length
  }
  return [head, tail]
}

export function runAt(runs: readonly TextRun[], offset: number) {
  let start = 0
  for (const { insert, attributes } of runs) {
    if (offset >= start && offset < start + insert.length) return { character: insert[offset - start], attributes }
    start += insert.length
  }
  return undefined
}

export function spansLines(runs: readonly TextRun[], { from, to }: TextRange): boolean {
  return charactersOf(runs).slice(from, to).includes('\n')
}

/** Ops at the beginning and in the place of a range; none where there is nothing to do. */
export const keep = (length: number): TextOp[] => (length > 0 ? [{ retain: length }] : [])
export const remove = ({ from, to }: TextRange): TextOp[] => (to > from ? [{ delete: to - from }] : [])
