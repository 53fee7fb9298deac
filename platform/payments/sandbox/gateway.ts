/**
 * The built-in payment provider: trades, a cashier, signed notifications, and no money. It stands for another company:
 * it knows merchants by their account, keeps its own tables and keys, and reaches us only by HTTP.
 */
import { sql } from 'kysely'
import type { UpdateObject } from 'kysely'
import { randomBytes } from 'node:crypto'
import type { Database } from '#platform/db/database.ts'
import type { Tables } from '#platform/db/tables.ts'
import { deliverNotices, writeNotices } from './notices.ts'
import type { SandboxTrade } from './notices.ts'
import { scriptFor } from './script.ts'

export interface TradeToCreate {
  readonly sellerId: string
  readonly outTradeNo: string
  readonly merchantName: string
  readonly subject: string
  readonly amountMinor: number
  readonly currency: string
  readonly language: 'zh-CN' | 'en'
  readonly notifyUrl: string
  readonly returnUrl: string
  readonly expiresAt: Date
}

export type PayOutcome = 'paid' | 'processing' | 'declined' | 'closed'

/** How long a `slow` bank takes, and how long after its closing a `pays-late` trade is paid. */
const slowSeconds = 3

/** Makes the trade, or finds the one of the same number. */
export async function createTrade(db: Database, trade: TradeToCreate): Promise<SandboxTrade> {
  await db
    .insertInto('sandbox_trade')
    .values({
      trade_no: randomBytes(12).toString('hex'),
      seller_id: trade.sellerId,
      out_trade_no: trade.outTradeNo,
      cashier_token: randomBytes(24).toString('base64url'),
      merchant_name: trade.merchantName,
      subject: trade.subject,
      amount_minor: trade.amountMinor,
      currency: trade.currency,
      language: trade.language,
      status: 'waiting',
      notify_url: trade.notifyUrl,
      return_url: trade.returnUrl,
      expires_at: trade.expiresAt,
    })
    .onConflict((conflict) => conflict.columns(['seller_id', 'out_trade_no']).doNothing())
    .execute()
  const made = await findTrade(db, trade.sellerId, trade.outTradeNo)
  if (!made || made.amount_minor !== trade.amountMinor) throw new Error('A trade of this number has another amount')
  return made
}

export function findTrade(db: Database, sellerId: string, outTradeNo: string): Promise<SandboxTrade | undefined> {
  return db
    .selectFrom('sandbox_trade')
    .selectAll()
    .where('seller_id', '=', sellerId)
    .where('out_trade_no', '=', outTradeNo)
    .executeTakeFirst()
}

export function findTradeByToken(db: Database, token: string): Promise<SandboxTrade | undefined> {
  return db.selectFrom('sandbox_trade').selectAll().where('cashier_token', '=', token).executeTakeFirst()
}

/** The customer pressed Pay. A trade is paid once, however often they do. */
export async function payTrade(db: Database, tradeNo: string): Promise<PayOutcome> {
  return db.transaction().execute(async (tx) => {
    const trade = await lockTrade(tx, tradeNo)
    if (trade.status === 'paid' || trade.status === 'processing') return trade.status
    if (trade.status === 'closed' || trade.isExpired) return 'closed'
    const script = scriptFor(trade.amount_minor)
    if (script === 'declined') {
      await change(tx, tradeNo, { declined: true })
      return 'declined'
    }
    if (script === 'slow') {
      await change(tx, tradeNo, {
        status: 'processing',
        pays_at: sql<Date>`now() + make_interval(secs => ${slowSeconds})`,
      })
      return 'processing'
    }
    if (script === 'pays-late') {
      await change(tx, tradeNo, { pays_late: true })
      return 'processing'
    }
    await markPaid(tx, trade)
    return 'paid'
  })
}

/** The customer's bank says no; the trade can still be paid. */
export async function declineTrade(db: Database, tradeNo: string): Promise<void> {
  await db
    .updateTable('sandbox_trade')
    .set({ declined: true })
    .where('trade_no', '=', tradeNo)
    .where('status', '=', 'waiting')
    .execute()
}

export async function closeTrade(
  db: Database,
  sellerId: string,
  outTradeNo: string,
): Promise<SandboxTrade | undefined> {
  await sql`
    UPDATE sandbox_trade
    SET status = 'closed', pays_at = CASE WHEN pays_late THEN now() + make_interval(secs => ${slowSeconds}) END
    WHERE seller_id = ${sellerId} AND out_trade_no = ${outTradeNo} AND status = 'waiting'`.execute(db)
  return findTrade(db, sellerId, outTradeNo)
}

/** @returns false when the provider refuses it */
export async function refundTrade(
  db: Database,
  refund: {
    readonly sellerId: string
    readonly outTradeNo: string
    readonly outRequestNo: string
    readonly amountMinor: number
  },
): Promise<boolean> {
  const found = await findTrade(db, refund.sellerId, refund.outTradeNo)
  if (!found) return false
  return db.transaction().execute(async (tx) => {
    const trade = await lockTrade(tx, found.trade_no)
    const repeated = await tx
      .selectFrom('sandbox_refund')
      .select('amount_minor')
      .where('trade_no', '=', trade.trade_no)
      .where('out_request_no', '=', refund.outRequestNo)
      .executeTakeFirst()
    if (repeated) return repeated.amount_minor === refund.amountMinor
    const isTooMuch = trade.refunded_minor + refund.amountMinor > trade.amount_minor
    if (trade.status !== 'paid' || isTooMuch || scriptFor(trade.amount_minor) === 'refund-fails') return false
    await tx
      .insertInto('sandbox_refund')
      .values({ trade_no: trade.trade_no, out_request_no: refund.outRequestNo, amount_minor: refund.amountMinor })
      .execute()
    await change(tx, trade.trade_no, { refunded_minor: trade.refunded_minor + refund.amountMinor })
    return true
  })
}

/** What the provider does by itself: banks that took their time, notifications. Returns how much there was to do. */
export async function runSandbox(db: Database, send: typeof fetch = fetch): Promise<number> {
  const due = await db
    .selectFrom('sandbox_trade')
    .select('trade_no')
    .where('pays_at', '<=', (eb) => eb.fn<Date>('now'))
    .where('status', '!=', 'paid')
    .execute()
  for (const { trade_no } of due)
    await db.transaction().execute(async (tx) => {
      const trade = await lockTrade(tx, trade_no)
      if (trade.status !== 'paid') await markPaid(tx, trade)
    })
  return due.length + (await deliverNotices(db, send))
}

async function markPaid(tx: Database, trade: SandboxTrade): Promise<void> {
  await change(tx, trade.trade_no, { status: 'paid', paid_at: sql<Date>`now()`, pays_at: null, declined: false })
  await writeNotices(tx, trade)
}

async function lockTrade(tx: Database, tradeNo: string): Promise<SandboxTrade & { isExpired: boolean }> {
  return tx
    .selectFrom('sandbox_trade')
    .selectAll()
    .select(sql<boolean>`expires_at <= now()`.as('isExpired'))
    .where('trade_no', '=', tradeNo)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

async function change(tx: Database, tradeNo: string, values: UpdateObject<Tables, 'sandbox_trade'>): Promise<void> {
  await tx.updateTable('sandbox_trade').set(values).where('trade_no', '=', tradeNo).execute()
}
