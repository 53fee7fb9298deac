/** The tables of `0023_stock.sql` as the query builder sees them. */
import type { Generated } from 'kysely'
import type { StockKind } from '#model/shop/stock.ts'
import type { InstantWithDefault, OfShop } from './commerce-tables.ts'

export interface VariantStockTable extends OfShop {
  variant_id: string
  dish_id: string
  tracked: Generated<boolean>
  on_hand: Generated<number>
  reserved: Generated<number>
  low_at: Generated<number>
  last_seq: Generated<number>
}

export interface StockEntryTable extends OfShop {
  variant_id: string
  seq: number
  kind: StockKind
  delta: number
  on_hand_after: number
  ref: string
  actor: string
  note: Generated<string>
  at: InstantWithDefault
}

export interface OrderStockTable extends OfShop {
  order_id: string
  variant_id: string
  quantity: number
  state: 'reserved' | 'taken' | 'released'
  returned: Generated<number>
}

export interface StockTables {
  variant_stock: VariantStockTable
  stock_entry: StockEntryTable
  order_stock: OrderStockTable
}
