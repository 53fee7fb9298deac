/** The tables of `queue.sql` as the query builder sees them. */
import type { Generated } from 'kysely'
import type { TicketStatus } from '#model/shop/queue.ts'
import type { QueueLine } from '#model/shop/queue-lines.ts'
import type { InstantOrNull, InstantWithDefault, OfShop } from './commerce-tables.ts'

export interface QueueSwitchTable extends OfShop {
  is_taking: boolean
}

export interface QueueLineTable extends OfShop {
  line: QueueLine
  day: string
  last_number: number
}

export interface QueueTicketTable extends OfShop {
  id: string
  day: string
  line: QueueLine
  number: number
  party_size: number
  visitor_id: string | null
  name: Generated<string>
  status: Generated<TicketStatus>
  taken_at: InstantWithDefault
  called_at: InstantOrNull
  ended_at: InstantOrNull
  version: Generated<number>
}

export interface QueueTables {
  queue_switch: QueueSwitchTable
  queue_line: QueueLineTable
  queue_ticket: QueueTicketTable
}
