/** Names of people in what somebody writes: `@Ann Lee`. The text holds the name as it was, the ids lie beside it. */

export interface Nameable {
  readonly id: string
  readonly name: string
}

/** What is being typed as a name: from the sign to the caret. */
export interface MentionQuery {
  readonly start: number
  readonly typed: string
}

const LONGEST_NAME = 40
const MOST_SUGGESTED = 5

/** @returns undefined where the caret is in no name: also in an e-mail address */
export function mentionAt(text: string, caret: number): MentionQuery | undefined {
  const before = text.slice(0, caret)
  const start = Math.max(before.lastIndexOf('@'), before.lastIndexOf('＠'))
  if (start < 0 || /[\w.-]/.test(before.charAt(start - 1))) return undefined
  const typed = before.slice(start + 1)
  return typed.length > LONGEST_NAME || typed.includes('\n') ? undefined : { start, typed }
}

/** Names that begin so first, then those of which a word does, then those that hold it. */
export function suggestPeople<Person extends Nameable>(people: readonly Person[], typed: string): readonly Person[] {
  const wanted = typed.trim().toLowerCase()
  // What follows a complete name is the sentence that goes on.
  if (wanted !== typed.toLowerCase().trimStart() && people.some(({ name }) => name.toLowerCase() === wanted)) return []
  const rank = (name: string) => {
    const lower = name.toLowerCase()
    return lower.startsWith(wanted) ? 0 : lower.includes(` ${wanted}`) ? 1 : lower.includes(wanted) ? 2 : undefined
  }
  return people
    .flatMap((person) => {
      const at = rank(person.name)
      return at === undefined ? [] : [{ person, at }]
    })
    .sort((a, b) => a.at - b.at)
    .slice(0, MOST_SUGGESTED)
    .map(({ person }) => person)
}

/** Puts the name in place of what was typed of it. */
export function withMention(
  text: string,
  { start, typed }: MentionQuery,
  name: string,
): { readonly text: string; readonly caret: number } {
  const put = `@${name} `
  const rest = text.slice(start + 1 + typed.length).replace(/^ /, '')
  return { text: text.slice(0, start) + put + rest, caret: start + put.length }
}

export interface TextRun {
  readonly text: string
  /** Whom this run names. */
  readonly person?: Nameable
}

/** The text cut at the names in it. Of names that begin alike the longest counts. */
export function runsOf(text: string, people: readonly Nameable[]): readonly TextRun[] {
  const byLength = [...people].sort((a, b) => b.name.length - a.name.length)
  const runs: TextRun[] = []
  let from = 0
  for (const { index } of text.matchAll(/[@＠]/g)) {
    if (index < from || /[\w.-]/.test(text.charAt(index - 1))) continue
    const person = byLength.find(({ name }) => isNamedAt(text, index + 1, name))
    if (!person) continue
    if (index > from) runs.push({ text: text.slice(from, index) })
    from = index + 1 + person.name.length
    runs.push({ text: text.slice(index, from), person })
  }
  if (from < text.length) runs.push({ text: text.slice(from) })
  return runs
}

/** @param chosen - ids taken from the list, which tell two people of one name apart */
export function mentionsIn(text: string, people: readonly Nameable[], chosen: ReadonlySet<string>): readonly string[] {
  const names = new Set(runsOf(text, people).flatMap(({ person }) => person?.name ?? []))
  return [...names].flatMap((name) => {
    const alike = people.filter((person) => person.name === name).map(({ id }) => id)
    const meant = alike.filter((id) => chosen.has(id))
    return meant.length > 0 ? meant : alike
  })
}

function isNamedAt(text: string, at: number, name: string): boolean {
  const end = at + name.length
  // "@Anna" does not name Ann. Chinese goes on without a space.
  return (
    name !== '' &&
    text.slice(at, end).toLowerCase() === name.toLowerCase() &&
    !(/[a-z0-9]$/i.test(name) && /[a-z0-9]/i.test(text.charAt(end)))
  )
}
