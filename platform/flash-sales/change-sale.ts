/** What the shop's people do with a flash sale. Who did it is kept with every other change of the shop. */
import { sql } from 'kysely'
import type { ChangeFlashSaleInput, FlashSaleDefinition } from '#platform/contract/flash-sales.ts'
import { uuidv7 } from '#platform/db/uuidv7.ts'
import { bumpDataVersion } from '#platform/shop/data-version.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import { isId } from '#platform/shop/scope.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { scheduleTimer } from '#platform/shop/timers.ts'

/**
 * @throws ShopRefusal `bad-request` for a sale that ends before it starts, is over, or is no cheaper; `not-found` for a
 *   size that is not the shop's; `conflict` when the size has another sale in that time
 */
export async function createFlashSale(at: ShopTx, definition: FlashSaleDefinition): Promise<{ saleId: string }> {
  const dishId = await requireSound(at, definition)
  const saleId = uuidv7()
  await requireFree(at, saleId, definition)
  await at.tx
    .insertInto('flash_sale')
    .values({ ...at.keys, id: saleId, ...columnsOf(definition, dishId) })
    .execute()
  await announce(at, saleId, definition)
  return { saleId }
}

/**
 * Orders that have pieces of it keep their price.
 * @throws ShopRefusal as {@link createFlashSale}; `not-found`; `conflict` when it is no longer at `ifVersion`;
 *   `bad-request` also for fewer than were sold, or for another size of a sale that has sold some
 */
export async function changeFlashSale(
  at: ShopTx,
  saleId: string,
  { ifVersion, paused, definition }: ChangeFlashSaleInput,
): Promise<void> {
  const sale = isId(saleId)
    ? await at.tx
        .selectFrom('flash_sale')
        .selectAll()
        .where('program_id', '=', at.programId)
        .where('id', '=', saleId)
        .forUpdate()
        .executeTakeFirst()
    : undefined
  if (!sale) throw new ShopRefusal('not-found', 'There is no such sale', [saleId])
  if (sale.version !== ifVersion)
    throw new ShopRefusal('conflict', `The sale is at version ${sale.version}, not ${ifVersion}`, [saleId])
  const next = definition ?? {
    variantId: sale.variant_id,
    startsAtIso: sale.starts_at.toISOString(),
    endsAtIso: sale.ends_at.toISOString(),
  }
  if (definition && definition.quantity < sale.sold)
    throw new ShopRefusal('bad-request', `${sale.sold} were sold already`, [saleId])
  if (definition && definition.variantId !== sale.variant_id && sale.sold > 0)
    throw new ShopRefusal('bad-request', 'It has sold some of this dish already', [saleId])
  if (!(paused ?? sale.paused)) await requireFree(at, saleId, next)
  await at.tx
    .updateTable('flash_sale')
    .set({
      ...(definition && columnsOf(definition, await requireSound(at, definition))),
      ...(paused !== undefined && { paused }),
      version: sale.version + 1,
    })
    .where('program_id', '=', at.programId)
    .where('id', '=', saleId)
    .execute()
  await announce(at, saleId, next)
}

/** Pages show it now, and again at the moments when it begins and ends. */
async function announce(
  at: ShopTx,
  saleId: string,
  { startsAtIso, endsAtIso }: Pick<FlashSaleDefinition, 'startsAtIso' | 'endsAtIso'>,
): Promise<void> {
  for (const moment of [new Date(startsAtIso), new Date(endsAtIso)])
    if (moment.getTime() > at.now.epochMilliseconds) await scheduleTimer(at, 'sale-news', saleId, moment)
  await bumpDataVersion(at, 'catalogue')
}

function columnsOf(definition: FlashSaleDefinition, dishId: string) {
  return {
    dish_id: dishId,
    variant_id: definition.variantId,
    price_minor: definition.priceMinor,
    quantity: definition.quantity,
    per_person: definition.perPerson,
    starts_at: definition.startsAtIso,
    ends_at: definition.endsAtIso,
  }
}

/** @returns the dish that the size is of */
async function requireSound(
  { tx, programId, now }: ShopTx,
  { variantId, priceMinor, startsAtIso, endsAtIso }: FlashSaleDefinition,
): Promise<string> {
  if (Date.parse(endsAtIso) <= Date.parse(startsAtIso)) throw new ShopRefusal('bad-request', 'It ends before it starts')
  if (Date.parse(endsAtIso) <= now.epochMilliseconds) throw new ShopRefusal('bad-request', 'It would be over already')
  const variant = await tx
    .selectFrom('dish_variant')
    .select(['dish_id', 'price_minor'])
    .where('program_id', '=', programId)
    .where('id', '=', variantId)
    .executeTakeFirst()
  if (!variant) throw new ShopRefusal('not-found', 'There is no such dish', [variantId])
  if (priceMinor >= variant.price_minor)
    throw new ShopRefusal('bad-request', 'The usual price is no higher', [variantId])
  return variant.dish_id
}

/** The database holds this too; asked first, so that the answer is a sentence. Changes of a shop take turns. */
async function requireFree(
  { tx, programId }: ShopTx,
  saleId: string,
  { variantId, startsAtIso, endsAtIso }: Pick<FlashSaleDefinition, 'variantId' | 'startsAtIso' | 'endsAtIso'>,
): Promise<void> {
  const other = await tx
    .selectFrom('flash_sale')
    .select('id')
    .where('program_id', '=', programId)
    .where('variant_id', '=', variantId)
    .where('id', '!=', saleId)
    .where('paused', '=', false)
    .where(
      sql<boolean>`tstzrange(starts_at, ends_at) && tstzrange(${startsAtIso}::timestamptz, ${endsAtIso}::timestamptz)`,
    )
    .executeTakeFirst()
  if (other) throw new ShopRefusal('conflict', 'It is on sale in that time already', [other.id])
}
