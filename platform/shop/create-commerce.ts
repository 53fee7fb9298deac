/** Puts the shop's parts together for a process: visitors' API, cashier and notifications, background work. */
import { Hono } from 'hono'
import type { Database } from '#platform/db/database.ts'
import type { Mailer } from '#platform/mail/mailer.ts'
import type { EventHub } from '#platform/events/hub.ts'
import { cashierPath } from '#platform/contract/routes.ts'
import { notifyBytesLimit, receiveNotify } from '#platform/payments/notify.ts'
import type { PaymentsContext } from '#platform/payments/open-payment.ts'
import { NotifyRefused } from '#platform/payments/provider.ts'
import { createCashierApp } from '#platform/payments/sandbox/cashier-app.ts'
import { createSandboxProvider } from '#platform/payments/sandbox/sandbox-provider.ts'
import { createDeliverer } from '#platform/webhooks/deliver.ts'
import { createSendWebhook } from '#platform/webhooks/send-webhook.ts'
import type { SendWebhook } from '#platform/webhooks/send-webhook.ts'
import { createBackground } from './background.ts'
import { createVisitorApp } from './visitor-app.ts'
import type { VisitorContext } from './visitor-app.ts'
import type { VisitorEnv } from './visitor-call.ts'

export interface CommerceOptions {
  readonly db: Database
  readonly hub: EventHub
  readonly secret: string
  /** The platform's origin, where customers find the cashier. */
  readonly publicUrl: string
  /** Where this process reaches the platform's own origin; defaults to `publicUrl`. Asked when it is needed. */
  readonly notifyOrigin?: () => string
  /** Reads a node of the live release; undefined when there is none. */
  readonly findLiveNode: VisitorContext['findLiveNode']
  readonly requested: VisitorContext['requested']
  /** Nothing when left out. */
  readonly withheld?: VisitorContext['withheld']
  readonly loadMemberParts: VisitorContext['loadMemberParts']
  /** Left out where nothing is counted. */
  readonly countSeen?: VisitorContext['countSeen']
  readonly hasLimits?: boolean
  /** How webhooks leave; by default to public addresses only. */
  readonly sendWebhook?: SendWebhook
  /** Left out where nobody signs in. */
  readonly customerPages?: VisitorContext['customerPages']
  /** Left out where no letters can be sent. */
  readonly mailer?: Mailer | undefined
  readonly log: (entry: { readonly event: string; readonly [name: string]: unknown }) => void
}

export interface Commerce {
  /** `/cashier/*` and `/pay/*`, on the platform's origin. */
  readonly payApp: Hono
  /** `/_shop/*`, on a program's origin: `visitorApp.fetch(request, { program, clientAddress })`. */
  readonly visitorApp: Hono<VisitorEnv>
  readonly payments: PaymentsContext
  /** Timers and the sandbox's notifications, from now on once a second. */
  start(): void
  /** Resolves when what was under way is done. */
  stop(): Promise<void>
  /** Does what is due, now; for tests, and for whoever just made something due. */
  runDue(): Promise<void>
  /** Resolves when the webhooks that are on their way have arrived or failed. */
  webhooksSettled(): Promise<void>
}

export function createCommerce(options: CommerceOptions): Commerce {
  const { db, hub, log, secret } = options
  const notifyOrigin = options.notifyOrigin ?? (() => options.publicUrl)
  const payments: PaymentsContext = {
    db,
    hub,
    provider: createSandboxProvider(db, (token) => options.publicUrl + cashierPath(token)),
    notifyUrl: (accountId) => `${notifyOrigin()}/pay/${accountId}/notify`,
  }
  const webhooks = createDeliverer({ db, hub, secret, log, send: options.sendWebhook ?? createSendWebhook() })
  const background = createBackground(payments, webhooks, log, options.mailer)
  const payApp = createCashierApp({ db, onPaid: background.kick })
  payApp.post('/pay/:accountId/notify', async (c) => {
    const raw = new Uint8Array(await c.req.arrayBuffer())
    if (raw.byteLength > notifyBytesLimit) return c.text('fail', 413)
    try {
      const outcome = await receiveNotify(payments, c.req.param('accountId'), raw)
      if (outcome === 'late') background.kick()
      return c.text('success')
    } catch (error) {
      log({ event: 'notify-refused', reason: error instanceof NotifyRefused ? error.message : String(error) })
      return c.text('fail', error instanceof NotifyRefused ? 400 : 500)
    }
  })
  const visitorApp = createVisitorApp({
    payments,
    hub,
    secret,
    findLiveNode: options.findLiveNode,
    requested: options.requested,
    withheld: options.withheld ?? new Set(),
    loadMemberParts: options.loadMemberParts,
    countSeen: options.countSeen ?? (async () => undefined),
    hasLimits: options.hasLimits ?? true,
    customerPages: options.customerPages ?? (() => undefined),
    log,
  })
  return {
    payApp,
    visitorApp,
    payments,
    start: background.start,
    stop: background.stop,
    runDue: background.runDue,
    webhooksSettled: webhooks.settled,
  }
}
