import type { Service } from '#model/shop/bookings.ts'
import type { ShopLanguage } from '#platform/catalogue/present.ts'
import type { ShopTx } from '#platform/shop/scope.ts'

export async function loadServices(
  { tx, programId }: Pick<ShopTx, 'tx' | 'programId'>,
  language: ShopLanguage,
): Promise<readonly Service[]> {
  const staff = await tx
    .selectFrom('service_resource')
    .innerJoin('resource', (join) =>
      join
        .onRef('resource.id', '=', 'service_resource.resource_id')
        .onRef('resource.program_id', '=', 'service_resource.program_id'),
    )
    .select(['service_resource.service_id as serviceId', 'resource.id', 'resource.label'])
    .where('service_resource.program_id', '=', programId)
    .where('resource.kind', '=', 'staff')
    .orderBy('resource.sort')
    .orderBy('resource.id')
    .execute()
  const rows = await tx
    .selectFrom('service')
    .selectAll()
    .where('program_id', '=', programId)
    .orderBy('sort')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name[language],
    description: row.description[language],
    durationMinutes: row.duration_minutes,
    priceMinor: row.price_minor,
    minParty: row.min_party,
    maxParty: row.max_party,
    minNoticeMinutes: row.min_notice_minutes,
    maxAdvanceDays: row.max_advance_days,
    ...(row.kind === 'appointment' && {
      staff: staff.filter(({ serviceId }) => serviceId === row.id).map(({ id, label }) => ({ id, label })),
    }),
    ...(row.needs_approval && { needsApproval: true }),
    ...(row.deposit_minor > 0 && {
      deposit: {
        amountMinor: row.deposit_minor,
        freeCancelMinutes: row.free_cancel_minutes,
        lateRefundPercent: row.late_refund_percent,
      },
    }),
    ...(row.seats !== null && { seats: row.seats, timetable: row.timetable }),
    ...(row.check_in !== null &&
      row.check_out !== null && {
        stay: { checkIn: row.check_in, checkOut: row.check_out, maxNights: row.max_nights },
      }),
  }))
}
