import type { ChangeDeliveryInput, MerchantZone } from '#platform/contract/delivery.ts'
import { uuidv7 } from '#platform/db/uuidv7.ts'
import { bumpDataVersion } from '#platform/shop/data-version.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import type { ShopTx } from '#platform/shop/scope.ts'

/** In the order in which they decide. */
export async function loadZones({ tx, programId }: Pick<ShopTx, 'tx' | 'programId'>): Promise<MerchantZone[]> {
  const rows = await tx
    .selectFrom('delivery_zone')
    .selectAll()
    .where('program_id', '=', programId)
    .orderBy('sort')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    areas: row.areas,
    feeMinor: row.fee_minor,
    minSpendMinor: row.min_spend_minor,
    freeFromMinor: row.free_from_minor,
    rideMinutes: row.ride_minutes,
  }))
}

/**
 * Replaces the zones. Orders keep what they were charged; a quote that becomes dearer or cheaper answers `price-changed`.
 * @throws ShopRefusal `not-found` for a zone that this shop does not have
 */
export async function changeZones(at: ShopTx, { zones }: ChangeDeliveryInput): Promise<void> {
  const { tx, programId, keys } = at
  const rows = await tx
    .selectFrom('delivery_zone')
    .select('id')
    .where('program_id', '=', programId)
    .forUpdate()
    .execute()
  const known = new Set(rows.map(({ id }) => id))
  const kept = zones.flatMap(({ id }) => id ?? [])
  const unknown = kept.filter((id) => !known.has(id))
  if (unknown.length > 0) throw new ShopRefusal('not-found', 'There is no such zone', unknown)
  const gone = [...known].filter((id) => !kept.includes(id))
  if (gone.length > 0)
    await tx.deleteFrom('delivery_zone').where('program_id', '=', programId).where('id', 'in', gone).execute()
  for (const [sort, zone] of zones.entries()) {
    const row = {
      name: zone.name,
      areas: zone.areas,
      fee_minor: zone.feeMinor,
      min_spend_minor: zone.minSpendMinor,
      free_from_minor: zone.freeFromMinor,
      ride_minutes: zone.rideMinutes,
      sort,
    }
    if (zone.id === undefined)
      await tx
        .insertInto('delivery_zone')
        .values({ ...keys, id: uuidv7(), ...row })
        .execute()
    else
      await tx
        .updateTable('delivery_zone')
        .set(row)
        .where('program_id', '=', programId)
        .where('id', '=', zone.id)
        .execute()
  }
  await bumpDataVersion(at, 'shop')
}
