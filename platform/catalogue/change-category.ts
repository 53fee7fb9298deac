import { sql } from 'kysely'
import type { ServedTimes } from '#model/shop/catalogue.ts'
import { bumpDataVersion } from '#platform/shop/data-version.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import { isId } from '#platform/shop/scope.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { requireSoundHours } from '#platform/shop/settings.ts'

/**
 * @param served - null: whenever the shop is open
 * @throws ShopRefusal `not-found`; `bad-request` for times that no clock shows
 */
export async function changeServed(at: ShopTx, categoryId: string, served: ServedTimes | null): Promise<void> {
  if (served) requireSoundHours({ weekly: served, exceptions: [] })
  const updated = isId(categoryId)
    ? await at.tx
        .updateTable('category')
        .set({ served: served === null ? sql<null>`NULL` : JSON.stringify(served) })
        .where('program_id', '=', at.programId)
        .where('id', '=', categoryId)
        .executeTakeFirst()
    : undefined
  if (!updated || updated.numUpdatedRows === 0n)
    throw new ShopRefusal('not-found', 'There is no such category', [categoryId])
  await bumpDataVersion(at, 'catalogue')
}
