import type { Database } from '#platform/db/database.ts'
import type { PaymentProvider, TradeState } from '../provider.ts'
import { NotifyRefused, ProviderDeclined } from '../provider.ts'
import { closeTrade, createTrade, findTrade, refundTrade } from './gateway.ts'
import { loadSandboxKeys } from './keys.ts'
import { sandboxAppId } from './notices.ts'
import type { SandboxTrade } from './notices.ts'
import { hasGoodSignature } from './sign.ts'

/** @param cashierUrl - address of the provider's cashier for a trade's token */
export function createSandboxProvider(db: Database, cashierUrl: (token: string) => string): PaymentProvider {
  return {
    async createIntent({ account, ...intent }) {
      const trade = await createTrade(db, { sellerId: account.externalId, ...intent })
      return { cashierUrl: cashierUrl(trade.cashier_token) }
    },
    async query({ account, outTradeNo }) {
      return stateOf(await findTrade(db, account.externalId, outTradeNo))
    },
    async close({ account, outTradeNo }) {
      return stateOf(await closeTrade(db, account.externalId, outTradeNo))
    },
    async refund({ account, ...refund }) {
      if (!(await refundTrade(db, { sellerId: account.externalId, ...refund })))
        throw new ProviderDeclined('The sandbox does not give this back')
      return 'succeeded'
    },
    async parseNotify(raw, account) {
      const fields = formFields(raw)
      const { publicKeyPem } = await loadSandboxKeys(db)
      if (!hasGoodSignature(fields, publicKeyPem)) throw new NotifyRefused('bad signature')
      if (fields['app_id'] !== sandboxAppId) throw new NotifyRefused('another app')
      if (fields['seller_id'] !== account.externalId) throw new NotifyRefused('another seller')
      const status = fields['trade_status']
      return {
        eventId: required(fields, 'notify_id'),
        outTradeNo: required(fields, 'out_trade_no'),
        providerTxn: required(fields, 'trade_no'),
        amount: required(fields, 'total_amount'),
        isPaid: status === 'TRADE_SUCCESS' || status === 'TRADE_FINISHED',
      }
    },
  }
}

function stateOf(trade: SandboxTrade | undefined): TradeState {
  if (!trade) return { status: 'not-found' }
  switch (trade.status) {
    case 'paid':
      return { status: 'paid', providerTxn: trade.trade_no, amountMinor: trade.amount_minor }
    case 'closed':
      return { status: 'closed' }
    default:
      return { status: 'waiting', declined: trade.declined }
  }
}

/** @throws NotifyRefused for what is no form, or names a field twice */
function formFields(raw: Uint8Array): { readonly [name: string]: string } {
  const fields: { [name: string]: string } = Object.create(null)
  for (const [name, value] of new URLSearchParams(new TextDecoder().decode(raw))) {
    if (name in fields) throw new NotifyRefused('a field is there twice')
    fields[name] = value
  }
  return fields
}

function required(fields: { readonly [name: string]: string }, name: string): string {
  const value = fields[name]
  if (!value || value.length > 128) throw new NotifyRefused(`${name} is missing`)
  return value
}
