/** Where a party can sit: at one table, or at some that stand in a row and are pushed together. Pure. */

export interface SeatingTable {
  readonly id: string
  readonly seats: number
  /** Stands beside the next one in the list. */
  readonly joinsNext: boolean
}

/** More than that is a banquet, which nobody books without a call. */
const mostJoined = 4

/**
 * Every way to seat a party, the best first: no more tables than needed, then no more seats than needed, then as the shop
 * lists them. Of a row, no table is left out.
 * @param tables - in the order of the shop's list
 */
export function seatingsFor(partySize: number, tables: readonly SeatingTable[]): readonly (readonly string[])[] {
  const seatings: { readonly ids: readonly string[]; readonly seats: number; readonly first: number }[] = []
  for (const [first, { seats: ownSeats }] of tables.entries()) {
    const ids: string[] = []
    let seats = 0
    for (const table of tables.slice(first, first + mostJoined)) {
      ids.push(table.id)
      seats += table.seats
      // One more table would only be taken from others; so would the first, where the rest is enough.
      if (seats >= partySize) {
        if (seats - ownSeats < partySize) seatings.push({ ids: [...ids], seats, first })
        break
      }
      if (!table.joinsNext) break
    }
  }
  return seatings
    .toSorted((a, b) => a.ids.length - b.ids.length || a.seats - b.seats || a.first - b.first)
    .map(({ ids }) => ids)
}
