import type { LocalText } from '#model/program-spec.ts'
import type { DishTag, StoredPicture } from '#platform/db/commerce-tables.ts'
import type { ShopTx } from '#platform/shop/scope.ts'

/** A shop's whole catalogue, hidden dishes too, put together and in the order it is shown in. */
export interface Catalogue {
  readonly categories: readonly { readonly id: string; readonly name: LocalText }[]
  readonly dishes: readonly CatalogueDish[]
  readonly modifierGroups: readonly CatalogueModifierGroup[]
}

export interface CatalogueDish {
  readonly id: string
  readonly categoryId: string
  readonly name: LocalText
  readonly description: LocalText
  readonly picture: StoredPicture | null
  readonly tags: readonly DishTag[]
  readonly status: 'on' | 'hidden'
  /** Worked out for the moment of loading: a time that has passed no longer counts. */
  readonly soldOut: { readonly until: Date | null } | null
  readonly variants: readonly {
    readonly id: string
    readonly name: LocalText
    readonly priceMinor: number
    readonly soldOut: boolean
  }[]
  readonly modifierGroupIds: readonly string[]
  readonly version: number
}

export interface CatalogueModifierGroup {
  readonly id: string
  readonly name: LocalText
  readonly min: number
  readonly max: number
  readonly options: readonly {
    readonly id: string
    readonly name: LocalText
    readonly priceMinor: number
    readonly maxQuantity: number
    readonly soldOut: boolean
    readonly preselected: boolean
  }[]
}

export async function loadCatalogue({
  tx,
  programId,
  now,
}: Pick<ShopTx, 'tx' | 'programId' | 'now'>): Promise<Catalogue> {
  const categories = await tx
    .selectFrom('category')
    .select(['id', 'name'])
    .where('program_id', '=', programId)
    .orderBy('sort')
    .orderBy('id')
    .execute()
  const dishes = await tx
    .selectFrom('dish')
    .selectAll()
    .where('program_id', '=', programId)
    .orderBy('sort')
    .orderBy('id')
    .execute()
  const variants = await tx
    .selectFrom('dish_variant')
    .selectAll()
    .where('program_id', '=', programId)
    .orderBy('sort')
    .orderBy('id')
    .execute()
  const links = await tx
    .selectFrom('dish_modifier_group')
    .select(['dish_id', 'group_id'])
    .where('program_id', '=', programId)
    .orderBy('sort')
    .execute()
  const groups = await tx
    .selectFrom('modifier_group')
    .selectAll()
    .where('program_id', '=', programId)
    .orderBy('sort')
    .orderBy('id')
    .execute()
  const options = await tx
    .selectFrom('modifier_option')
    .selectAll()
    .where('program_id', '=', programId)
    .orderBy('sort')
    .orderBy('id')
    .execute()
  const variantsOf = groupBy(variants, (variant) => variant.dish_id)
  const linksOf = groupBy(links, (link) => link.dish_id)
  const optionsOf = groupBy(options, (option) => option.group_id)
  return {
    categories,
    dishes: dishes.map((dish) => ({
      id: dish.id,
      categoryId: dish.category_id,
      name: dish.name,
      description: dish.description,
      picture: dish.picture,
      tags: dish.tags,
      status: dish.status,
      soldOut: isSoldOut(dish, now.epochMilliseconds) ? { until: dish.sold_out_until } : null,
      variants: (variantsOf.get(dish.id) ?? []).map((variant) => ({
        id: variant.id,
        name: variant.name,
        priceMinor: variant.price_minor,
        soldOut: variant.sold_out,
      })),
      modifierGroupIds: (linksOf.get(dish.id) ?? []).map((link) => link.group_id),
      version: dish.version,
    })),
    modifierGroups: groups.map((group) => ({
      id: group.id,
      name: group.name,
      min: group.min_choices,
      max: group.max_choices,
      options: (optionsOf.get(group.id) ?? []).map((option) => ({
        id: option.id,
        name: option.name,
        priceMinor: option.price_minor,
        maxQuantity: option.max_quantity,
        soldOut: option.sold_out,
        preselected: option.preselected,
      })),
    })),
  }
}

function isSoldOut(dish: { sold_out: boolean; sold_out_until: Date | null }, nowMs: number): boolean {
  return dish.sold_out && (dish.sold_out_until === null || dish.sold_out_until.getTime() > nowMs)
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
