import { mergeText, textChange } from './merge-text.ts'

/** Follows one text that is typed here and changed elsewhere at once, over a channel that only carries whole values. */
export interface ValueFollower {
  /** What the element should show. */
  shown(): string
  /** @returns the value that this one grew from, or undefined when nothing changed */
  typed(value: string): string | undefined
  /** A value came back: the echo of what was typed, or somebody else's change, or both. */
  received(value: string, shownNow: string): void
}

export function followValues(start: string): ValueFollower {
  let shown = start
  /** What the other side is known to have had, then what was sent since, oldest first. */
  let sent = [start]
  return {
    shown: () => shown,
    typed(value) {
      const base = sent.at(-1) ?? start
      shown = value
      if (value === base) return undefined
      sent.push(value)
      return base
    },
    received(value, shownNow) {
      const echo = sent.indexOf(value)
      if (echo >= 0) {
        sent = sent.slice(echo)
        return
      }
      // It grew from one of the values sent; the nearest one says what the other person changed.
      let from = 0
      for (let index = 1; index < sent.length; index++)
        if (distance(sent[index] ?? '', value) <= distance(sent[from] ?? '', value)) from = index
      shown = mergeText(sent[from] ?? '', shownNow, value)
      const later = sent.slice(from + 1).map((mine) => mergeText(sent[from] ?? '', mine, value))
      sent = [value, ...later]
    },
  }
}

function distance(from: string, to: string): number {
  const { remove, insert } = textChange(from, to)
  return remove + insert.length
}
