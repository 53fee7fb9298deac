import type { Words } from '#editor/words/use-words.ts'
import type { StudioCommand } from '../commands/studio-command.ts'

/** A command as the search sees it. */
export interface FindableCommand {
  readonly command: StudioCommand
  /** As it is shown. */
  readonly label: string
  /** In every language: who types the other language's word finds it too. */
  readonly names: readonly string[]
  readonly group: keyof Words['commands']['groups']
}

export function findable(
  command: StudioCommand,
  label: string,
  languages: readonly Words[],
  group: FindableCommand['group'] = command.group,
): FindableCommand {
  const names = languages.flatMap((words) => [command.label(words), ...(command.alsoCalled?.(words) ?? [])])
  return { command, label, names: [label, ...names], group }
}

/** The best first; of equals, in the order given. All of them while nothing is searched. */
export function findCommands(all: readonly FindableCommand[], search: string): readonly FindableCommand[] {
  const wanted = search.trim().toLowerCase()
  if (wanted === '') return all
  return all
    .flatMap((one, at) => {
      const ranks = one.names.flatMap((name) => rankOf(name.toLowerCase(), wanted) ?? [])
      return ranks.length > 0 ? [{ one, at, rank: Math.min(...ranks) }] : []
    })
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .map(({ one }) => one)
}

/** How well a name fits what is typed; less is better. Letters may be left out, but not swapped. */
function rankOf(name: string, wanted: string): number | undefined {
  if (name.startsWith(wanted)) return 0
  if (name.includes(` ${wanted}`)) return 1
  if (name.includes(wanted)) return 2
  const words = wanted.split(/\s+/)
  if (words.every((word) => name.includes(word))) return 3
  const gaps = gapsOf(name, words.join(''))
  return gaps === undefined ? undefined : 4 + gaps / name.length
}

/** Characters passed over between the wanted ones, which all have to come, the first of them where a word begins. */
function gapsOf(name: string, wanted: string): number | undefined {
  if (wanted.length < 2) return undefined
  const gaps = [...name.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)].flatMap(
    ({ index }) => gapsFrom(name, wanted, index) ?? [],
  )
  // Letters strewn over half a sentence are no abbreviation of it.
  const fewest = Math.min(...gaps)
  return fewest <= wanted.length * 4 ? fewest : undefined
}

function gapsFrom(name: string, wanted: string, start: number): number | undefined {
  let at = start - 1
  for (const letter of wanted) {
    const next = name.indexOf(letter, at + 1)
    if (next === -1 || (at === start - 1 && next !== start)) return undefined
    at = next
  }
  return at - start + 1 - wanted.length
}
