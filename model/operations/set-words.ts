import type * as Y from 'yjs'
import { raiseVersion } from '../newer-document-error.ts'
import { seedText } from '../seed-text.ts'
import { rewriteText, sharedTextOf, wordsOf } from '../shared-text.ts'

/**
 * Makes words of a page, a section or the program itself read `value`, writing only what differs: what others type in them at once stays. What was a plain
 * string becomes a shared text in its place. [M33]
 */
export function setWords(map: Y.Map<unknown>, key: string, value: string): void {
  if (wordsOf(map.get(key)) === value || !map.doc) return
  raiseVersion(map.doc)
  if (!sharedTextOf(map.get(key))) seedText(map, key, wordsOf(map.get(key)))
  const text = sharedTextOf(map.get(key))
  if (text) rewriteText(text, value)
}
