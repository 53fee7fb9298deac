/** What the shop itself says of its stock. */
import { mostOnHand } from '#model/shop/stock.ts'
import type { AddStockEntryInput, ChangeStockInput } from '#platform/contract/stock.ts'
import { bumpDataVersion } from '#platform/shop/data-version.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import { isId } from '#platform/shop/scope.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { appendEntries } from './stock-ledger.ts'

/**
 * Counts, adds or takes away. Counting a variant that is not counted begins to.
 * @throws ShopRefusal `not-found`; `conflict` for one that is not counted; `amount-out-of-range` when fewer would be left
 *   than orders that are being paid have reserved, or more than can be counted
 */
export async function addStockEntry(
  at: ShopTx,
  variantId: string,
  { kind, quantity, note, requestId }: AddStockEntryInput,
  actor: string,
): Promise<void> {
  if (kind === 'count') await beginCounting(at, variantId)
  const level = await lockLevel(at, variantId)
  if (!level.tracked) throw new ShopRefusal('conflict', 'This is not counted', [variantId])
  const delta = { count: quantity - level.on_hand, delivery: quantity, waste: -quantity, correction: quantity }[kind]
  const after = level.on_hand + delta
  if (after < level.reserved || after > mostOnHand)
    throw new ShopRefusal('amount-out-of-range', `${level.reserved} are in orders being paid`, [variantId])
  await appendEntries(at, [{ variantId, delta }], { kind, ref: `request:${requestId}`, actor, note })
  await bumpDataVersion(at, 'catalogue')
}

/** @throws ShopRefusal `not-found` for a variant that was never counted */
export async function changeStock(at: ShopTx, variantId: string, change: ChangeStockInput): Promise<void> {
  await lockLevel(at, variantId)
  if (change.tracked === undefined && change.lowAt === undefined) return
  await at.tx
    .updateTable('variant_stock')
    .set({
      ...(change.tracked !== undefined && { tracked: change.tracked }),
      ...(change.lowAt !== undefined && { low_at: change.lowAt }),
    })
    .where('program_id', '=', at.programId)
    .where('variant_id', '=', variantId)
    .execute()
  await bumpDataVersion(at, 'catalogue')
}

async function beginCounting({ tx, keys, programId }: ShopTx, variantId: string): Promise<void> {
  const variant = isId(variantId)
    ? await tx
        .selectFrom('dish_variant')
        .select('dish_id')
        .where('program_id', '=', programId)
        .where('id', '=', variantId)
        .executeTakeFirst()
    : undefined
  if (!variant) throw new ShopRefusal('not-found', 'There is no such variant', [variantId])
  await tx
    .insertInto('variant_stock')
    .values({ ...keys, variant_id: variantId, dish_id: variant.dish_id })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'program_id', 'variant_id']).doUpdateSet({ tracked: true }),
    )
    .execute()
}

async function lockLevel({ tx, programId }: ShopTx, variantId: string) {
  const level = isId(variantId)
    ? await tx
        .selectFrom('variant_stock')
        .select(['tracked', 'on_hand', 'reserved'])
        .where('program_id', '=', programId)
        .where('variant_id', '=', variantId)
        .forUpdate()
        .executeTakeFirst()
    : undefined
  if (!level) throw new ShopRefusal('not-found', 'This is not counted', [variantId])
  return level
}
