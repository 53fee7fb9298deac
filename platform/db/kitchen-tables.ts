/** The tables of `0028_kitchen.sql` as the query builder sees them. */
import type { Generated } from 'kysely'
import type { TicketStatus } from '#platform/contract/kitchen.ts'
import type { InstantWithDefault, OfShop } from './commerce-tables.ts'

export interface StationTable extends OfShop {
  id: string
  name: string
  sort: number
}

export interface KitchenTicketTable extends OfShop {
  id: string
  order_id: string
  station_id: string | null
  station_name: Generated<string>
  line_seqs: number[]
  status: Generated<TicketStatus>
  changed_at: InstantWithDefault
  created_at: InstantWithDefault
}

export interface KitchenTables {
  station: StationTable
  kitchen_ticket: KitchenTicketTable
}
