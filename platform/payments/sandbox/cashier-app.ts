import { Hono } from 'hono'
import type { Context } from 'hono'
import type { Database } from '#platform/db/database.ts'
import { cashierPolicy, renderCashier, renderNoTrade } from './cashier-page.ts'
import type { CashierState } from './cashier-page.ts'
import { declineTrade, findTradeByToken, payTrade, runSandbox } from './gateway.ts'
import type { SandboxTrade } from './notices.ts'
import { scriptFor } from './script.ts'

/**
 * `GET` and `POST /cashier/:token`. The token in the address is all that a payer has and needs; nothing else is asked,
 * so there is no session that another site could ride on.
 * @param onPaid - called when there is something to send; the provider's own clock would find it a second later
 */
export function createCashierApp({ db, onPaid }: { db: Database; onPaid: () => void }): Hono {
  const app = new Hono()
  app.get('/cashier/:token', async (c) => {
    const trade = await findTradeByToken(db, c.req.param('token'))
    return trade ? show(c, trade, stateOf(trade)) : showNone(c)
  })
  app.post('/cashier/:token', async (c) => {
    const trade = await findTradeByToken(db, c.req.param('token'))
    if (!trade) return showNone(c)
    const form = new URLSearchParams((await c.req.text()).slice(0, 1000))
    if (form.get('action') === 'decline') {
      await declineTrade(db, trade.trade_no)
      return c.redirect(c.req.path, 303)
    }
    if (form.get('action') !== 'pay') return c.text('Bad request', 400)
    const outcome = await payTrade(db, trade.trade_no)
    // Most providers answer first and notify afterwards; this script is the other order.
    if (outcome === 'paid' && scriptFor(trade.amount_minor) === 'before-answer') await runSandbox(db)
    else onPaid()
    // Back to this page otherwise, so that a reload repeats nothing.
    return c.redirect(outcome === 'paid' ? trade.return_url : c.req.path, 303)
  })
  return app
}

function stateOf(trade: SandboxTrade): CashierState {
  if (trade.status !== 'waiting') return trade.status
  if (trade.expires_at.getTime() <= Date.now()) return 'closed'
  return trade.pays_late ? 'processing' : trade.declined ? 'declined' : 'waiting'
}

function show(c: Context, trade: SandboxTrade, state: CashierState): Response {
  return html(c, renderCashier(trade, state), 200, trade.return_url)
}

function showNone(c: Context): Response {
  const language = c.req.header('accept-language')?.startsWith('zh') ? 'zh-CN' : 'en'
  return html(c, renderNoTrade(language), 404, undefined)
}

function html(c: Context, body: string, status: 200 | 404, returnUrl: string | undefined): Response {
  return c.html(body, status, {
    'content-security-policy': cashierPolicy(returnUrl),
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
  })
}
