/** The lines of those who wait for a table, without what it takes to read them: blocks carry this to every page. */
export const queueLines = ['A', 'B', 'C'] as const
export type QueueLine = (typeof queueLines)[number]

export const MOST_PARTY = 20

/** The largest party of each line; the last takes all larger ones. */
export const largestParty = { A: 2, B: 4, C: MOST_PARTY } as const satisfies { readonly [line in QueueLine]: number }

export function lineFor(partySize: number): QueueLine {
  return queueLines.find((line) => partySize <= largestParty[line]) ?? 'C'
}
