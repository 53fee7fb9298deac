interface Versioned {
  readonly id: string
  readonly version: number
}

/** The list with this item in place of its older self, or in front when it is new. A newer one in the list stays. */
export function withNewer<Item extends Versioned>(items: readonly Item[], item: Item): Item[] {
  const at = items.findIndex((other) => other.id === item.id)
  if (at < 0) return [item, ...items]
  const known = items[at]
  if (known && known.version >= item.version) return [...items]
  return items.with(at, item)
}

/** The list without an older self of this item, which is elsewhere by now. */
export function withoutOlder<Item extends Versioned>(items: readonly Item[], item: Item): Item[] {
  return items.filter(({ id, version }) => id !== item.id || version > item.version)
}

/** The list with one item changed by hand, as a hope: its version stays. */
export function withChanged<Item extends { readonly id: string }>(
  items: readonly Item[],
  id: string,
  change: (item: Item) => Item,
): Item[] {
  return items.map((item) => (item.id === id ? change(item) : item))
}
