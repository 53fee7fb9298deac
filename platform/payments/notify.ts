/** What a provider tells us about a payment, believed only after every check, in this order. */
import { sql } from 'kysely'
import type { Database } from '#platform/db/database.ts'
import { minorOf } from '#platform/shop/currency.ts'
import { inShop, isId } from '#platform/shop/scope.ts'
import type { ShopScope, ShopTx } from '#platform/shop/scope.ts'
import type { PaymentsContext } from './open-payment.ts'
import { NotifyRefused } from './provider.ts'
import type { ProviderAccount, VerifiedEvent } from './provider.ts'
import { settlePayment } from './settle.ts'

export const notifyBytesLimit = 64 * 1024

export type NotifyOutcome = 'settled' | 'repeated' | 'late' | 'ignored'

/**
 * Acts on a notification: once per event, whatever its number and order.
 * @throws NotifyRefused when anything about it is not as it must be; nothing was written then
 */
export async function receiveNotify(
  context: PaymentsContext,
  accountId: string,
  raw: Uint8Array,
): Promise<NotifyOutcome> {
  const found = isId(accountId) ? await findAccount(context.db, accountId) : undefined
  if (!found) throw new NotifyRefused('no such account')
  const { scope, account } = found
  // The signature and whose it is.
  const event = await context.provider.parseNotify(raw, account)
  return inShop(context, scope, async (at) => {
    const payment = await at.tx
      .selectFrom('payment')
      .select(['id', 'amount_minor', 'currency'])
      .where('program_id', '=', at.programId)
      .where('account_id', '=', accountId)
      .where('out_trade_no', '=', event.outTradeNo)
      .executeTakeFirst()
    if (!payment) throw new NotifyRefused('no such payment')
    if (minorOf(event.amount, payment.currency) !== payment.amount_minor) throw new NotifyRefused('another amount')
    if (!event.isPaid) return 'ignored'
    if (!(await isNewEvent(at, accountId, event, raw))) return 'repeated'
    return settlePayment(at, payment.id, event.providerTxn)
  })
}

async function isNewEvent(at: ShopTx, accountId: string, event: VerifiedEvent, raw: Uint8Array): Promise<boolean> {
  const inserted = await at.tx
    .insertInto('pay_inbox')
    .values({ ...at.keys, account_id: accountId, event_id: event.eventId, raw: Buffer.from(raw), outcome: 'accepted' })
    .onConflict((conflict) => conflict.columns(['account_id', 'event_id']).doNothing())
    .returning('event_id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** Before the tenant is known, one transaction may see the one account that the address names. */
async function findAccount(
  db: Database,
  accountId: string,
): Promise<{ readonly scope: ShopScope; readonly account: ProviderAccount } | undefined> {
  const row = await db.transaction().execute(async (tx) => {
    await sql`SELECT set_config('app.pay_account', ${accountId}, true)`.execute(tx)
    return tx
      .selectFrom('pay_account')
      .select(['id', 'external_id', 'tenant_id', 'program_id'])
      .where('id', '=', accountId)
      .executeTakeFirst()
  })
  return (
    row && {
      scope: { tenantId: row.tenant_id, programId: row.program_id },
      account: { id: row.id, externalId: row.external_id },
    }
  )
}
