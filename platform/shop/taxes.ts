import type { ChangeTaxInput, TaxSettings } from '#platform/contract/taxes.ts'
import { bumpDataVersion } from './data-version.ts'
import { loadShop } from './load-shop-data.ts'
import { ShopRefusal } from './refusal.ts'
import { isId } from './scope.ts'
import type { ShopTx } from './scope.ts'

export async function loadTaxes(at: ShopTx): Promise<TaxSettings> {
  const shop = await loadShop(at)
  const categories = await at.tx
    .selectFrom('category')
    .select(['id', 'name', 'tax_pcm'])
    .where('program_id', '=', at.programId)
    .orderBy('sort')
    .orderBy('id')
    .execute()
  return {
    mode: shop.tax_mode,
    usualPcm: shop.tax_pcm,
    categories: categories.map(({ id, name, tax_pcm }) => ({ id, name, ratePcm: tax_pcm })),
  }
}

/**
 * Changes what is given. Quotes from before answer `price-changed` if the change makes them dearer or cheaper; orders keep
 * the tax they were placed with.
 * @throws ShopRefusal `not-found` for a category of no such id
 */
export async function changeTaxes(at: ShopTx, { mode, usualPcm, categories = [] }: ChangeTaxInput): Promise<void> {
  await at.tx
    .updateTable('shop')
    .set((eb) => ({
      ...(mode !== undefined && { tax_mode: mode }),
      ...(usualPcm !== undefined && { tax_pcm: usualPcm }),
      version: eb('version', '+', 1),
    }))
    .where('program_id', '=', at.programId)
    .execute()
  for (const { id, ratePcm } of categories) {
    const updated = isId(id)
      ? await at.tx
          .updateTable('category')
          .set({ tax_pcm: ratePcm })
          .where('program_id', '=', at.programId)
          .where('id', '=', id)
          .executeTakeFirst()
      : undefined
    if (!updated || updated.numUpdatedRows === 0n) throw new ShopRefusal('not-found', 'There is no such category', [id])
  }
  await bumpDataVersion(at, 'shop')
}
