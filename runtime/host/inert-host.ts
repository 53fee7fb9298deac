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
    tipOrder: refuse,
    slots: refuse,
    holdSlot: refuse,
    confirmBooking: refuse,
    payDeposit: refuse,
    cancelBooking: refuse,
    moveBooking: refuse,
    claimCoupon: refuse,
    redeemReward: refuse,
    checkIn: refuse,
    join: refuse,
    submitForm: refuse,
    attachFile: refuse,
    findJob: refuse,
    takeTicket: refuse,
    leaveQueue: refuse,
    payDirect: refuse,
    login: refuse,
    customer: refuse,
  }
}

/** A host that does nothing: for pages rendered to text and for the canvas. */
export function createInertHost(href: (link: LinkValue) => string | undefined): Host {
  const nothing = () => Promise.resolve()
  const refuse = () =>
    Promise.resolve({ ok: false as const, failure: { code: 'preview-only' as const, message: 'Not available here' } })
  return {
    shop: refusingShop('preview-only'),
    href,
    open: nothing,
    openOrder: nothing,
    pay: refuse,
    login: refuse,
    openAccount: nothing,
    phone: refuse,
    pickCity: refuse,
    call: nothing,
    openMap: refuse,
    scan: refuse,
    chooseFiles: refuse,
    share: refuse,
    copy: refuse,
    saveToCalendar: refuse,
    toast: nothing,
    refresh: nothing,
    request: refuse,
    storage: { get: () => Promise.resolve(undefined), set: () => Promise.resolve() },
    newKey: () => crypto.randomUUID(),
  }
}
