import { z } from 'zod/mini'
import type { DirectPaymentRequest } from '#model/shop/orders.ts'
import type { JsonObject } from '#model/json.ts'
import { loadShop } from '#platform/shop/load-shop-data.ts'
import { openState } from '#platform/shop/opening.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { createPayment } from './create-payment.ts'

/** A node of the live release, and the page that it stands on. */
export interface LiveNode {
  readonly type: string
  readonly props: JsonObject
  /** Empty for the home page. */
  readonly slug: string
  readonly releaseId: string
}

const payMinutes = 15

const amount = z.int().check(z.gte(1), z.lte(10_000_000))
/** What of a pay button's properties decides about money. */
const payButton = z.object({
  label: z.string(),
  kind: z.enum(['fixed', 'typed']),
  amountMinor: z.nullable(amount),
  minMinor: z.nullable(amount),
  maxMinor: z.nullable(amount),
  needsOpenShop: z._default(z.boolean(), false),
})

/**
 * A payment that is not an order, as the published pay button allows it: its fixed amount, or a typed one within its
 * limits. What the request says about a fixed amount must be nothing, or the same.
 * @throws ShopRefusal `not-found` when the live release has no such button; `amount-out-of-range`; `closed`
 */
export async function payDirect(
  at: ShopTx,
  visitorId: string,
  request: DirectPaymentRequest,
  node: LiveNode | undefined,
  returnUrl: string,
): Promise<{ paymentId: string }> {
  const button = node?.type === 'pay-button' ? payButton.safeParse(node.props) : undefined
  if (!button?.success) throw new ShopRefusal('not-found', 'There is no such pay button', [request.nodeId])
  const shop = await loadShop(at)
  if (button.data.needsOpenShop && !openState(shop.hours, shop.time_zone, at.now).isOpen)
    throw new ShopRefusal('closed', 'The shop is closed')
  const paymentId = await createPayment(at, {
    orderId: null,
    nodeId: request.nodeId,
    visitorId,
    amountMinor: amountOf(button.data, request.amountMinor),
    currency: shop.currency,
    subject: button.data.label || shop.name,
    note: request.note.trim(),
    returnUrl,
    expiresAt: new Date(at.now.add({ minutes: payMinutes }).epochMilliseconds),
  })
  return { paymentId }
}

function amountOf(button: z.infer<typeof payButton>, asked: number | null): number {
  if (button.kind === 'fixed') {
    const isOther = asked !== null && asked !== button.amountMinor
    if (button.amountMinor === null || isOther)
      throw new ShopRefusal('amount-out-of-range', 'The button has another amount')
    return button.amountMinor
  }
  const isInside = asked !== null && asked >= (button.minMinor ?? 1) && asked <= (button.maxMinor ?? 10_000_000)
  if (!isInside) throw new ShopRefusal('amount-out-of-range', 'The amount is outside the limits of the button')
  return asked
}
