/** What to make of things copied elsewhere: the sensible block for each. */
import type { JsonObject } from '#model/index.ts'
import type { NodeSpec } from '#model/program-spec.ts'
import type { RichText, TextRun } from '#model/rich-text.ts'
import { charactersOf, runsOfValue, valueOfRuns } from '#model/rich-text.ts'

export interface Outside {
  readonly text: string
  /** Formatted text of a word processor, cleaned; undefined without any. */
  readonly rich?: string | RichText
}

/** As much as one text block holds. */
export const LONGEST_TEXT = 4000

/**
 * A single address becomes a text that leads there; everything else text blocks with its paragraphs, as many as it takes.
 * @returns nothing for what is blank
 */
export function blocksFromOutside({ text, rich }: Outside): readonly NodeSpec[] {
  const address = addressOf(text)
  if (address !== undefined) {
    return [
      textBlock({ $rich: [{ insert: shownAddress(address), attributes: { link: { kind: 'web', url: address } } }] }),
    ]
  }
  const value = rich !== undefined && charactersOf(runsOfValue(rich)).trim() !== '' ? rich : tidied(text)
  return piecesOf(runsOfValue(value)).map((runs) => textBlock(valueOfRuns(runs)))
}

/** The one web address that a text is, if it is nothing else. */
export function addressOf(text: string): string | undefined {
  const trimmed = text.trim()
  if (!/^(https?:\/\/|www\.)\S+$/i.test(trimmed)) return undefined
  const url = URL.parse(/^www\./i.test(trimmed) ? `https://${trimmed}` : trimmed)
  return url && url.hostname.includes('.') ? url.href : undefined
}

/** A picture of the workspace's library, by the address it has in every program. */
export function pictureAddressOf(text: string): string | undefined {
  return /^(?:https?:\/\/[^/\s]+)?(\/pictures\/[0-9a-f]{16,})(?:\?\S*)?$/.exec(text.trim())?.[1]
}

function textBlock(text: string | RichText): NodeSpec {
  return { type: 'text', props: { text: text as unknown as JsonObject | string } }
}

function shownAddress(address: string): string {
  return address.replace(/^https?:\/\//, '').replace(/\/$/, '')
}

/** Line breaks of all systems are one; many empty lines are one; what frames the text goes. */
function tidied(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[ \t\u00a0]+\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

/** Cut into what a block holds, at the end of a line where there is one. */
function piecesOf(runs: readonly TextRun[]): readonly (readonly TextRun[])[] {
  const whole = charactersOf(runs)
  if (whole === '') return []
  if (whole.length <= LONGEST_TEXT) return [runs]
  const line = whole.lastIndexOf('\n', LONGEST_TEXT - 1)
  const cut = line > 0 ? line + 1 : LONGEST_TEXT
  const [first, rest] = splitAt(runs, cut)
  return [first, ...piecesOf(rest)]
}

function splitAt(runs: readonly TextRun[], at: number): readonly [readonly TextRun[], readonly TextRun[]] {
  const before: TextRun[] = []
  const after: TextRun[] = []
  let passed = 0
  for (const run of runs) {
    const here = Math.max(0, Math.min(run.insert.length, at - passed))
    if (here > 0) before.push({ ...run, insert: run.insert.slice(0, here) })
    if (here < run.insert.length) after.push({ ...run, insert: run.insert.slice(here) })
    passed += run.insert.length
  }
  return [before, after]
}
