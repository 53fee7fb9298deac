/** Paths of pages on a program's origin. */

/** Already taken by the hosting on every program's origin. */
const reserved = new Set(['api', 'runtime', 'pictures', 'healthz'])

const longestSlug = 60

/** Lower-case letters, digits and single dashes; empty when nothing of the text can be kept (a Chinese title). */
export function slugFrom(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, longestSlug)
    .replace(/-+$/, '')
}

/** The slug itself, or with the first number behind it that nobody has yet. */
export function freeSlug(wanted: string, isTaken: (slug: string) => boolean): string {
  const stem = slugFrom(wanted) || 'page'
  if (!reserved.has(stem) && !isTaken(stem)) return stem
  for (let number = 2; ; number++) if (!isTaken(`${stem}-${number}`)) return `${stem}-${number}`
}
