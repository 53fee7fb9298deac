/** The tables of `flash_sales.sql` as the query builder sees them. */
import type { Generated } from 'kysely'
import type { Instant, InstantOrNull, InstantWithDefault, OfShop } from './commerce-tables.ts'

export interface FlashSaleTable extends OfShop {
  id: string
  dish_id: string
  variant_id: string
  price_minor: number
  quantity: number
  per_person: number
  starts_at: Instant
  ends_at: Instant
  paused: Generated<boolean>
  sold: Generated<number>
  created_at: InstantWithDefault
  version: Generated<number>
}

interface FlashSaleShareTable extends OfShop {
  sale_id: string
  visitor_id: string
  taken: number
  most: number
}

interface FlashSaleTakeTable extends OfShop {
  order_id: string
  sale_id: string
  quantity: number
  at: InstantWithDefault
  released_at: InstantOrNull
}

export interface FlashSaleTables {
  flash_sale: FlashSaleTable
  flash_sale_share: FlashSaleShareTable
  flash_sale_take: FlashSaleTakeTable
}
