import { useRef } from 'react'
import type { JsonObject } from '#model/json.ts'
import { carryKeys } from './list-items.ts'

let made = 0
const fresh = () => `item-${++made}`

/** Keys to draw the items by, so that what is open and what is typed in stays with its item. */
export function useItemKeys(items: readonly JsonObject[]): readonly string[] {
  const known = useRef<{ readonly items: readonly JsonObject[]; readonly keys: readonly string[] }>({
    items: [],
    keys: [],
  })
  if (known.current.items !== items) known.current = { items, keys: carryKeys(known.current, items, fresh) }
  return known.current.keys
}
