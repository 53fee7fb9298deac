import * as Y from 'yjs'

export function sharedTextOf(value: unknown): Y.Text | undefined {
  return value instanceof Y.Text ? value : undefined
}

/** Words that are a plain string until somebody types in them, and a shared text from then on. */
export function wordsOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : sharedTextOf(value)?.toString()
}

/**
 * Makes a shared text read `value` by one deletion and one insertion between the parts that stay, so that what another
 * person types elsewhere in it at the same time is kept.
 */
export function rewriteText(text: Y.Text, value: string): void {
  const old = text.toString()
  if (old === value) return
  const most = Math.min(old.length, value.length)
  let start = 0
  while (start < most && old[start] === value[start]) start++
  if (isInsidePair(old, start) || isInsidePair(value, start)) start--
  let end = 0
  while (end < most - start && old[old.length - 1 - end] === value[value.length - 1 - end]) end++
  if (isInsidePair(old, old.length - end) || isInsidePair(value, value.length - end)) end--
  text.delete(start, old.length - end - start)
  text.insert(start, value.slice(start, value.length - end))
}

/** Between the two halves of an emoji. Yjs would replace both halves by a question mark. */
function isInsidePair(text: string, at: number): boolean {
  return at > 0 && at < text.length && /[\uD800-\uDBFF]/.test(text[at - 1]!) && /[\uDC00-\uDFFF]/.test(text[at]!)
}
