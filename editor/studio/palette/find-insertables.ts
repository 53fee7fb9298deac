import type { LocalText } from '#model/program-spec.ts'

interface Named {
  readonly type: string
  readonly label: LocalText
  readonly description: LocalText
}

/** Those whose name, description or type has every word of the search, in either language; names first. */
export function findInsertables<Item extends Named>(items: readonly Item[], search: string): readonly Item[] {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean)
  const has = (texts: readonly string[]) => wanted.every((word) => texts.join(' ').toLowerCase().includes(word))
  const found = items.filter(({ type, label, description }) =>
    has([type, ...Object.values(label), ...Object.values(description)]),
  )
  const byName = (item: Item) => has(Object.values(item.label))
  return [...found.filter(byName), ...found.filter((item) => !byName(item))]
}
