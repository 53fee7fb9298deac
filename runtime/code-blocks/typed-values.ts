import type { JsonValue } from '#model/json.ts'

/**
 * What people typed that the block has not answered yet. Its answer to the first letter arrives when the second one stands
 * already: until it has heard of all of them, what was typed stays.
 */
export interface TypedValues {
  typed(id: number, value: JsonValue, event: number): void
  heard(event: number): void
  of(id: number): string | undefined
}

export function createTypedValues(): TypedValues {
  const values = new Map<number, { readonly value: string; readonly event: number }>()
  return {
    typed(id, value, event) {
      if (typeof value === 'string') values.set(id, { value, event })
    },
    heard(event) {
      for (const [id, typed] of values) if (typed.event <= event) values.delete(id)
    },
    of: (id) => values.get(id)?.value,
  }
}
