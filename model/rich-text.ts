/**
 * Rich text as plain data. In the document it is a shared text whose characters carry attributes; read out, it is a
 * string as long as nothing in it is formatted, else `{ $rich: runs }`. What the attributes mean is the blocks' business,
 * apart from two on line breaks: `list` says what the line that ends there is, and `end` marks the break behind a last
 * line that is in a list. A text without it has no last break, so that every plain text is a rich text.
 */
import * as Y from 'yjs'
import type { JsonObject, JsonValue } from './json.ts'

export type TextRun = { readonly insert: string; readonly attributes?: JsonObject }

export type RichText = { readonly $rich: readonly TextRun[] }

export function isRichText(value: unknown): value is RichText {
  if (typeof value !== 'object' || value === null || !('$rich' in value) || !Array.isArray(value.$rich)) return false
  return value.$rich.every(isRun)
}

/** The value of a property as runs; anything that is no text is an empty one. */
export function runsOfValue(value: JsonValue | undefined): readonly TextRun[] {
  if (typeof value === 'string') return value === '' ? [] : [{ insert: value }]
  return isRichText(value) ? joinRuns(value.$rich) : []
}

/** The shortest value: a string if nothing is formatted. */
export function valueOfRuns(runs: readonly TextRun[]): string | RichText {
  const joined = joinRuns(runs)
  return joined.some(({ attributes }) => attributes) ? { $rich: joined } : charactersOf(joined)
}

/** What a shared text holds. Embedded things, which no version of ours writes, are left out. */
export function runsOfText(text: Y.Text): readonly TextRun[] {
  const parts = text.toDelta() as readonly { readonly insert: unknown; readonly attributes?: JsonObject }[]
  // Yjs tells letters typed at different times apart; joined, equal texts read equal everywhere.
  return joinRuns(
    parts.flatMap(({ insert, attributes }) =>
      typeof insert === 'string' ? [attributes ? { insert, attributes } : { insert }] : [],
    ),
  )
}

export function textOfValue(value: string | RichText): Y.Text {
  if (typeof value === 'string') return new Y.Text(value)
  const text = new Y.Text()
  // Yjs writes to the attributes it is handed.
  text.applyDelta(value.$rich.map((run) => (run.attributes ? { ...run, attributes: { ...run.attributes } } : run)))
  return text
}

/** All characters, also the break at the end that is none to look at. */
export function charactersOf(runs: readonly TextRun[]): string {
  return runs.map(({ insert }) => insert).join('')
}

/** The words alone, as lines: for lists of blocks, searches and names. */
export function plainTextOf(value: JsonValue | undefined): string {
  return linesOfRuns(runsOfValue(value))
    .map(({ runs }) => charactersOf(runs))
    .join('\n')
}

export interface RichLine {
  readonly runs: readonly TextRun[]
  /** Attributes of the break that ends it: `list` and what newer versions know. */
  readonly line: JsonObject
}

/** There is always at least one line. Several `end` breaks at the end, made by people at once, count as one. */
export function linesOfRuns(runs: readonly TextRun[]): readonly RichLine[] {
  const { shown, last } = withoutEnd(runs)
  const lines: RichLine[] = []
  let present: TextRun[] = []
  for (const { insert, attributes } of shown) {
    for (const [index, part] of insert.split('\n').entries()) {
      if (index > 0) {
        lines.push({ runs: present, line: lineOf(attributes) })
        present = []
      }
      if (part !== '') present.push(attributes ? { insert: part, attributes } : { insert: part })
    }
  }
  return [...lines, { runs: present, line: lineOf(last) }]
}

/** What is before the breaks that end a last line in a list, and the attributes of the first of them. */
function withoutEnd(runs: readonly TextRun[]): { readonly shown: readonly TextRun[]; readonly last?: JsonObject } {
  const shown = [...joinRuns(runs)]
  let last: JsonObject | undefined
  for (let run = shown.at(-1); run?.attributes?.end === true; run = shown.at(-1)) {
    const kept = run.insert.replace(/\n+$/, '')
    if (kept === run.insert) break
    last = run.attributes
    shown.pop()
    if (kept !== '') shown.push({ ...run, insert: kept })
  }
  return last ? { shown, last } : { shown }
}

function lineOf(attributes: JsonObject | undefined): JsonObject {
  const { end: _end, ...line } = attributes ?? {}
  return line
}

export function runsOfLines(lines: readonly RichLine[]): readonly TextRun[] {
  const last = lines.at(-1)
  const runs = lines.flatMap(({ runs: own, line }, index): TextRun[] => {
    if (index < lines.length - 1) return [...own, breakOf(line)]
    return last?.line.list === undefined ? [...own] : [...own, breakOf({ ...line, end: true })]
  })
  return joinRuns(runs)
}

function breakOf(attributes: JsonObject): TextRun {
  return Object.keys(attributes).length === 0 ? { insert: '\n' } : { insert: '\n', attributes }
}

/** Neighbours with the same attributes become one; empty ones go. */
export function joinRuns(runs: readonly TextRun[]): readonly TextRun[] {
  const joined: TextRun[] = []
  for (const { insert, attributes: raw } of runs) {
    if (insert === '') continue
    const attributes = raw && Object.keys(raw).length > 0 ? raw : undefined
    const last = joined.at(-1)
    if (last && isSameJson(last.attributes, attributes))
      joined[joined.length - 1] = { ...last, insert: last.insert + insert }
    else joined.push(attributes ? { insert, attributes } : { insert })
  }
  return joined
}

/** Whether two plain values are equal, whatever the order of their names. */
export function isSameJson(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [left, right] = [a as JsonObject, b as JsonObject]
  const names = Object.keys(left)
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && isSameJson(left[name], right[name]))
  )
}

function isRun(run: unknown): run is TextRun {
  if (typeof run !== 'object' || run === null || !('insert' in run) || typeof run.insert !== 'string') return false
  if (!('attributes' in run) || run.attributes === undefined) return true
  return typeof run.attributes === 'object' && run.attributes !== null && !Array.isArray(run.attributes)
}
