/** One replaced stretch: `remove` characters at `at` became `insert`. */
export interface TextChange {
  readonly at: number
  readonly remove: number
  readonly insert: string
}

/** The smallest single stretch in which two texts differ, never cutting a surrogate pair in two. */
export function textChange(from: string, to: string): TextChange {
  const shorter = Math.min(from.length, to.length)
  let start = 0
  while (start < shorter && from.charCodeAt(start) === to.charCodeAt(start)) start++
  if (start > 0 && isHighSurrogate(from.charCodeAt(start - 1))) start--
  let tail = 0
  while (tail < shorter - start && from.charCodeAt(from.length - 1 - tail) === to.charCodeAt(to.length - 1 - tail))
    tail++
  if (tail > 0 && isLowSurrogate(from.charCodeAt(from.length - tail))) tail--
  return { at: start, remove: from.length - start - tail, insert: to.slice(start, to.length - tail) }
}

/**
 * What both people meant when two texts grew from one: `mine` with the change that `theirs` made to `base`. Where both
 * replaced the same letters, both insertions stay, theirs first.
 */
export function mergeText(base: string, mine: string, theirs: string): string {
  if (mine === base || mine === theirs) return theirs
  if (theirs === base) return mine
  const their = textChange(base, theirs)
  const my = textChange(base, mine)
  const theirEnd = their.at + their.remove
  const myEnd = my.at + my.remove
  if (theirEnd <= my.at) return mine.slice(0, their.at) + their.insert + mine.slice(theirEnd)
  if (their.at >= myEnd) return theirs.slice(0, my.at) + my.insert + theirs.slice(myEnd)
  const start = Math.min(their.at, my.at)
  const end = Math.max(theirEnd, myEnd)
  return base.slice(0, start) + their.insert + my.insert + base.slice(end)
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff
}
