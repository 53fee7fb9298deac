import type { JsonObject, JsonValue } from '#model/json.ts'

/**
 * Conditions of a place of a section and of a part at its top, as one: both must hold, so what contradicts (members, and
 * those who are none) hides. What cannot be read is handed on, and hides as well.
 */
export function bothConditions(outer: JsonObject | undefined, inner: JsonObject | undefined): JsonObject | undefined {
  if (!outer || !inner) return outer ?? inner
  const both: { [name: string]: JsonValue } = { ...outer }
  for (const [name, value] of Object.entries(inner)) {
    const other = outer[name]
    if (other === undefined || other === value) both[name] = value
    else if (name === 'fromMs' && typeof value === 'number' && typeof other === 'number')
      both[name] = Math.max(value, other)
    else if (name === 'untilMs' && typeof value === 'number' && typeof other === 'number')
      both[name] = Math.min(value, other)
    else both.hidden = true
  }
  return both
}
