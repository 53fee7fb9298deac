import type { Selectable } from 'kysely'
import type { ServiceTimes } from '#model/shop/occupation.ts'
import { seatingsFor } from '#model/shop/seatings.ts'
import type { SlotRules } from '#model/shop/slots.ts'
import type { StayRules } from '#model/shop/stays.ts'
import type { ServiceTable } from '#platform/db/commerce-tables.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import { isId } from '#platform/shop/scope.ts'
import type { ShopTx } from '#platform/shop/scope.ts'

export interface BookableService {
  readonly service: Selectable<ServiceTable>
  readonly rules: SlotRules
  readonly times: ServiceTimes
  /** Of a room. */
  readonly stay?: StayRules
  /** Ids of what takes such a party: each a person, a room, a table, or tables together; the best first. None of a class. */
  readonly seatings: readonly (readonly string[])[]
  readonly labels: ReadonlyMap<string, string>
}

/**
 * @param staffId - only with this member of staff
 * @throws ShopRefusal `not-found`, or `wrong-choice` for a party that the service does not take, or who does not do it
 */
export async function loadBookable(
  at: ShopTx,
  serviceId: string,
  partySize: number,
  staffId?: string,
): Promise<BookableService> {
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
  const resources = await loadResources(at, serviceId)
  if (staffId !== undefined && !resources.some(({ id, kind }) => id === staffId && kind === 'staff'))
    throw new ShopRefusal('wrong-choice', 'This person does not do it', [staffId])
  const rules: SlotRules = {
    hours: service.hours,
    timeZone: service.time_zone,
    durationMinutes: service.duration_minutes,
    slotStepMinutes: service.slot_step_minutes,
    minNoticeMinutes: service.min_notice_minutes,
    maxAdvanceDays: service.max_advance_days,
    timetable: service.kind === 'class' ? service.timetable : undefined,
  }
  const fitting = resources.filter(({ seats }) => seats >= partySize)
  return {
    service,
    rules,
    times: {
      bufferBeforeMinutes: service.buffer_before_minutes,
      bufferAfterMinutes: service.buffer_after_minutes,
      gaps: service.gaps,
    },
    ...(service.check_in !== null &&
      service.check_out !== null && {
        stay: { ...rules, checkIn: service.check_in, checkOut: service.check_out, maxNights: service.max_nights },
      }),
    seatings:
      service.kind === 'table'
        ? seatingsFor(
            partySize,
            resources.map(({ id, seats, joins_next }) => ({ id, seats, joinsNext: joins_next })),
          )
        : fitting
            .filter(({ id }) => staffId === undefined || id === staffId)
            .toSorted((a, b) => a.seats - b.seats)
            .map(({ id }) => [id]),
    labels: new Map(resources.map(({ id, label }) => [id, label])),
  }
}

function loadResources({ tx, programId }: ShopTx, serviceId: string) {
  return tx
    .selectFrom('service_resource')
    .innerJoin('resource', (join) =>
      join
        .onRef('resource.id', '=', 'service_resource.resource_id')
        .onRef('resource.program_id', '=', 'service_resource.program_id'),
    )
    .select(['resource.id', 'resource.kind', 'resource.label', 'resource.seats', 'resource.joins_next'])
    .where('service_resource.program_id', '=', programId)
    .where('service_resource.service_id', '=', serviceId)
    .orderBy('resource.sort')
    .orderBy('resource.id')
    .execute()
}
