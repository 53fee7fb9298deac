/**
 * Keys that sort siblings: a key reads as the digits of a fraction, so there is always another one between two.
 * The last five digits are random: two people inserting at one place at once get different keys.
 */
import type { Random } from './random.ts'

/** In the order of their character codes, so that `<` on strings orders keys. */
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const base = digits.length
/** 62^5 is 30 bits. */
const jitterLength = 5

/** Longer keys are worth rewriting their siblings for: always inserting at one spot grows a key by a digit per six inserts. */
export const longestOrderKey = 64

/** Whether we could have made this key. Documents come from outside; a foreign key still sorts, but leaves no room beside it. */
export function isOrderKey(key: string): boolean {
  return key.length <= 1024 && /^[0-9A-Za-z]*[1-9A-Za-z]$/.test(key)
}

export function compareOrder(a: { key: string; id: string }, b: { key: string; id: string }): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/**
 * A key after `before` and before `after`; an absent neighbour means the end.
 * @returns undefined when there is no room: the neighbours are equal, in the wrong order, or not keys of ours
 */
export function orderKeyBetween(
  before: string | undefined,
  after: string | undefined,
  random: Random,
): string | undefined {
  if (before !== undefined && !isOrderKey(before)) return undefined
  if (after !== undefined && !isOrderKey(after)) return undefined
  if (before !== undefined && after !== undefined && before >= after) return undefined
  let prefix = ''
  let ceiling = after
  for (let at = 0; ; at++) {
    const low = before !== undefined && at < before.length ? digits.indexOf(before.charAt(at)) : 0
    const high = ceiling === undefined ? base : at < ceiling.length ? digits.indexOf(ceiling.charAt(at)) : low
    if (high - low > 1) return prefix + digits.charAt(digitBetween(low, high, before, after)) + jitter(random)
    if (ceiling !== undefined && at >= ceiling.length) return undefined
    prefix += digits.charAt(low)
    if (high > low) ceiling = undefined
  }
}

/** At the two ends the step is one digit, because that is where most nodes are added; in the middle it is half the gap. */
function digitBetween(low: number, high: number, before: string | undefined, after: string | undefined): number {
  if (before !== undefined && after === undefined) return low + 1
  if (before === undefined && after !== undefined) return high - 1
  return (low + high) >> 1
}

function jitter(random: Random): string {
  let text = ''
  for (let at = 0; at < jitterLength - 1; at++) text += digits.charAt(Math.floor(random() * base))
  // A key must not end in the smallest digit: nothing would fit between it and the same key without that digit.
  return text + digits.charAt(1 + Math.floor(random() * (base - 1)))
}

/** `count` keys in order in one gap. They share one random prefix, so two pastes at one place do not interleave. */
export function orderKeysBetween(
  before: string | undefined,
  after: string | undefined,
  count: number,
  random: Random,
): string[] | undefined {
  const prefix = orderKeyBetween(before, after, random)
  if (prefix === undefined) return undefined
  return count === 1 ? [prefix] : evenOrderKeys(count).map((key) => prefix + key)
}

/** `count` keys spread evenly. Not random: two people who tidy up the same siblings at once write the same keys. */
export function evenOrderKeys(count: number): string[] {
  let width = 1
  while (base ** width < 2 * (count + 1)) width++
  const step = base ** width / (count + 1)
  return Array.from({ length: count }, (_, index) => {
    let rest = Math.floor((index + 1) * step)
    let key = ''
    for (let at = 0; at < width; at++) {
      key = digits.charAt(rest % base) + key
      rest = Math.floor(rest / base)
    }
    return key.endsWith('0') ? `${key}V` : key
  })
}
