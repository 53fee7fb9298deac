/** Writes of the menu, one by one; used by imports, and by what takes them back. */
import { sql } from 'kysely'
import type { LocalText } from '#model/program-spec.ts'
import type { PriceChannel } from '#model/shop/catalogue.ts'
import type { DishTag } from '#platform/db/commerce-tables.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import type { ShopTx } from '#platform/shop/scope.ts'

export interface DishColumns {
  readonly name?: LocalText
  readonly description?: LocalText
  readonly categoryId?: string
  readonly tags?: readonly DishTag[]
  readonly status?: 'on' | 'hidden'
}

export interface VariantColumns {
  readonly name?: LocalText
  readonly priceMinor?: number
  readonly channelMinor?: { readonly [Channel in PriceChannel]?: number | null }
}

export type MenuWrite =
  | { readonly do: 'add-category'; readonly id: string; readonly name: LocalText }
  | { readonly do: 'add-dish'; readonly id: string; readonly set: Required<DishColumns> }
  | { readonly do: 'set-dish'; readonly id: string; readonly set: DishColumns }
  | { readonly do: 'set-groups'; readonly dishId: string; readonly groupIds: readonly string[] }
  | {
      readonly do: 'add-variant'
      readonly id: string
      readonly dishId: string
      readonly set: VariantColumns & { readonly name: LocalText; readonly priceMinor: number }
    }
  | { readonly do: 'set-variant'; readonly id: string; readonly dishId: string; readonly set: VariantColumns }

/** Does them in their order, each dish's version raised with what is its own. The caller raises the data's version. */
export async function writeMenu(at: ShopTx, writes: readonly MenuWrite[]): Promise<void> {
  for (const write of writes) await writeOne(at, write)
}

async function writeOne({ tx, keys, programId }: ShopTx, write: MenuWrite): Promise<void> {
  const last = (table: 'category' | 'dish' | 'dish_variant') =>
    sql<number>`(SELECT coalesce(max(sort), -1) + 1 FROM ${sql.table(table)} WHERE program_id = ${programId})`
  const touchDish = (id: string) =>
    tx
      .updateTable('dish')
      .set((eb) => ({ version: eb('version', '+', 1) }))
      .where('program_id', '=', programId)
      .where('id', '=', id)
      .execute()
  switch (write.do) {
    case 'add-category':
      await tx
        .insertInto('category')
        .values({ ...keys, id: write.id, name: JSON.stringify(write.name), sort: last('category') })
        .execute()
      return
    case 'add-dish': {
      const { name, description, categoryId, tags, status } = write.set
      const texts = { name: JSON.stringify(name), description: JSON.stringify(description) }
      const row = {
        ...keys,
        ...texts,
        id: write.id,
        category_id: categoryId,
        tags: [...tags],
        status,
        sort: last('dish'),
      }
      await tx.insertInto('dish').values(row).execute()
      return
    }
    case 'set-dish': {
      const { name, description, categoryId, tags, status } = write.set
      await tx
        .updateTable('dish')
        .set((eb) => ({
          ...(name && { name: JSON.stringify(name) }),
          ...(description && { description: JSON.stringify(description) }),
          ...(categoryId && { category_id: categoryId }),
          ...(tags && { tags: [...tags] }),
          ...(status && { status }),
          version: eb('version', '+', 1),
        }))
        .where('program_id', '=', programId)
        .where('id', '=', write.id)
        .execute()
      return
    }
    case 'set-groups':
      await tx
        .deleteFrom('dish_modifier_group')
        .where('program_id', '=', programId)
        .where('dish_id', '=', write.dishId)
        .execute()
      if (write.groupIds.length > 0)
        await tx
          .insertInto('dish_modifier_group')
          .values(write.groupIds.map((group_id, sort) => ({ ...keys, dish_id: write.dishId, group_id, sort })))
          .execute()
      await touchDish(write.dishId)
      return
    case 'add-variant': {
      const { name, ...prices } = write.set
      const row = {
        ...keys,
        id: write.id,
        dish_id: write.dishId,
        name: JSON.stringify(name),
        sort: last('dish_variant'),
      }
      await tx
        .insertInto('dish_variant')
        .values({ ...row, price_minor: prices.priceMinor, ...channelColumnsOf(prices) })
        .execute()
      await touchDish(write.dishId)
      return
    }
    case 'set-variant': {
      const { name, priceMinor } = write.set
      await tx
        .updateTable('dish_variant')
        .set({
          ...(name && { name: JSON.stringify(name) }),
          ...(priceMinor !== undefined && { price_minor: priceMinor }),
          ...channelColumnsOf(write.set),
        })
        .where('program_id', '=', programId)
        .where('id', '=', write.id)
        .execute()
      await touchDish(write.dishId)
    }
  }
}

function channelColumnsOf({ channelMinor }: VariantColumns) {
  const { dine_in, pickup, delivery } = channelMinor ?? {}
  return {
    ...(dine_in !== undefined && { dine_in_minor: dine_in }),
    ...(pickup !== undefined && { pickup_minor: pickup }),
    ...(delivery !== undefined && { delivery_minor: delivery }),
  }
}

/**
 * Takes out again what was added, as long as nothing else leans on it.
 * @throws ShopRefusal `conflict` when something does: a coupon, a sale, a dish of the category
 */
export async function removeAdded(
  { tx, programId }: ShopTx,
  what: 'category' | 'dish' | 'dish_variant',
  id: string,
): Promise<void> {
  try {
    await tx.deleteFrom(what).where('program_id', '=', programId).where('id', '=', id).execute()
  } catch (error) {
    const isLeantOn = error instanceof Error && 'code' in error && error.code === '23503'
    if (isLeantOn) throw new ShopRefusal('conflict', 'Something else of the shop uses it', [id])
    throw error
  }
}
