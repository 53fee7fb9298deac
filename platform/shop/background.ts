/** What happens by itself: expiry, refunds, payments asked for and closed, the sandbox's own clock. */
import type { TimerKind } from '#platform/db/commerce-tables.ts'
import { returnDish } from '#platform/catalogue/change-dish.ts'
import { changeShop } from '#platform/changes/change-shop.ts'
import type { Mailer } from '#platform/mail/mailer.ts'
import { sendJobLetter } from '#platform/progress/job-letter.ts'
import { dropIfUnsent } from '#platform/forms/attachments.ts'
import { closePayment, expireBooking, expireOrder, makeRefund, syncPayment } from '#platform/payments/open-payment.ts'
import { expirePoints } from '#platform/members/points.ts'
import type { PaymentsContext } from '#platform/payments/open-payment.ts'
import { carryOutPlan } from '#platform/releases/plans.ts'
import { runSandbox } from '#platform/payments/sandbox/gateway.ts'
import { bumpDataVersion } from './data-version.ts'
import type { Deliverer } from '#platform/webhooks/deliver.ts'
import { inShop } from './scope.ts'
import { runDueTimers } from './timers.ts'
import type { TimerHandler } from './timers.ts'

export interface Background {
  start(): void
  stop(): Promise<void>
  /** Looks for due work soon, without waiting for the next second. */
  kick(): void
  runDue(): Promise<void>
}

const everyMs = 1000
/** Seconds between our own questions about an open payment; the notification usually comes long before the first. */
const askAgainSeconds = [10, 15, 30]
const askSlowlySeconds = 300

export function createBackground(
  context: PaymentsContext,
  webhooks: Deliverer,
  log: (entry: { readonly event: string; readonly [name: string]: unknown }) => void,
  mailer?: Mailer,
): Background {
  const done = async (work: Promise<unknown>): Promise<'done'> => {
    await work
    return 'done'
  }
  const handlers: { readonly [Kind in TimerKind]: TimerHandler } = {
    'job-letter': (timer) => done(sendJobLetter(context, mailer, timer, timer.subjectId)),
    'attachment-expiry': (timer) => done(inShop(context, timer, (at) => dropIfUnsent(at, timer.subjectId))),
    'order-expiry': (timer) => done(expireOrder(context, timer, timer.subjectId)),
    'hold-expiry': (timer) => done(expireBooking(context, timer, timer.subjectId)),
    'dish-return': (timer) =>
      done(changeShop(context, timer, { of: 'shop', by: null }, (at) => returnDish(at, timer.subjectId))),
    'payment-close': (timer) => done(closePayment(context, timer, timer.subjectId)),
    async 'payment-sync'(timer) {
      if ((await syncPayment(context, timer, timer.subjectId)) === 'final') return 'done'
      return askAgainSeconds[timer.attempts - 1] ?? askSlowlySeconds
    },
    'sale-news': (timer) => done(inShop(context, timer, (at) => bumpDataVersion(at, 'catalogue'))),
    'release-plan': (timer) => done(carryOutPlan(context, timer, timer.subjectId)),
    'points-expiry': (timer) => done(inShop(context, timer, (at) => expirePoints(at, timer.subjectId))),
    webhook: (timer) => webhooks.attempt(timer),
    refund: (timer) => done(makeRefund(context, timer, timer.subjectId)),
  }
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let again = false

  /** One pass at a time; a request in between makes one more. */
  function runDue(): Promise<void> {
    again = true
    running ??= (async () => {
      try {
        while (again) {
          again = false
          await runSandbox(context.db)
          await runDueTimers(context.db, handlers, ({ kind }, error) =>
            log({ event: 'timer-failed', kind, error: String(error) }),
          )
        }
      } finally {
        running = undefined
      }
    })()
    return running
  }

  function kick(): void {
    runDue().catch((error: unknown) => log({ event: 'background-failed', error: String(error) }))
  }

  return {
    start() {
      timer ??= setInterval(kick, everyMs)
      timer.unref()
    },
    async stop() {
      clearInterval(timer)
      timer = undefined
      again = false
      await running?.catch(() => undefined)
      await webhooks.settled()
    },
    kick,
    runDue,
  }
}
