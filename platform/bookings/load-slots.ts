import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Slot, SlotQuery } from '#model/shop/bookings.ts'
import type { MoveSlot } from '#platform/contract/merchant.ts'
import type { ServiceTable } from '#platform/db/commerce-tables.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import { isId } from '#platform/shop/scope.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { slotsOfDate } from './slots.ts'
import type { SlotRules } from './slots.ts'

export interface BookableService {
  readonly service: Selectable<ServiceTable>
  readonly rules: SlotRules
  /** What can take such a party, the smallest first. */
  readonly resources: readonly { readonly id: string; readonly label: string }[]
}

/** All slots of a date, taken ones too. A list to choose from, no promise: only a hold takes a slot. */
export async function loadSlots(
  at: ShopTx,
  query: SlotQuery,
  /** Whose booking may be left out; absent for the counter, which moves anybody's. */
  visitorId?: string,
): Promise<readonly Slot[]> {
  const { rules, resources } = await loadBookable(at, query.serviceId, query.partySize)
  const slots = slotsOfDate(rules, parseDate(query.date), at.now)
  const last = slots.at(-1)
  const first = slots[0]
  if (!first || !last) return []
  const taken = await loadTaken(
    at,
    resources.map(({ id }) => id),
    first.start,
    last.end,
    query.bookingId !== undefined && isId(query.bookingId) ? { bookingId: query.bookingId, visitorId } : undefined,
  )
  return slots.map(({ start, end, localTime, partOfDay }) => {
    const isFree = ({ id }: { id: string }) =>
      !taken.some(
        (span) => span.resourceId === id && span.fromMs < end.epochMilliseconds && span.toMs > start.epochMilliseconds,
      )
    return { startsAtIso: start.toString(), localTime, partOfDay, available: resources.some(isFree) }
  })
}

/** Where the counter could move a booking on a date: what it takes itself counts as free. */
export async function loadMoveSlots(
  at: ShopTx,
  booking: { readonly id: string; readonly serviceId: string; readonly partySize: number },
  date: string,
): Promise<readonly MoveSlot[]> {
  const { rules, resources } = await loadBookable(at, booking.serviceId, booking.partySize)
  const slots = slotsOfDate({ ...rules, minNoticeMinutes: 0 }, parseDate(date), at.now)
  const [first] = slots
  const last = slots.at(-1)
  if (!first || !last) return []
  const ids = resources.map(({ id }) => id)
  const taken = await loadTaken(at, ids, first.start, last.end, { bookingId: booking.id })
  return slots.map(({ start, end, localTime, partOfDay }) => {
    const free = resources.filter(
      ({ id }) =>
        !taken.some(
          (span) =>
            span.resourceId === id && span.fromMs < end.epochMilliseconds && span.toMs > start.epochMilliseconds,
        ),
    )
    return { startsAtIso: start.toString(), localTime, partOfDay, available: free.length > 0, free: [...free] }
  })
}

/** @throws ShopRefusal `not-found`, or `wrong-choice` for a party that the service does not take */
export async function loadBookable(at: ShopTx, serviceId: string, partySize: number): Promise<BookableService> {
  const { tx, programId } = at
  const service = isId(serviceId)
    ? await tx
        .selectFrom('service')
        .innerJoin('shop', 'shop.program_id', 'service.program_id')
        .selectAll('service')
        .select(['shop.hours', 'shop.time_zone'])
        .where('service.program_id', '=', programId)
        .where('service.id', '=', serviceId)
        .executeTakeFirst()
    : undefined
  if (!service) throw new ShopRefusal('not-found', 'There is no such service', [serviceId])
  if (partySize < service.min_party || partySize > service.max_party)
    throw new ShopRefusal('wrong-choice', `The service takes ${service.min_party} to ${service.max_party} people`, [
      serviceId,
    ])
  const resources = await tx
    .selectFrom('service_resource')
    .innerJoin('resource', (join) =>
      join
        .onRef('resource.id', '=', 'service_resource.resource_id')
        .onRef('resource.program_id', '=', 'service_resource.program_id'),
    )
    .select(['resource.id', 'resource.label'])
    .where('service_resource.program_id', '=', programId)
    .where('service_resource.service_id', '=', serviceId)
    .where('resource.seats', '>=', partySize)
    .orderBy('resource.seats')
    .orderBy('resource.sort')
    .orderBy('resource.id')
    .execute()
  const rules = {
    hours: service.hours,
    timeZone: service.time_zone,
    durationMinutes: service.duration_minutes,
    slotStepMinutes: service.slot_step_minutes,
    minNoticeMinutes: service.min_notice_minutes,
    maxAdvanceDays: service.max_advance_days,
  }
  return { service, rules, resources }
}

export interface TakenSpan {
  readonly resourceId: string
  readonly fromMs: number
  readonly toMs: number
}

/** What keeps these resources from others in this span; a hold whose time is over keeps nothing. */
export async function loadTaken(
  { tx, programId }: ShopTx,
  resourceIds: readonly string[],
  from: Temporal.Instant,
  to: Temporal.Instant,
  except?: { readonly bookingId: string; readonly visitorId?: string | undefined },
): Promise<readonly TakenSpan[]> {
  if (resourceIds.length === 0) return []
  const taken = tx
    .selectFrom('booking_resource')
    .innerJoin('booking', (join) =>
      join
        .onRef('booking.id', '=', 'booking_resource.booking_id')
        .onRef('booking.program_id', '=', 'booking_resource.program_id'),
    )
    .select([
      'booking_resource.resource_id as resourceId',
      sql<number>`(extract(epoch FROM booking.starts_at) * 1000)::int8`.as('fromMs'),
      sql<number>`(extract(epoch FROM booking.ends_at) * 1000)::int8`.as('toMs'),
    ])
    .where('booking_resource.program_id', '=', programId)
    .where('booking_resource.resource_id', 'in', [...resourceIds])
    .where('booking_resource.active', '=', true)
    .where(sql<boolean>`booking_resource.during && tstzrange(${from.toString()}, ${to.toString()})`)
    .where(sql<boolean>`(booking.hold_until IS NULL OR booking.hold_until > now())`)
  if (!except) return taken.execute()
  const { bookingId, visitorId } = except
  return taken
    .where((eb) =>
      eb.not(
        eb.and([eb('booking.id', '=', bookingId), ...(visitorId ? [eb('booking.visitor_id', '=', visitorId)] : [])]),
      ),
    )
    .execute()
}

/** @throws ShopRefusal `bad-request` for a date that no calendar has */
export function parseDate(text: string): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    throw new ShopRefusal('bad-request', 'There is no such date')
  }
}
