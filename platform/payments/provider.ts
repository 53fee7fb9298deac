/**
 * What every payment provider can do for us. Adapters know only our ids and integer minor units, are safe to repeat,
 * never touch our tables, and are called between transactions, never inside one.
 */
export interface PaymentProvider {
  /** Makes the trade, or finds the one made before, and says where the customer pays. */
  createIntent(intent: IntentToCreate): Promise<{ readonly cashierUrl: string }>
  query(trade: TradeName): Promise<TradeState>
  /** So that nobody can pay it any more. Answers what it really is then: it may have been paid in between. */
  close(trade: TradeName): Promise<TradeState>
  /** Repeating one `outRequestNo` is one refund. */
  refund(refund: RefundToMake): Promise<'succeeded'>
  /**
   * Reads a notification and proves that it comes from the provider, for this account.
   * @throws NotifyRefused for anything else
   */
  parseNotify(raw: Uint8Array, account: ProviderAccount): Promise<VerifiedEvent>
}

export interface ProviderAccount {
  readonly id: string
  /** The merchant's name with the provider. */
  readonly externalId: string
}

export interface TradeName {
  readonly account: ProviderAccount
  readonly outTradeNo: string
}

export interface IntentToCreate extends TradeName {
  readonly amountMinor: number
  readonly currency: string
  readonly merchantName: string
  readonly subject: string
  readonly language: 'zh-CN' | 'en'
  readonly notifyUrl: string
  readonly returnUrl: string
  readonly expiresAt: Date
}

export interface RefundToMake extends TradeName {
  readonly outRequestNo: string
  readonly amountMinor: number
  readonly currency: string
}

export type TradeState =
  /** `declined`: the last try failed; the customer may try again. */
  | { readonly status: 'waiting'; readonly declined: boolean }
  | { readonly status: 'paid'; readonly providerTxn: string; readonly amountMinor: number }
  | { readonly status: 'closed' }
  | { readonly status: 'not-found' }

export interface VerifiedEvent {
  readonly eventId: string
  readonly outTradeNo: string
  readonly providerTxn: string
  /** As the notification writes it, e.g. `12.00`. */
  readonly amount: string
  readonly isPaid: boolean
}

/** The provider understood and said no. After any other error what happened is unknown, until `query` says it. */
export class ProviderDeclined extends Error {}
/** A notification that we do not believe. */
export class NotifyRefused extends Error {}
