import type { JsonObject, JsonValue } from '#model/json.ts'

/** Whether two values read the same, whatever the order of their members. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  const names = Object.keys(one)
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isSame(memberOf(one, name), memberOf(other, name)))
  )
}

export interface ValueChange {
  /** From the property inwards: `['text']`, or `['items', 2, 'label']` in a list. */
  readonly path: readonly [string, ...(string | number)[]]
  readonly before: JsonValue | undefined
  readonly after: JsonValue | undefined
}

/** What differs, property by property; in lists of equal length, item by item, where the items are records. */
export function changedValues(before: JsonObject, after: JsonObject): readonly ValueChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.flatMap((name) => {
    const change: ValueChange = { path: [name], before: before[name], after: after[name] }
    return isSame(change.before, change.after) ? [] : (changedItems(change) ?? [change])
  })
}

function changedItems({ path, before, after }: ValueChange): readonly ValueChange[] | undefined {
  if (!Array.isArray(before) || !Array.isArray(after) || before.length !== after.length) return undefined
  const pairs = before.map((item: JsonValue, index) => [item, after[index]] as const)
  if (!pairs.every(([one, other]) => isRecord(one) && isRecord(other))) return undefined
  return pairs.flatMap(([one, other], index) =>
    changedValues(one as JsonObject, other as JsonObject).map((change) => ({
      ...change,
      path: [path[0], index, ...change.path] as const,
    })),
  )
}

function isRecord(value: JsonValue | undefined): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function memberOf(value: object, name: string): unknown {
  return (value as { readonly [name: string]: unknown })[name]
}
