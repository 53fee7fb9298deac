import { sql } from 'kysely'
import type { DishVariant, Menu, SaleOffer } from '#model/shop/catalogue.ts'
import type { MerchantFlashSale } from '#platform/contract/flash-sales.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import type { OpenSale } from './share-sales.ts'

type At = Pick<ShopTx, 'tx' | 'programId'>

/** From so few on, everybody is told how many are left; each of them is news. */
export const fewLeft = 5

/**
 * What runs now and has some left for this visitor, below the usual price.
 * @param visitorId - null for somebody who has bought nothing yet
 */
export async function loadOpenSales({ tx, programId }: At, visitorId: string | null): Promise<OpenSale[]> {
  const { rows } = await sql<OpenSale>`
    SELECT s.id, s.variant_id AS "variantId", s.price_minor AS "priceMinor",
      least(s.quantity - s.sold, s.per_person - coalesce(h.taken, 0)) AS available
    FROM flash_sale s
    JOIN dish_variant v ON v.program_id = s.program_id AND v.id = s.variant_id AND v.price_minor > s.price_minor
    LEFT JOIN flash_sale_share h ON h.program_id = s.program_id AND h.sale_id = s.id AND h.visitor_id = ${visitorId}::uuid
    WHERE s.program_id = ${programId} AND NOT s.paused AND s.starts_at <= now() AND s.ends_at > now()
      AND s.sold < s.quantity AND s.per_person > coalesce(h.taken, 0)`.execute(tx)
  return rows
}

/** By the size they are of; running ones first, then what begins within a week. */
export async function loadShownSales({ tx, programId }: At): Promise<ReadonlyMap<string, ShownSale>> {
  const rows = await tx
    .selectFrom('flash_sale')
    .selectAll()
    .select(sql<boolean>`starts_at <= now()`.as('hasBegun'))
    .where('program_id', '=', programId)
    .where('paused', '=', false)
    .where(sql<boolean>`ends_at > now() AND starts_at < now() + interval '7 days'`)
    .orderBy('starts_at', 'desc')
    .execute()
  return new Map(
    rows.map((row) => {
      const left = row.quantity - row.sold
      const sale: ShownSale = {
        id: row.id,
        state: !row.hasBegun ? 'soon' : left > 0 ? 'on' : 'gone',
        priceMinor: row.price_minor,
        startsAtIso: row.starts_at.toISOString(),
        endsAtIso: row.ends_at.toISOString(),
        perPerson: row.per_person,
        percentSold: tenthsSold(row.sold, row.quantity) * 10,
        left: left <= fewLeft ? left : null,
      }
      return [row.variant_id, sale]
    }),
  )
}

type ShownSale = Omit<SaleOffer, 'regularMinor'>

/** In whole tenths, rounded down: what is shown of it changes ten times, not with every piece. */
export function tenthsSold(sold: number, quantity: number): number {
  return Math.floor((sold * 10) / quantity)
}

/** A menu with the prices of the moment: of a size on sale, the sale's, and what it costs otherwise. */
export function withSales(menu: Menu, sales: ReadonlyMap<string, ShownSale>): Menu {
  if (sales.size === 0) return menu
  const onSale = (variant: DishVariant): DishVariant => {
    const sale = sales.get(variant.id)
    if (!sale || sale.priceMinor >= variant.priceMinor) return variant
    return {
      ...variant,
      priceMinor: sale.state === 'on' ? sale.priceMinor : variant.priceMinor,
      sale: { ...sale, regularMinor: variant.priceMinor },
    }
  }
  return { ...menu, dishes: menu.dishes.map((dish) => ({ ...dish, variants: dish.variants.map(onSale) })) }
}

/** For the counter: what runs, then what comes, then what is over, that which ended last first. */
export async function loadMerchantSales({ tx, programId }: At, only?: string): Promise<MerchantFlashSale[]> {
  const rows = await tx
    .selectFrom('flash_sale')
    .innerJoin('dish', (join) =>
      join.onRef('dish.program_id', '=', 'flash_sale.program_id').onRef('dish.id', '=', 'flash_sale.dish_id'),
    )
    .innerJoin('dish_variant', (join) =>
      join
        .onRef('dish_variant.program_id', '=', 'flash_sale.program_id')
        .onRef('dish_variant.id', '=', 'flash_sale.variant_id'),
    )
    .selectAll('flash_sale')
    .select(['dish.name as dishName', 'dish_variant.name as variantName', 'dish_variant.price_minor as regularMinor'])
    .where('flash_sale.program_id', '=', programId)
    .$if(only !== undefined, (query) => query.where('flash_sale.id', '=', only ?? ''))
    .orderBy(sql`flash_sale.ends_at <= now()`)
    .orderBy(sql`CASE WHEN flash_sale.ends_at > now() THEN flash_sale.starts_at END`)
    .orderBy('flash_sale.ends_at', 'desc')
    .orderBy('flash_sale.id', 'desc')
    .limit(mostShown)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    dishId: row.dish_id,
    dishName: row.dishName,
    variantId: row.variant_id,
    variantName: row.variantName,
    regularMinor: row.regularMinor,
    priceMinor: row.price_minor,
    quantity: row.quantity,
    perPerson: row.per_person,
    startsAtIso: row.starts_at.toISOString(),
    endsAtIso: row.ends_at.toISOString(),
    paused: row.paused,
    sold: row.sold,
    version: row.version,
  }))
}

const mostShown = 200
