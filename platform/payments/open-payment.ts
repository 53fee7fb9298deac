/** Payments and their provider, between transactions: opening, asking, closing, giving back. */
import { expireWaiting } from '#platform/bookings/change-booking.ts'
import type { Selectable } from 'kysely'
import type { PaymentIntent } from '#model/shop/orders.ts'
import type { ShopLanguage } from '#platform/catalogue/present.ts'
import type { PaymentTable } from '#platform/db/commerce-tables.ts'
import { expireDraft } from '#platform/orders/change-order.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import { inShop, isId } from '#platform/shop/scope.ts'
import type { ShopDb, ShopScope, ShopTx } from '#platform/shop/scope.ts'
import { ProviderDeclined } from './provider.ts'
import type { PaymentProvider, ProviderAccount, TradeState } from './provider.ts'
import { settleRefund } from './refunds.ts'
import { settlePayment } from './settle.ts'

export interface PaymentsContext extends ShopDb {
  readonly provider: PaymentProvider
  /** Where the provider's notifications for this account go. */
  readonly notifyUrl: (accountId: string) => string
}

type PaymentRow = Selectable<PaymentTable>
interface PaymentWithAccount {
  readonly payment: PaymentRow
  readonly account: ProviderAccount
  readonly shopName: string
}

/**
 * Makes the trade with the provider unless it is there already, and says where to pay. Safe to repeat.
 * @throws ShopRefusal `conflict` when there is nothing left to pay; `offline` when the provider does not answer
 */
export async function openPayment(
  context: PaymentsContext,
  scope: ShopScope,
  paymentId: string,
  language: ShopLanguage,
): Promise<PaymentIntent> {
  const { payment, account, shopName } = await loadPayment(context, scope, paymentId)
  const cashierUrl =
    payment.cashier_url ?? (await createIntent(context, scope, { payment, account, shopName }, language))
  return { paymentId, cashierUrl, amountMinor: payment.amount_minor, currency: payment.currency }
}

async function createIntent(
  context: PaymentsContext,
  scope: ShopScope,
  { payment, account, shopName }: PaymentWithAccount,
  language: ShopLanguage,
): Promise<string> {
  const intent = await context.provider
    .createIntent({
      account,
      outTradeNo: payment.out_trade_no,
      amountMinor: payment.amount_minor,
      currency: payment.currency,
      merchantName: shopName,
      subject: payment.subject,
      language,
      notifyUrl: context.notifyUrl(account.id),
      returnUrl: payment.return_url,
      expiresAt: payment.expires_at,
    })
    .catch(async (error: unknown) => {
      await setStatus(context, scope, payment.id, ['created'], { status: 'unknown' })
      throw new ShopRefusal('offline', `The payment provider did not answer: ${(error as Error).message}`)
    })
  await setStatus(context, scope, payment.id, ['created', 'unknown'], {
    status: 'pending',
    cashier_url: intent.cashierUrl,
  })
  return intent.cashierUrl
}

/**
 * Asks the provider how a payment stands and acts on it: the cure for every notification that is lost or late.
 * @returns whether it is still open
 */
export async function syncPayment(
  context: PaymentsContext,
  scope: ShopScope,
  paymentId: string,
): Promise<'open' | 'final'> {
  const { payment, account } = await loadPayment(context, scope, paymentId)
  if (payment.status === 'succeeded' || payment.status === 'closed') return 'final'
  const state = await context.provider.query({ account, outTradeNo: payment.out_trade_no })
  return applyState(context, scope, payment, state)
}

/** At the end of its time, or when the order is called off: closed with the provider first, then here. */
export async function closePayment(context: PaymentsContext, scope: ShopScope, paymentId: string): Promise<void> {
  const { payment, account } = await loadPayment(context, scope, paymentId)
  if (payment.status === 'succeeded' || payment.status === 'closed') return
  const state = await context.provider.close({ account, outTradeNo: payment.out_trade_no })
  await applyState(context, scope, payment, state.status === 'not-found' ? { status: 'closed' } : state)
}

/** An unpaid draft whose time is over. Asks the provider first, so that a sale whose notification was lost stays a sale. */
export async function expireOrder(context: PaymentsContext, scope: ShopScope, orderId: string): Promise<void> {
  const open = await inShop(context, scope, (at) => findOpenPayment(at, orderId))
  if (open) await syncPayment(context, scope, open.id)
  await inShop(context, scope, (at) => expireDraft(at, orderId))
}

