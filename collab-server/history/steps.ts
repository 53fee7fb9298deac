/** What an entry read as after each person who wrote it, so that what one of several did to it can be taken back alone. */
import * as Y from 'yjs'
import { mergeBack } from '#model/history/merge-back.ts'
import type { JsonValue } from '#model/json.ts'
import { isRichText, runsOfText } from '#model/rich-text.ts'

/** One stretch of writing in one entry, by one person; by more where there were too many to keep apart. */
export interface Step {
  readonly by: readonly string[]
  /** When it was last written to. */
  readonly atMs: number
  /** What it came to; absent for an entry that was taken away. Shared texts in runs. */
  readonly value?: JsonValue
}

/** Of more steps than this at one entry, the oldest are one. */
export const mostSteps = 12

/** Longer values are not kept: changes of them by several people go back together. */
const longestValue = 20_000

/** @returns undefined for what cannot be told in a value, or is too long for one */
export function stepOf(map: Y.Map<unknown>, key: string, who: string, atMs: number): Step | undefined {
  const held: unknown = map.get(key)
  if (held === undefined) return { by: [who], atMs }
  if (held instanceof Y.AbstractType && !(held instanceof Y.Text)) return undefined
  // A text with marks or without is written alike, so that it can be told from a plain value.
  const value = held instanceof Y.Text ? ({ $rich: runsOfText(held) } as unknown as JsonValue) : (held as JsonValue)
  const json = JSON.stringify(value)
  // The database takes neither NUL nor half a character.
  if (json === undefined || json.length > longestValue || /\\u0000|\\ud[89a-f]/i.test(json)) return undefined
  return { by: [who], atMs, value }
}

/**
 * Steps, and one more behind them. Who goes on with a text beside what others wrote in it meanwhile goes on with their own
 * step: two people typing at once are two steps, not one for each letter.
 */
export function withStep(steps: readonly Step[], next: Step): readonly Step[] {
  const own = steps.findLastIndex(({ by }) => isSame(by, next.by))
  const last = steps.length - 1
  if (own === last && own >= 0) return steps.with(own, next)
  const moved = own < 0 ? undefined : goneOn(steps, own, next)
  if (moved) return moved
  return shortened([...steps, next])
}

/** Moves what was written last to before what others wrote in between, where it does not build on that. */
function goneOn(steps: readonly Step[], own: number, next: Step): readonly Step[] | undefined {
  const moved = [...steps]
  let { value } = next
  for (let at = steps.length - 1; at > own; at--) {
    const [before, after] = [steps[at - 1]?.value, steps[at]?.value]
    if (![before, after, value].every(isRichText)) return undefined
    moved[at] = { ...steps[at]!, value: value! }
    const without = mergeBack(before, after, value)
    if (!without || without.value === undefined) return undefined
    value = isRichText(without.value) ? without.value : inRuns(without.value)
  }
  moved[own] = { ...next, ...(value !== undefined && { value }) }
  return moved
}

function inRuns(words: JsonValue): JsonValue {
  return { $rich: words === '' ? [] : [{ insert: String(words) }] }
}

function shortened(steps: readonly Step[]): readonly Step[] {
  const [first, second, ...rest] = steps
  if (steps.length <= mostSteps || !first || !second) return steps
  return [{ ...second, by: [...new Set([...second.by, ...first.by])] }, ...rest]
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((who) => other.includes(who))
}
