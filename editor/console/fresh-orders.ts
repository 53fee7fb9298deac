import { createContext, useContext } from 'react'

/** Ids of orders that came a moment ago; their cards glow. */
export const FreshOrders = createContext<ReadonlySet<string>>(new Set())

export function useFreshOrders(): ReadonlySet<string> {
  return useContext(FreshOrders)
}
