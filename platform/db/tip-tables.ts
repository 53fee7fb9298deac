/** The table of `tips.sql` as the query builder sees it. */
import type { InstantOrNull, InstantWithDefault, OfShop } from './commerce-tables.ts'

interface OrderTipTable extends OfShop {
  payment_id: string
  order_id: string
  created_at: InstantWithDefault
  standing_since: InstantOrNull
}

export interface TipTables {
  order_tip: OrderTipTable
}
