import { initialsOf } from './initials.ts'

/**
 * Tells whether a text has every word of what somebody looks for; case, full-width forms and accents do not matter, and
 * Chinese is also found by the first letters of its sounds. Every text has the words of an empty query.
 */
export function finderOf(query: string): (text: string) => boolean {
  const words = plain(query).split(/\s+/).filter(Boolean)
  return (text) => {
    if (words.length === 0) return true
    const within = plain(text)
    // Only where somebody types letters: most look for the words themselves.
    const sounds = words.some((word) => /^[a-z]+$/.test(word)) ? initialsOf(within) : within
    return words.every((word) => within.includes(word) || (sounds !== within && sounds.includes(word)))
  }
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
}
