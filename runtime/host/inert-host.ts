import type { Host, ShopActions } from '#components/kit/host.ts'
import type { LinkValue } from '#components/kit/fields.ts'
import type { ShopFailureCode } from '#model/shop/failure.ts'

/** Refuses every action in the words of one code: where nothing may happen, but views still ask. */
export function refusingShop(code: ShopFailureCode): ShopActions {
  const refuse = () => Promise.resolve({ ok: false as const, failure: { code, message: 'Not available here' } })
  return {
    quote: refuse,
    placeOrder: refuse,
    payOrder: refuse,
    slots: refuse,
    holdSlot: refuse,
    confirmBooking: refuse,
    cancelBooking: refuse,
    join: refuse,
    payDirect: refuse,
  }
}

/** A host that does nothing: for pages rendered to text and for the canvas. */
export function createInertHost(href: (link: LinkValue) => string | undefined): Host {
  return {
    shop: refusingShop('preview-only'),
    href,
    open: () => {},
    openOrder: () => {},
    pay: () => {},
    call: () => {},
    openMap: () => {},
    saveToCalendar: () => {},
    toast: () => {},
    refresh: () => {},
    storage: { get: () => Promise.resolve(undefined), set: () => Promise.resolve() },
    newKey: () => crypto.randomUUID(),
  }
}
