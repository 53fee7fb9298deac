interface Versioned {
  readonly id: string
  readonly version: number
}

interface Left<Item> {
  readonly item: Item
  /** Versions that led to it by this person's changes alone. */
  readonly from: ReadonlySet<number>
}

export interface OwnTurns<Item extends Versioned> {
  /**
   * Makes a change once those begun before are made, to what they left.
   * @param item - as this person sees it; what somebody else has made of it since is the server's to refuse
   * @param change - asks the server; answers with the item's next version
   */
  take(item: Item, change: (newest: Item) => Promise<Item>): Promise<Item>
}

/** Lets one person change one thing again and again without waiting for the answers, and without contradicting themselves. */
export function createOwnTurns<Item extends Versioned>(): OwnTurns<Item> {
  const turns = new Map<string, Promise<unknown>>()
  const left = new Map<string, Left<Item>>()

  async function make(item: Item, change: (newest: Item) => Promise<Item>): Promise<Item> {
    const known = left.get(item.id)
    const isMine = known?.from.has(item.version) === true
    const newest = isMine ? known.item : item
    const next = await change(newest)
    // More than one step on, somebody else has been there: whoever has not seen that must not write over it.
    const from = next.version === newest.version + 1 ? [...(isMine ? known.from : []), newest.version] : []
    left.set(item.id, { item: next, from: new Set(from) })
    return next
  }

  return {
    take(item, change) {
      const before = turns.get(item.id) ?? Promise.resolve()
      const made = before.then(() => make(item, change))
      const turn: Promise<unknown> = made
        .catch(() => undefined)
        .then(() => turns.get(item.id) === turn && turns.delete(item.id))
      turns.set(item.id, turn)
      return made
    },
  }
}
