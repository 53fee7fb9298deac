import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import { priceChannels } from '#model/shop/catalogue.ts'
import type { ChannelPrices, ServedTimes } from '#model/shop/catalogue.ts'
import type { LocalText } from '#model/program-spec.ts'
import type { CommerceTables, DishTag, StoredPicture } from '#platform/db/commerce-tables.ts'
import type { ShopTx } from '#platform/shop/scope.ts'

/** A shop's whole catalogue, hidden dishes too, put together and in the order it is shown in. */
export interface Catalogue {
  readonly categories: readonly {
    readonly id: string
    readonly name: LocalText
    /** Null: the shop's usual rate. */
    readonly taxPcm: number | null
    /** When it is served; absent where that is whenever the shop is open. */
    readonly served?: ServedTimes
  }[]
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
    readonly channelMinor?: ChannelPrices
    /** Because the shop said so, or because none is left. */
    readonly soldOut: boolean
    /** Where it is counted: how many can still be ordered. */
    readonly stock?: { readonly available: number; readonly lowAt: number }
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

/** One question to the database, since every quote asks it. */
export async function loadCatalogue({
  tx,
  programId,
  now,
}: Pick<ShopTx, 'tx' | 'programId' | 'now'>): Promise<Catalogue> {
  const own = (table: string, columns: string) => sql`
    coalesce((SELECT json_agg(t ORDER BY t.sort, t.id) FROM (
      SELECT ${sql.raw(columns)}, sort FROM ${sql.table(table)} WHERE program_id = ${programId}
    ) t), '[]')`
  const { rows } = await sql<CatalogueRows>`
    SELECT
      ${own('category', 'id, name, tax_pcm, served')} AS categories,
      ${own('dish', 'id, category_id, name, description, picture, tags, status, sold_out, sold_out_until, version')} AS dishes,
      ${own('dish_variant', 'id, dish_id, name, price_minor, dine_in_minor, pickup_minor, delivery_minor, sold_out')} AS variants,
      ${counted(programId)} AS stock,
      ${own('dish_modifier_group', 'group_id AS id, dish_id')} AS links,
      ${own('modifier_group', 'id, name, min_choices, max_choices')} AS groups,
      ${own('modifier_option', 'id, group_id, name, price_minor, max_quantity, preselected, sold_out')} AS options`.execute(
    tx,
  )
  const [found] = rows
  if (!found) throw new Error('A SELECT of expressions has one row')
  return assemble(found, now.epochMilliseconds)
}

/** Available and warning level of each variant that is counted, by its id. */
const counted = (programId: string) => sql`
  coalesce((SELECT json_object_agg(variant_id, json_build_array(on_hand - reserved, low_at))
    FROM variant_stock WHERE program_id = ${programId} AND tracked), '{}')`

type Of<Table extends keyof CommerceTables, Column extends keyof Selectable<CommerceTables[Table]>> = Pick<
  Selectable<CommerceTables[Table]>,
  Column
>

interface CatalogueRows {
  readonly categories: readonly Of<'category', 'id' | 'name' | 'tax_pcm' | 'served'>[]
  readonly dishes: readonly (Of<
    'dish',
    'id' | 'category_id' | 'name' | 'description' | 'picture' | 'tags' | 'status' | 'sold_out' | 'version'
  > & { readonly sold_out_until: string | null })[]
  readonly variants: readonly Of<
    'dish_variant',
    'id' | 'dish_id' | 'name' | 'price_minor' | 'dine_in_minor' | 'pickup_minor' | 'delivery_minor' | 'sold_out'
  >[]
  readonly stock: { readonly [variantId: string]: readonly [available: number, lowAt: number] }
  readonly links: readonly { readonly id: string; readonly dish_id: string }[]
  readonly groups: readonly Of<'modifier_group', 'id' | 'name' | 'min_choices' | 'max_choices'>[]
  readonly options: readonly Of<
    'modifier_option',
    'id' | 'group_id' | 'name' | 'price_minor' | 'max_quantity' | 'preselected' | 'sold_out'
  >[]
}

function assemble(rows: CatalogueRows, nowMs: number): Catalogue {
  const variantsOf = groupBy(rows.variants, (variant) => variant.dish_id)
  const linksOf = groupBy(rows.links, (link) => link.dish_id)
  const optionsOf = groupBy(rows.options, (option) => option.group_id)
  return {
    categories: rows.categories.map(({ id, name, tax_pcm, served }) => ({
      id,
      name,
      taxPcm: tax_pcm,
      ...(served && { served }),
    })),
    dishes: rows.dishes.map((dish) => ({
      id: dish.id,
      categoryId: dish.category_id,
      name: dish.name,
      description: dish.description,
      picture: dish.picture,
      tags: dish.tags,
      status: dish.status,
      soldOut: soldOutOf(dish, nowMs),
      variants: (variantsOf.get(dish.id) ?? []).map((variant) => variantOf(variant, rows.stock[variant.id])),
      modifierGroupIds: (linksOf.get(dish.id) ?? []).map((link) => link.id),
      version: dish.version,
    })),
    modifierGroups: rows.groups.map((group) => ({
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

function variantOf(
  row: CatalogueRows['variants'][number],
  stock: CatalogueRows['stock'][string] | undefined,
): CatalogueDish['variants'][number] {
  const channelMinor = channelPricesOf(row)
  const priced = { id: row.id, name: row.name, priceMinor: row.price_minor, ...(channelMinor && { channelMinor }) }
  if (!stock) return { ...priced, soldOut: row.sold_out }
  const [available, lowAt] = stock
  return { ...priced, soldOut: row.sold_out || available <= 0, stock: { available, lowAt } }
}

/** Undefined where all ways to order cost the same. */
function channelPricesOf(row: CatalogueRows['variants'][number]): ChannelPrices | undefined {
  const own = priceChannels.flatMap((channel) => {
    const priceMinor = row[`${channel}_minor`]
    return priceMinor === null ? [] : [[channel, priceMinor]]
  })
  return own.length === 0 ? undefined : (Object.fromEntries(own) as ChannelPrices)
}

function soldOutOf(dish: CatalogueRows['dishes'][number], nowMs: number): CatalogueDish['soldOut'] {
  const until = dish.sold_out_until === null ? null : new Date(dish.sold_out_until)
  return dish.sold_out && (until === null || until.getTime() > nowMs) ? { until } : null
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
