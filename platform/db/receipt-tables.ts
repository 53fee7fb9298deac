/** The table of `0026_receipts.sql` as the query builder sees it. */
import type { InstantWithDefault, Json, OfShop } from './commerce-tables.ts'

export interface ReceiptSeller {
  readonly name: string
  readonly address: string
  readonly phone: string
}

export interface ReceiptTable extends OfShop {
  id: string
  order_id: string
  /** `YYYY-MM-DD`. */
  business_date: string
  number: number
  key: string
  seller: Json<ReceiptSeller>
  issued_at: InstantWithDefault
}

export interface ReceiptTables {
  receipt: ReceiptTable
}
