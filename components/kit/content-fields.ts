import type { JsonValue } from '#model/json.ts'
import type { Field, Fields } from './fields.ts'

const contentKinds: ReadonlySet<Field['kind']> = new Set(['text', 'rich-text', 'picture', 'money', 'date-time'])

/** Words, pictures, prices and dates: what a shop's people change where the structure is locked. */
export function isContentField({ kind }: Field): boolean {
  return contentKinds.has(kind)
}

/** Whether the field holds content at all: itself, or in the items of its list. */
export function holdsContent(field: Field): boolean {
  return isContentField(field) || (field.kind === 'list' && Object.values(field.item).some(isContentField))
}

/**
 * Whether a change is one of content and nothing else. In a list the number of items and everything else in them stays.
 * @param before - absent means the field's default
 */
export function isContentChange(
  fields: Fields,
  prop: string,
  before: JsonValue | undefined,
  after: JsonValue | undefined,
): boolean {
  const field = Object.hasOwn(fields, prop) ? fields[prop] : undefined
  if (!field) return false
  if (field.kind !== 'list') return isContentField(field)
  const [old, now] = [itemsOf(before ?? field.default), itemsOf(after ?? field.default)]
  return old.length === now.length && old.every((item, at) => sameButContent(field.item, item, now[at] ?? {}))
}

type Item = { readonly [name: string]: JsonValue }

function itemsOf(value: JsonValue): readonly Item[] {
  if (!Array.isArray(value)) return []
  return value.map((item) => (typeof item === 'object' && item !== null && !Array.isArray(item) ? (item as Item) : {}))
}

function sameButContent(fields: Fields, before: Item, after: Item): boolean {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].every((name) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    return (field && isContentField(field)) || JSON.stringify(before[name]) === JSON.stringify(after[name])
  })
}
