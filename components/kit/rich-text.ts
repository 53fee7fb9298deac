/** What formatting means to blocks: marks of letters and kinds of lines, and which saved ones are taken. */
import type { JsonObject, JsonValue } from '#model/json.ts'
import {
  charactersOf,
  isRichText,
  joinRuns,
  linesOfRuns,
  plainTextOf,
  runsOfValue,
  valueOfRuns,
} from '#model/rich-text.ts'
import type { RichText, TextRun } from '#model/rich-text.ts'
import type { LinkValue } from './fields.ts'
import { isLink } from './link-value.ts'

/** Colours of the theme that letters may have: legible on every ground that a theme or a section puts under them. */
export const textColours = ['accent', 'ink', 'muted'] as const
export type TextColour = (typeof textColours)[number]

export const listKinds = ['bullet', 'number'] as const
export type ListKind = (typeof listKinds)[number]

/** A stretch of letters that look alike. */
export interface RichSpan {
  readonly text: string
  readonly bold?: true
  readonly italic?: true
  readonly colour?: TextColour
  readonly link?: LinkValue
}

export interface DrawnLine {
  readonly list: ListKind | undefined
  readonly spans: readonly RichSpan[]
}

/** A saved rich text as it is drawn: unknown marks have no look, and a link that is none is only words. */
export function drawnLines(value: JsonValue | undefined): readonly DrawnLine[] {
  return linesOfRuns(runsOfValue(value)).map(({ runs, line }) => ({
    list: listKinds.find((kind) => kind === line.list),
    spans: runs.map(spanOf),
  }))
}

export function spanOf({ insert, attributes = {} }: TextRun): RichSpan {
  const { bold, italic, colour, link } = attributes
  const known = textColours.find((name) => name === colour)
  return {
    text: insert,
    ...(bold === true ? { bold } : {}),
    ...(italic === true ? { italic } : {}),
    ...(known ? { colour: known } : {}),
    ...(isLink(link) ? { link } : {}),
  }
}

/** Class names of one stretch, the same wherever it is drawn. */
export function spanClass({ bold, italic, colour, link }: RichSpan): string {
  const names = ['sw-rich__span']
  if (bold) names.push('sw-rich__span--bold')
  if (italic) names.push('sw-rich__span--italic')
  if (link) names.push('sw-rich__span--link')
  if (colour) names.push(`sw-rich__span--${colour}`)
  return names.join(' ')
}

/** Class names of a line. The first item of a list begins to count. */
export function lineClass(list: ListKind | undefined, before: ListKind | undefined): string {
  if (!list) return 'sw-rich__line'
  return `sw-rich__line sw-rich__line--item sw-rich__line--${list}${list === before ? '' : ' sw-rich__line--first'}`
}

export function isBlankText(value: JsonValue | undefined): boolean {
  return plainTextOf(value).trim() === ''
}

/**
 * A saved value made to fit: a text or formatted runs, at most so many characters, marks nobody knows left out.
 * @returns undefined for what is no text at all; `cut` tells that some of it did not fit
 */
export function fittingText(
  value: JsonValue,
  maxLength: number,
): { readonly value: string | RichText; readonly cut: boolean } | undefined {
  if (typeof value !== 'string' && !isRichText(value)) return undefined
  const runs = runsOfValue(value).map((run) => ({ insert: run.insert, attributes: knownMarks(run) }))
  let left = maxLength
  const fitting = runs.flatMap(({ insert, attributes }) => {
    const part = insert.slice(0, left)
    // Not in the middle of a character that takes two units.
    const text = part.length < insert.length && /[\uD800-\uDBFF]$/.test(part) ? part.slice(0, -1) : part
    left -= part.length
    return text === '' ? [] : [{ insert: text, attributes }]
  })
  return { value: valueOfRuns(joinRuns(fitting)), cut: charactersOf(runs).length > maxLength }
}

/** Letters have marks, breaks have kinds; either's on the other is left out. */
function knownMarks(run: TextRun): JsonObject {
  const { text: _text, ...marks } = spanOf(run)
  const { list, end } = run.attributes ?? {}
  const isListed = listKinds.some((kind) => kind === list)
  return {
    ...(marks as JsonObject),
    ...(isListed ? { list: list! } : {}),
    ...(end === true ? { end } : {}),
  }
}
