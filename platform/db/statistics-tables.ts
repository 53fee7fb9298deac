/** The table of `0009_statistics.sql` as the query builder sees it. */
import type { Generated } from 'kysely'

/** What is counted. `phone`, `tablet` and `computer` tell visits apart once more. */
export type CountKind = 'view' | 'visit' | 'phone' | 'tablet' | 'computer' | 'seen' | 'tapped' | 'cart' | 'checkout'

export interface StatisticsTables {
  visit_count: {
    tenant_id: string
    program_id: string
    /** `YYYY-MM-DD`. */
    day: string
    release_id: string
    kind: CountKind
    page_id: Generated<string>
    node_id: Generated<string>
    via: Generated<string>
    count: number
  }
}
