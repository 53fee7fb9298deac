/** How a formatted text looks and what formatting does to it, as pure functions: text and range in, change out. */
import { listKinds, spanOf } from '#components/kit/rich-text.ts'
import type { ListKind, RichSpan, TextColour } from '#components/kit/rich-text.ts'
import type { LinkValue } from '#components/kit/fields.ts'
import type { JsonObject } from '#model/json.ts'
import { charactersOf, linesOfRuns, runsOfLines } from '#model/rich-text.ts'
import type { TextRun } from '#model/rich-text.ts'
import { applyDelta, diffRuns } from '#model/text-delta.ts'
import type { TextDelta, TextOp } from '#model/text-delta.ts'
import { changeLines, keep, linesIn, runAt, splitRuns, type TextRange } from './text-lines.ts'

export type FormatCommand =
  /** On, or off if all of it already is. */
  | { readonly kind: 'toggle'; readonly mark: 'bold' | 'italic' }
  | { readonly kind: 'colour'; readonly colour: TextColour | null }
  | { readonly kind: 'link'; readonly link: LinkValue | null }
  /** Makes the lines items of this kind, or paragraphs if they are already. */
  | { readonly kind: 'list'; readonly list: ListKind }
  /** No marks and no lists. */
  | { readonly kind: 'clear' }

/** What the text looks like where the caret is or in all of the selection. */
export interface TextLook extends Omit<RichSpan, 'text'> {
  readonly list?: ListKind
}

export function lookOf(runs: readonly TextRun[], range: TextRange, pending?: JsonObject): TextLook {
  const { text: _text, ...marks } = spanOf({ insert: '', attributes: pending ?? marksIn(runs, range) })
  const kinds = linesIn(linesOfRuns(runs), range).map(({ line }) => line.list)
  const list = listKinds.find((kind) => kinds.every((other) => other === kind))
  return list ? { ...marks, list } : marks
}

/** The marks that letters typed here get: those before the caret, but a link ends where it ends. */
export function marksAt(runs: readonly TextRun[], offset: number): JsonObject {
  const before = runAt(runs, offset - 1)
  const after = runAt(runs, offset)
  const near = before && before.character !== '\n' ? before : after?.character === '\n' ? undefined : after
  const { list: _list, end: _end, link, ...marks } = near?.attributes ?? {}
  const isInside = near === before && after && after.character !== '\n' && after.attributes?.link === link
  return link !== undefined && isInside ? { ...marks, link } : marks
}

/** The link around the caret, to its ends; the range itself where there is none. */
export function linkRange(runs: readonly TextRun[], range: TextRange): TextRange {
  const link = marksAt(runs, range.from).link ?? runAt(runs, range.from)?.attributes?.link
  if (link === undefined || range.from !== range.to) return range
  const key = JSON.stringify(link)
  const isLinked = (at: number) => JSON.stringify(runAt(runs, at)?.attributes?.link) === key
  let { from, to } = range
  while (from > 0 && isLinked(from - 1)) from--
  while (isLinked(to)) to++
  return { from, to }
}

/**
 * @returns the change, or the marks that the next letters get where no letter is chosen
 */
export function format(
  runs: readonly TextRun[],
  range: TextRange,
  command: FormatCommand,
  pending?: JsonObject,
): { readonly delta: TextDelta; readonly pending?: JsonObject } {
  if (command.kind === 'list') return { delta: listDelta(runs, range, command.list) }
  if (command.kind === 'link') return { delta: markDelta(runs, linkRange(runs, range), { link: command.link }) }
  const change = changeOf(command, pending ?? marksIn(runs, range))
  if (range.from === range.to && command.kind !== 'clear') {
    const marks = { ...(pending ?? marksAt(runs, range.from)), ...change }
    return { delta: [], pending: Object.fromEntries(Object.entries(marks).filter(([, value]) => value !== null)) }
  }
  const delta = markDelta(runs, range, change)
  if (command.kind !== 'clear') return { delta }
  const plain = changeLines(linesOfRuns(applyDelta(runs, delta)), range, ({ list: _list, ...line }) => line)
  return { delta: diffRuns(runs, runsOfLines(plain)), pending: {} }
}

function changeOf(command: Exclude<FormatCommand, { kind: 'list' | 'link' }>, now: JsonObject): JsonObject {
  switch (command.kind) {
    case 'toggle':
      return { [command.mark]: now[command.mark] === true ? null : true }
    case 'colour':
      return { colour: command.colour }
    case 'clear':
      return { bold: null, italic: null, colour: null, link: null }
  }
}

function listDelta(runs: readonly TextRun[], range: TextRange, list: ListKind): TextDelta {
  const lines = linesOfRuns(runs)
  const isOn = linesIn(lines, range).every(({ line }) => line.list === list)
  const changed = changeLines(lines, range, ({ list: _list, ...line }) => (isOn ? line : { ...line, list }))
  return diffRuns(runs, runsOfLines(changed))
}

/** Letters get marks, breaks do not. */
function markDelta(runs: readonly TextRun[], { from, to }: TextRange, attributes: JsonObject): TextDelta {
  const ops: TextOp[] = [...keep(from)]
  for (const part of charactersOf(runs).slice(from, to).split(/(\n)/)) {
    if (part === '\n') ops.push({ retain: 1 })
    else if (part !== '') ops.push({ retain: part.length, attributes })
  }
  return diffRuns(runs, applyDelta(runs, ops))
}

/** Marks that all letters of the range have. */
function marksIn(runs: readonly TextRun[], { from, to }: TextRange): JsonObject {
  if (from === to) return marksAt(runs, from)
  const chosen = splitRuns(splitRuns(runs, to)[0], from)[1].filter(({ insert }) => insert.replaceAll('\n', '') !== '')
  const [first, ...others] = chosen.map(({ attributes }) => attributes ?? {})
  const shared = Object.entries(first ?? {}).filter(
    ([name, value]) =>
      name !== 'list' &&
      name !== 'end' &&
      others.every((other) => JSON.stringify(other[name]) === JSON.stringify(value)),
  )
  return Object.fromEntries(shared)
}
