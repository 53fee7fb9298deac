import type { ConsoleEvent, Role } from '#platform/contract/merchant.ts'
import { merchantPaths } from '#platform/contract/routes.ts'
import { findBooking } from '#platform/bookings/load-bookings.ts'
import { findOrder } from '#platform/orders/load-orders.ts'
import { concealBooking, concealOrder } from '#platform/shop/conceal.ts'
import { programLanguage } from '#platform/shop/program-language.ts'
import { inShop } from '#platform/shop/scope.ts'
import type { ShopScope } from '#platform/shop/scope.ts'
import { memberOfProgram } from '../accounts/access.ts'
import { defineRoute } from '../http/define-route.ts'
import { noteSeen } from '../people/note-seen.ts'
import type { Services } from '../services.ts'
import { eventStream } from './event-stream.ts'
import type { ShopEvent } from './hub.ts'

/** Then the reader comes back, and its rights are looked at again. */
const longestStreamMs = 30 * 60 * 1000

const follow = defineRoute({
  method: 'GET',
  path: merchantPaths.events(':programId'),
  summary: 'Server-sent events of the shop; `Last-Event-ID` replays what was missed',
  access: memberOfProgram('read'),
  async handle({ subject, request }, services) {
    const { signal, headers } = request.raw
    // Editor and counter both follow the shop as long as they are open.
    const seen = () =>
      void noteSeen(services.db, subject.tenantId, subject.person.id).catch((error: unknown) =>
        services.log({ event: 'seen-not-noted', error: error instanceof Error ? error.name : 'unknown' }),
      )
    seen()
    return eventStream(signal, async (stream) => {
      const subscription = await services.hub.subscribe(subject, cursorOf(headers), async (event) => {
        try {
          // Who comes back is asked for their role anew; who was removed finds nothing here any more.
          if (event.type === 'access' && event.subjectId === subject.person.id) return stream.end()
          const data = await presentEvent(services, subject, subject.role, event)
          if (data) stream.send({ id: event.seq, data })
          else stream.mark(event.seq)
        } catch {
          stream.end() // its reader comes back with the last event it got
        }
      })
      // A reader that loses its connection before the first event still knows where to go on.
      stream.mark(subscription.startsAfter)
      const tooLong = setTimeout(() => stream.end(), longestStreamMs)
      return () => {
        clearTimeout(tooLong)
        seen()
        subscription.end()
      }
    })
  },
})

export const eventRoutes = [follow]

function cursorOf(headers: Headers): number | undefined {
  const given = headers.get('last-event-id')
  return given && /^\d{1,15}$/.test(given) ? Number(given) : undefined
}

/** As it is now: of several changes in a row, each event shows the latest. Undefined for what is not the counter's. */
async function presentEvent(
  services: Services,
  scope: ShopScope,
  role: Role,
  { type, subjectId }: ShopEvent,
): Promise<ConsoleEvent | undefined> {
  switch (type) {
    case 'order': {
      const order = await inShop(services, scope, (at) => findOrder(at, subjectId))
      return order && order.number !== null ? { type, order: concealOrder(order, role) } : undefined
    }
    case 'booking': {
      const booking = await inShop(services, scope, async (at) => findBooking(at, await programLanguage(at), subjectId))
      return booking && { type, booking: concealBooking(booking, role) }
    }
    case 'member':
      return { type, memberId: subjectId }
    case 'coupon':
      return { type, couponId: subjectId }
    case 'release':
      return { type, releaseId: subjectId }
    case 'comment':
      return { type, threadId: subjectId }
    case 'form':
      return { type, submissionId: subjectId }
    case 'queue':
    case 'job':
      return { type }
    case 'access':
      return undefined
    case 'catalogue':
    case 'shop':
      return { type, dataVersion: Number(subjectId) }
  }
}
