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
