import type { Field, Fields } from '#components/kit/fields.ts'
import type { JsonObject, JsonValue } from '#model/json.ts'

export function readItems(value: JsonValue): readonly JsonObject[] {
  return Array.isArray(value)
    ? value.map((item) =>
        typeof item === 'object' && item !== null && !Array.isArray(item) ? (item as JsonObject) : {},
      )
    : []
}

export function freshItem(fields: Fields): JsonObject {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.default]))
}

/** @param to - index among the others */
export function moveItem<Item>(items: readonly Item[], from: number, to: number): readonly Item[] {
  const item = items[from]
  if (item === undefined) return items
  const others = items.filter((_, at) => at !== from)
  return [...others.slice(0, to), item, ...others.slice(to)]
}

/** The words an item is called by: its first text that says something. */
export function nameOfItem(fields: { readonly [name: string]: Field }, item: JsonObject): string | undefined {
  for (const [name, field] of Object.entries(fields)) {
    const value = item[name]
    if (field.kind === 'text' && typeof value === 'string' && value.trim() !== '') return value
  }
  return undefined
}

/** Address of the item's first picture. */
export function pictureOfItem(fields: { readonly [name: string]: Field }, item: JsonObject): string | undefined {
  for (const [name, field] of Object.entries(fields)) {
    const value = item[name]
    if (field.kind !== 'picture' || typeof value !== 'object' || value === null || !('url' in value)) continue
    if (typeof value.url === 'string') return value.url
  }
  return undefined
}

/** Name of the item's first icon. */
export function iconOfItem(fields: { readonly [name: string]: Field }, item: JsonObject): string | undefined {
  const [name] = Object.entries(fields).find(([, { kind }]) => kind === 'icon') ?? []
  const value = name === undefined ? undefined : item[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/**
 * Names that stay with their items while these are moved, changed and undone, by anybody: an item that is the same as
 * before keeps its name wherever it went, one that was changed keeps that of its place.
 * @param fresh - makes a name that was never given
 */
export function carryKeys(
  before: { readonly items: readonly JsonObject[]; readonly keys: readonly string[] },
  items: readonly JsonObject[],
  fresh: () => string,
): readonly string[] {
  const texts = before.items.map((item) => JSON.stringify(item))
  const taken = new Set<number>()
  const take = (at: number): string | undefined => {
    if (at < 0 || taken.has(at) || before.keys[at] === undefined) return undefined
    taken.add(at)
    return before.keys[at]
  }
  const same = items.map((item, at) => {
    const text = JSON.stringify(item)
    return texts[at] === text ? take(at) : undefined
  })
  const moved = items.map((item, at) => {
    const text = JSON.stringify(item)
    return same[at] ?? take(texts.findIndex((other, place) => other === text && !taken.has(place)))
  })
  return moved.map((key, at) => key ?? take(at) ?? fresh())
}
