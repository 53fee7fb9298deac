import type { Blocks } from '../session/blocks.ts'

/** Shorter ones ("Order", "Book") are as likely to be meant. */
const LEAST_LETTERS = 14

/**
 * Texts that blocks begin with, in every language: left standing, they speak of nobody's shop. Those of templates are
 * written so that they can stay.
 */
export function sampleTexts(blocks: Blocks): ReadonlySet<string> {
  const texts = new Set<string>()
  const add = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(add)
    if (typeof value !== 'object' || value === null) return
    if ('$text' in value && typeof value.$text === 'object' && value.$text !== null) {
      for (const text of Object.values(value.$text)) if (isLong(text)) texts.add(text)
      return
    }
    Object.values(value).forEach(add)
  }
  for (const { starter } of blocks.palette) add(starter)
  return texts
}

/** A Chinese character says about as much as two letters. */
function isLong(text: unknown): text is string {
  if (typeof text !== 'string') return false
  return [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? 2 : 1), 0) >= LEAST_LETTERS
}
