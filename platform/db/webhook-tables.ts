/** The tables of `0038_webhooks.sql` as the query builder sees them. */
import type { Generated } from 'kysely'
import type { InstantOrNull, InstantWithDefault } from './commerce-tables.ts'

export interface WebhookTables {
  webhook_endpoint: {
    tenant_id: string
    id: string
    url: string
    events: string[]
    sealed_secret: Buffer
    is_on: Generated<boolean>
    gave_up_at: InstantOrNull
    created_by: string
    created_at: InstantWithDefault
  }
  webhook_delivery: {
    tenant_id: string
    id: string
    endpoint_id: string
    program_id: string
    event_seq: number
    type: string
    subject_id: string
    happened_at: InstantWithDefault
    body: string | null
    status: Generated<'waiting' | 'delivered' | 'failed'>
    attempts: Generated<number>
    next_at: InstantWithDefault
    last_status: number | null
    last_problem: string | null
    ended_at: InstantOrNull
  }
}
