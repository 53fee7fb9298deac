import type { ShopActions } from '../kit/host.ts'

/** A shop that answers the same, later. */
export function slowed(shop: ShopActions, delayMs: number): ShopActions {
  const wait = () => new Promise<void>((resolve) => void setTimeout(resolve, delayMs))
  const slow = Object.entries(shop).map(([name, act]: [string, (...args: never[]) => Promise<unknown>]) => [
    name,
    (...args: never[]) => wait().then(() => act(...args)),
  ])
  return Object.fromEntries(slow) as ShopActions
}