/** @returns seconds until the next try when the provider does not know yet */
export async function makeRefund(context: PaymentsContext, scope: ShopScope, refundId: string): Promise<void> {
  const refund = await inShop(context, scope, ({ tx, programId }) =>
    tx
      .selectFrom('refund')
      .selectAll()
      .where('program_id', '=', programId)
      .where('id', '=', refundId)
      .executeTakeFirstOrThrow(),
  )
  if (refund.status !== 'requested') return
  const { payment, account } = await loadPayment(context, scope, refund.payment_id)
  const outcome = await context.provider
    .refund({
      account,
      outTradeNo: payment.out_trade_no,
      outRequestNo: refund.out_request_no,
      amountMinor: refund.amount_minor,
      currency: payment.currency,
    })
    .catch((error: unknown) => {
      if (error instanceof ProviderDeclined) return 'failed' as const
      throw error
    })
  await inShop(context, scope, (at) => settleRefund(at, refundId, outcome))
}

/** At the end of a booking's time to wait. Asks the provider first, so that a deposit whose notification was lost counts. */
export async function expireBooking(context: PaymentsContext, scope: ShopScope, bookingId: string): Promise<void> {
  const open = await inShop(context, scope, (at) => findOpenPayment(at, bookingId, 'booking_id'))
  if (open) await syncPayment(context, scope, open.id)
  await inShop(context, scope, (at) => expireWaiting(at, bookingId))
}

export async function findOpenPayment(
  { tx, programId }: ShopTx,
  subjectId: string,
  of: 'order_id' | 'booking_id' = 'order_id',
): Promise<PaymentRow | undefined> {
  return tx
    .selectFrom('payment')
    .selectAll()
    .where('program_id', '=', programId)
    .where(of, '=', subjectId)
    .where('status', 'in', ['created', 'pending', 'unknown'])
    .executeTakeFirst()
}

async function applyState(
  context: PaymentsContext,
  scope: ShopScope,
  payment: PaymentRow,
  state: TradeState,
): Promise<'open' | 'final'> {
  if (state.status === 'paid') {
    if (state.amountMinor !== payment.amount_minor)
      throw new Error(`Payment ${payment.id}: the provider took another amount`)
    await inShop(context, scope, (at) => settlePayment(at, payment.id, state.providerTxn))
    return 'final'
  }
  if (state.status === 'closed') {
    await setStatus(context, scope, payment.id, ['created', 'pending', 'unknown'], { status: 'closed' })
    return 'final'
  }
  if (state.status === 'waiting' && state.declined) await showDeclined(context, scope, payment)
  return 'open'
}

/** The trade can still be paid; the customer sees that the last try failed. */
async function showDeclined(context: PaymentsContext, scope: ShopScope, payment: PaymentRow): Promise<void> {
  const orderId = payment.order_id
  if (orderId === null) return
  await inShop(context, scope, async (at) => {
    const { numUpdatedRows } = await at.tx
      .updateTable('shop_order')
      .set((eb) => ({ pay_status: 'failed', version: eb('version', '+', 1) }))
      .where('program_id', '=', at.programId)
      .where('id', '=', orderId)
      .where('pay_status', '=', 'pending')
      .executeTakeFirst()
    if (numUpdatedRows > 0n) at.emit('order', orderId)
  })
}

async function loadPayment(context: ShopDb, scope: ShopScope, paymentId: string): Promise<PaymentWithAccount> {
  if (!isId(paymentId)) throw new ShopRefusal('not-found', 'There is no such payment')
  return inShop(context, scope, async ({ tx, programId }) => {
    const payment = await tx
      .selectFrom('payment')
      .selectAll()
      .where('program_id', '=', programId)
      .where('id', '=', paymentId)
      .executeTakeFirst()
    if (!payment) throw new ShopRefusal('not-found', 'There is no such payment', [paymentId])
    const account = await tx
      .selectFrom('pay_account')
      .select(['id', 'external_id as externalId'])
      .where('program_id', '=', programId)
      .where('id', '=', payment.account_id)
      .executeTakeFirstOrThrow()
    const shop = await tx
      .selectFrom('shop')
      .select('name')
      .where('program_id', '=', programId)
      .executeTakeFirstOrThrow()
    return { payment, account, shopName: shop.name }
  })
}

async function setStatus(
  context: ShopDb,
  scope: ShopScope,
  paymentId: string,
  from: readonly PaymentRow['status'][],
  change: { status: PaymentRow['status']; cashier_url?: string },
): Promise<void> {
  await inShop(context, scope, ({ tx, programId }) =>
    tx
      .updateTable('payment')
      .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
      .where('program_id', '=', programId)
      .where('id', '=', paymentId)
      .where('status', 'in', [...from])
      .execute(),
  )
}
