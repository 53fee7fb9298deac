import type { Service } from '#model/shop/bookings.ts'
import type { ShopLanguage } from '#platform/catalogue/present.ts'
import type { ShopTx } from '#platform/shop/scope.ts'

export async function loadServices(
  { tx, programId }: Pick<ShopTx, 'tx' | 'programId'>,
  language: ShopLanguage,
): Promise<readonly Service[]> {
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
  }))
}
