import { uuidv7 } from '#platform/db/uuidv7.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { scheduleTimer } from '#platform/shop/timers.ts'

export interface PaymentToCreate {
  readonly orderId: string | null
  /** The booking that it is the deposit of. */
  readonly bookingId?: string
  /** The pay button, when there is no order. */
  readonly nodeId: string | null
  readonly visitorId: string
  readonly amountMinor: number
  readonly currency: string
  /** What the cashier shows that it is for. */
  readonly subject: string
  readonly note: string
  readonly returnUrl: string
  readonly expiresAt: Date
}

/** When we first ask the provider ourselves, should its notification not have come. */
const firstQuerySeconds = 5

/** Writes the intention. The provider hears of it after the commit, by `openPayment`. */
export async function createPayment(at: ShopTx, payment: PaymentToCreate): Promise<string> {
  const account = await at.tx
    .selectFrom('pay_account')
    .select('id')
    .where('program_id', '=', at.programId)
    .where('provider', '=', 'sandbox')
    .executeTakeFirstOrThrow()
  const id = uuidv7()
  await at.tx
    .insertInto('payment')
    .values({
      ...at.keys,
      id,
      account_id: account.id,
      order_id: payment.orderId,
      booking_id: payment.bookingId ?? null,
      node_id: payment.nodeId,
      visitor_id: payment.visitorId,
      out_trade_no: id.replaceAll('-', ''),
      subject: payment.subject,
      note: payment.note,
      amount_minor: payment.amountMinor,
      currency: payment.currency,
      status: 'created',
      return_url: payment.returnUrl,
      expires_at: payment.expiresAt,
    })
    .execute()
  await scheduleTimer(at, 'payment-sync', id, new Date(at.now.add({ seconds: firstQuerySeconds }).epochMilliseconds))
  await scheduleTimer(at, 'payment-close', id, payment.expiresAt)
  return id
}
