import { inShop, isId } from '#platform/shop/scope.ts'
import type { ShopScope } from '#platform/shop/scope.ts'
import { findOpenPayment, syncPayment } from './open-payment.ts'
import type { PaymentsContext } from './open-payment.ts'

/** The provider is asked about one payment at most this often, however often its order is looked at. */
const askEveryMs = 2000
const mostRemembered = 10_000

/**
 * Who comes back from the cashier may be faster than the provider's notification: looking at an order whose payment is
 * open asks the provider. An answer that does not come changes nothing.
 */
export function createSyncOnRead(
  context: PaymentsContext,
  log: (entry: { readonly event: string; readonly [name: string]: unknown }) => void,
): (scope: ShopScope, orderId: string) => Promise<void> {
  const askedAtMs = new Map<string, number>()
  return async (scope, orderId) => {
    if (!isId(orderId)) return
    const open = await inShop(context, scope, (at) => findOpenPayment(at, orderId))
    if (!open || Date.now() - (askedAtMs.get(open.id) ?? 0) < askEveryMs) return
    if (askedAtMs.size >= mostRemembered) askedAtMs.clear()
    askedAtMs.set(open.id, Date.now())
    await syncPayment(context, scope, open.id).catch((error: unknown) => {
      log({ event: 'payment-sync-failed', payment: open.id, error: String(error) })
    })
  }
}
