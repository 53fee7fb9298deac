import type { ReactNode } from 'react'

export interface PickEntry<Value> {
  /** Unlike every other of the list. */
  readonly key: string
  readonly title: string
  /** A price, a length of time. */
  readonly note?: string
  readonly icon?: ReactNode
  readonly pictureUrl?: string
  readonly value: Value
  /** Made from what was typed: always found. */
  readonly isTyped?: boolean
}

export interface PickSection<Value> {
  readonly key: string
  /** Empty for entries that need no title. */
  readonly title: string
  readonly entries: readonly PickEntry<Value>[]
}

/** More than anybody scrolls through; searching finds the rest. */
const atMostInSection = 60

/** What of it fits the search: every word typed stands somewhere in the title. Sections without any are left out. */
export function findEntries<Value>(
  sections: readonly PickSection<Value>[],
  search: string,
): readonly PickSection<Value>[] {
  const wanted = search.trim().toLowerCase().split(/\s+/)
  const fits = ({ title, isTyped }: PickEntry<Value>) =>
    isTyped || wanted.every((word) => title.toLowerCase().includes(word))
  return sections
    .map((section) => ({ ...section, entries: section.entries.filter(fits).slice(0, atMostInSection) }))
    .filter(({ entries }) => entries.length > 0)
}
