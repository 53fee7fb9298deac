import type { ChangeStationsInput, StationSettings } from '#platform/contract/kitchen.ts'
import { uuidv7 } from '#platform/db/uuidv7.ts'
import { bumpDataVersion } from '#platform/shop/data-version.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import type { ShopTx } from '#platform/shop/scope.ts'

export async function loadStations({ tx, programId }: ShopTx): Promise<StationSettings> {
  const stations = await tx
    .selectFrom('station')
    .select(['id', 'name'])
    .where('program_id', '=', programId)
    .orderBy('sort')
    .orderBy('id')
    .execute()
  const categories = await tx
    .selectFrom('category')
    .select(['id', 'name', 'station_id'])
    .where('program_id', '=', programId)
    .orderBy('sort')
    .orderBy('id')
    .execute()
  const dishes = await tx
    .selectFrom('dish')
    .select(['id', 'name', 'category_id', 'station_id'])
    .where('program_id', '=', programId)
    .orderBy('sort')
    .orderBy('id')
    .execute()
  return {
    stations,
    categories: categories.map((category) => ({
      id: category.id,
      name: category.name,
      stationId: category.station_id,
      dishes: dishes
        .filter(({ category_id }) => category_id === category.id)
        .map(({ id, name, station_id }) => ({ id, name, stationId: station_id })),
    })),
  }
}

/**
 * Changes what is given. Orders that were accepted before keep their tickets. A station that goes leaves its dishes without one.
 * @throws ShopRefusal `not-found` for a station, category or dish that this shop does not have
 */
export async function changeStations(
  at: ShopTx,
  { stations, categories = [], dishes = [] }: ChangeStationsInput,
): Promise<void> {
  if (stations) await replaceStations(at, stations)
  for (const [table, wanted] of [
    ['category', categories],
    ['dish', dishes],
  ] as const)
    for (const { id, stationId } of wanted) await place(at, table, id, stationId)
  await bumpDataVersion(at, 'shop')
}

async function replaceStations(
  { tx, programId, keys }: ShopTx,
  wanted: NonNullable<ChangeStationsInput['stations']>,
): Promise<void> {
  const kept = wanted.flatMap(({ id }) => id ?? [])
  const rows = await tx.selectFrom('station').select('id').where('program_id', '=', programId).forUpdate().execute()
  const known = new Set(rows.map(({ id }) => id))
  const unknown = kept.filter((id) => !known.has(id))
  if (unknown.length > 0) throw new ShopRefusal('not-found', 'There is no such station', unknown)
  const gone = [...known].filter((id) => !kept.includes(id))
  if (gone.length > 0) {
    for (const table of ['category', 'dish'] as const)
      await tx
        .updateTable(table)
        .set({ station_id: null })
        .where('program_id', '=', programId)
        .where('station_id', 'in', gone)
        .execute()
    await tx.deleteFrom('station').where('program_id', '=', programId).where('id', 'in', gone).execute()
  }
  for (const [sort, { id, name }] of wanted.entries())
    if (id === undefined)
      await tx
        .insertInto('station')
        .values({ ...keys, id: uuidv7(), name, sort })
        .execute()
    else
      await tx
        .updateTable('station')
        .set({ name, sort })
        .where('program_id', '=', programId)
        .where('id', '=', id)
        .execute()
}

async function place(
  { tx, programId }: ShopTx,
  table: 'category' | 'dish',
  id: string,
  stationId: string | null,
): Promise<void> {
  if (stationId !== null) {
    const station = await tx
      .selectFrom('station')
      .select('id')
      .where('program_id', '=', programId)
      .where('id', '=', stationId)
      .executeTakeFirst()
    if (!station) throw new ShopRefusal('not-found', 'There is no such station', [stationId])
  }
  const { numUpdatedRows } = await tx
    .updateTable(table)
    .set({ station_id: stationId })
    .where('program_id', '=', programId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new ShopRefusal('not-found', `There is no such ${table}`, [id])
}
