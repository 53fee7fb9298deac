/** How long each kind of request took, and what went wrong. */

/** What is measured, whether it only reads, and whether it is a call of the API (a page is not one). */
export const kinds = {
  page: { name: 'a page is opened', is: 'read', isApi: false },
  session: { name: 'a visitor begins', is: 'write', isApi: true },
  data: { name: 'the menu is read', is: 'read', isApi: true },
  'data-again': { name: 'the menu is asked for again', is: 'read', isApi: true },
  card: { name: 'own card', is: 'read', isApi: true },
  orders: { name: 'own orders', is: 'read', isApi: true },
  order: { name: 'one order is looked at', is: 'read', isApi: true },
  seen: { name: 'what was seen is told', is: 'write', isApi: true },
  quote: { name: 'a cart is priced', is: 'write', isApi: true },
  'place-order': { name: 'an order is placed', is: 'write', isApi: true },
  pay: { name: 'paid at the cashier', is: 'write', isApi: false },
  slots: { name: 'free times', is: 'read', isApi: true },
  hold: { name: 'a time is held', is: 'write', isApi: true },
  book: { name: 'a booking is confirmed', is: 'write', isApi: true },
  today: { name: 'the counter looks at today', is: 'read', isApi: true },
  board: { name: 'the counter looks at open orders', is: 'read', isApi: true },
  move: { name: 'the counter moves an order on', is: 'write', isApi: true },
  prepare: { name: 'shops are made', is: 'write', isApi: false },
  events: { name: 'a stream of events', is: 'read', isApi: false },
} as const satisfies { readonly [kind: string]: { name: string; is: 'read' | 'write'; isApi: boolean } }
export type Kind = keyof typeof kinds

export interface Timings {
  note(kind: Kind, tookMs: number): void
  noteError(kind: Kind, message: string): void
  /** In milliseconds. */
  of(which: (kind: Kind) => boolean): readonly number[]
  readonly errors: ReadonlyMap<string, number>
  /** Forgets what was noted so far: the product was still getting ready. */
  clear(): void
}

export function createTimings(): Timings {
  const taken = new Map<Kind, number[]>()
  const errors = new Map<string, number>()
  return {
    note(kind, tookMs) {
      const list = taken.get(kind)
      if (list) list.push(tookMs)
      else taken.set(kind, [tookMs])
    },
    noteError(kind, message) {
      const text = `${kinds[kind].name}: ${message}`
      errors.set(text, (errors.get(text) ?? 0) + 1)
    },
    of: (which) => [...taken].flatMap(([kind, list]) => (which(kind) ? list : [])),
    errors,
    clear() {
      taken.clear()
      errors.clear()
    },
  }
}

/** The value that this share of all is not above; 0 of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
}
