/** The table of `0034_delivery.sql` as the query builder sees it. */
import type { OfShop } from './commerce-tables.ts'

export interface DeliveryZoneTable extends OfShop {
  id: string
  name: string
  areas: string[]
  fee_minor: number
  min_spend_minor: number
  free_from_minor: number | null
  ride_minutes: number
  sort: number
}

export interface DeliveryTables {
  delivery_zone: DeliveryZoneTable
}
