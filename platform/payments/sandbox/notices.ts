/** Tells merchants' servers that a trade was paid, by signed form posts, until they answer `success`. */
import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import type { SandboxTradeTable } from '#platform/db/commerce-tables.ts'
import type { Database } from '#platform/db/database.ts'
import { uuidv7 } from '#platform/db/uuidv7.ts'
import { decimalOf } from '#platform/shop/currency.ts'
import { loadSandboxKeys } from './keys.ts'
import { scriptFor } from './script.ts'
import { withSignature } from './sign.ts'
import type { Fields } from './sign.ts'

export type SandboxTrade = Selectable<SandboxTradeTable>

export const sandboxAppId = 'shopwright-sandbox'

const answerWithinMs = 5000
/** Seconds until each next try; after the last one it gives up, as real providers do. */
const retrySeconds = [1, 5, 15, 60, 600, 3600, 7200, 21_600]

/** Writes the notification of a trade that was just paid; `deliverNotices` sends it. */
export async function writeNotices(db: Database, trade: SandboxTrade): Promise<void> {
  const { privateKeyPem } = await loadSandboxKeys(db)
  const script = scriptFor(trade.amount_minor)
  const amountMinor = script === 'wrong-amount' ? trade.amount_minor + 1 : trade.amount_minor
  const signed = withSignature(noticeOf(trade, amountMinor), privateKeyPem)
  const fields = script === 'bad-signature' ? { ...signed, trade_no: `${signed['trade_no']}0` } : signed
  const body = new URLSearchParams(fields).toString()
  const copies = script === 'twice' ? 2 : 1
  await db
    .insertInto('sandbox_notice')
    .values(
      Array.from({ length: copies }, () => ({
        id: uuidv7(),
        trade_no: trade.trade_no,
        notify_url: trade.notify_url,
        body,
        next_at: sql<Date>`now()`,
      })),
    )
    .execute()
}

function noticeOf(trade: SandboxTrade, amountMinor: number): Fields {
  return {
    notify_type: 'trade_status_sync',
    notify_id: uuidv7().replaceAll('-', ''),
    notify_time: new Date().toISOString(),
    app_id: sandboxAppId,
    charset: 'utf-8',
    version: '1.0',
    seller_id: trade.seller_id,
    trade_no: trade.trade_no,
    out_trade_no: trade.out_trade_no,
    subject: trade.subject,
    total_amount: decimalOf(amountMinor, trade.currency),
    trade_status: 'TRADE_SUCCESS',
  }
}

/** Sends what is due, once each. Safe to call from many processes; returns how many were tried. */
export async function deliverNotices(db: Database, send: typeof fetch = fetch): Promise<number> {
  const { rows } = await sql<{ id: string; notify_url: string; body: string; attempts: number }>`
    UPDATE sandbox_notice SET attempts = attempts + 1, next_at = now() + interval '30 seconds'
    WHERE id IN (
      SELECT id FROM sandbox_notice WHERE done_at IS NULL AND next_at <= now()
      ORDER BY next_at LIMIT 20 FOR UPDATE SKIP LOCKED
    )
    RETURNING id, notify_url, body, attempts`.execute(db)
  await Promise.all(
    rows.map(async (notice) => {
      if (await post(notice, send))
        await sql`UPDATE sandbox_notice SET done_at = now(), next_at = NULL WHERE id = ${notice.id}`.execute(db)
      else {
        const seconds = retrySeconds[notice.attempts - 1] ?? null
        await sql`UPDATE sandbox_notice SET next_at = now() + make_interval(secs => ${seconds}) WHERE id = ${notice.id}`.execute(
          db,
        )
      }
    }),
  )
  return rows.length
}

async function post(notice: { notify_url: string; body: string }, send: typeof fetch): Promise<boolean> {
  try {
    const response = await send(notice.notify_url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
      body: notice.body,
      redirect: 'manual',
      signal: AbortSignal.timeout(answerWithinMs),
    })
    return response.status === 200 && (await response.text()) === 'success'
  } catch {
    return false // not there just now; the next try comes
  }
}
