import type { ChangeDishInput } from '#platform/contract/merchant.ts'
import { bumpDataVersion } from '#platform/shop/data-version.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import { isId } from '#platform/shop/scope.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { scheduleTimer } from '#platform/shop/timers.ts'

/**
 * Changes the members that are given.
 * @throws ShopRefusal `not-found`; `conflict` when the dish is no longer at `ifVersion`
 */
export async function changeDish(shop: ShopTx, dishId: string, change: ChangeDishInput): Promise<void> {
  const dish = await lockDish(shop, dishId)
  if (dish.version !== change.ifVersion)
    throw new ShopRefusal('conflict', `The dish is at version ${dish.version}, not ${change.ifVersion}`, [dishId])
  if (change.categoryId !== undefined) await requireCategory(shop, change.categoryId)
  await shop.tx
    .updateTable('dish')
    .set({
      ...(change.name && { name: JSON.stringify(change.name) }),
      ...(change.description && { description: JSON.stringify(change.description) }),
      ...(change.categoryId !== undefined && { category_id: change.categoryId }),
      ...(change.status && { status: change.status }),
      version: dish.version + 1,
    })
    .where('program_id', '=', shop.programId)
    .where('id', '=', dishId)
    .execute()
  for (const variant of change.variants ?? []) await changeVariant(shop, dishId, variant)
  await bumpDataVersion(shop, 'catalogue')
}

/** @param until - when it returns by itself; null waits for the shop. Ignored when it is back on. */
export async function setSoldOut(shop: ShopTx, dishId: string, soldOut: boolean, until: Date | null): Promise<void> {
  const dish = await lockDish(shop, dishId)
  if (soldOut && until && until.getTime() <= shop.now.epochMilliseconds)
    throw new ShopRefusal('bad-request', 'The dish cannot return in the past')
  await shop.tx
    .updateTable('dish')
    .set({ sold_out: soldOut, sold_out_until: soldOut ? until : null, version: dish.version + 1 })
    .where('program_id', '=', shop.programId)
    .where('id', '=', dishId)
    .execute()
  if (soldOut && until) await scheduleTimer(shop, 'dish-return', dishId, until)
  await bumpDataVersion(shop, 'catalogue')
}

/** Puts a dish back on whose time has come. Does nothing when the shop changed its mind in between. */
export async function returnDish(shop: ShopTx, dishId: string): Promise<void> {
  const { numUpdatedRows } = await shop.tx
    .updateTable('dish')
    .set((eb) => ({ sold_out: false, sold_out_until: null, version: eb('version', '+', 1) }))
    .where('program_id', '=', shop.programId)
    .where('id', '=', dishId)
    .where('sold_out', '=', true)
    .where('sold_out_until', '<=', (eb) => eb.fn('now'))
    .executeTakeFirst()
  if (numUpdatedRows > 0n) await bumpDataVersion(shop, 'catalogue')
}

async function lockDish({ tx, programId }: ShopTx, dishId: string): Promise<{ version: number }> {
  const dish = isId(dishId)
    ? await tx
        .selectFrom('dish')
        .select('version')
        .where('program_id', '=', programId)
        .where('id', '=', dishId)
        .forUpdate()
        .executeTakeFirst()
    : undefined
  if (!dish) throw new ShopRefusal('not-found', 'There is no such dish', [dishId])
  return dish
}

async function requireCategory({ tx, programId }: ShopTx, categoryId: string): Promise<void> {
  const category = isId(categoryId)
    ? await tx
        .selectFrom('category')
        .select('id')
        .where('program_id', '=', programId)
        .where('id', '=', categoryId)
        .executeTakeFirst()
    : undefined
  if (!category) throw new ShopRefusal('not-found', 'There is no such category', [categoryId])
}

async function changeVariant({ tx, programId }: ShopTx, dishId: string, variant: VariantChange): Promise<void> {
  const updated = isId(variant.id)
    ? await tx
        .updateTable('dish_variant')
        .set({
          price_minor: variant.priceMinor,
          ...(variant.name && { name: JSON.stringify(variant.name) }),
          ...channelColumns(variant.channelMinor),
        })
        .where('program_id', '=', programId)
        .where('dish_id', '=', dishId)
        .where('id', '=', variant.id)
        .executeTakeFirst()
    : undefined
  if (!updated || updated.numUpdatedRows === 0n)
    throw new ShopRefusal('not-found', 'The dish has no such variant', [variant.id])
}

function channelColumns(channelMinor: VariantChange['channelMinor']) {
  const { dine_in, pickup, delivery } = channelMinor ?? {}
  return {
    ...(dine_in !== undefined && { dine_in_minor: dine_in }),
    ...(pickup !== undefined && { pickup_minor: pickup }),
    ...(delivery !== undefined && { delivery_minor: delivery }),
  }
}

type VariantChange = NonNullable<ChangeDishInput['variants']>[number]
