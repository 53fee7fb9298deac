/**
 * Tells whether a text has every word of what somebody looks for; case, full-width forms and accents do not matter. Every
 * text has the words of an empty query.
 */
export function finderOf(query: string): (text: string) => boolean {
  const words = plain(query).split(/\s+/).filter(Boolean)
  return (text) => {
    if (words.length === 0) return true
    const within = plain(text)
    return words.every((word) => within.includes(word))
  }
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
}
