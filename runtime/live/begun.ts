import type { OrderStep } from '#platform/contract/visits.ts'
import type { Host, ShopActions } from '#components/kit/host.ts'
import type { JsonValue } from '#model/json.ts'

/** What the page's statistics have to tell; `seen.ts` tells it, which may be loaded before this or after. */
export type Notes = { sw?: string[] }

/**
 * The same host, which also notes how far an order was begun: a cart that was empty is filled, a cart's price is asked
 * for at the checkout. Blocks need not know that this is counted.
 * @param address - of the page, and of the page before: what was scanned stands in one of them
 */
export function noteBegun(host: Host, address: string, notes: Notes = globalThis as Notes): Host {
  const via = /(?:via|table)=[\w-]+/.exec(address)?.[0] ?? ''
  const note = (step: OrderStep) => void (notes.sw ??= []).push(`b:${step}:${via}`)
  let noted = false
  return {
    ...host,
    // What is behind the shop may be fetched only when it is asked for, so it cannot be copied.
    shop: new Proxy(host.shop, {
      get(shop, name: keyof ShopActions) {
        // Asked for anew with each change of the cart: one checkout.
        if (name === 'quote' && !noted) note('checkout')
        noted ||= name === 'quote'
        return shop[name]
      },
    }),
    storage: {
      ...host.storage,
      async set(key, value) {
        if (key === cartKey && isFilled(value) && !isFilled(await host.storage.get(key))) note('cart')
        await host.storage.set(key, value)
      },
    },
  }
}

/** Under which the menu keeps its cart. */
const cartKey = 'cart'

function isFilled(cart: JsonValue | undefined): boolean {
  return Array.isArray(cart) && cart.length > 0
}
