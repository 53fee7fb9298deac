/** What `0013_history.sql` and `0017_shop_changes.sql` created, for the query builder. Versions themselves are `collab-server/history`'s. */
import type { ColumnType, Generated } from 'kysely'
import type { ChangeKind, ChangeName } from '../contract/shop-changes.ts'

export interface HistoryTables {
  program_visit: {
    tenant_id: string
    program_id: string
    user_id: string
    seq: number
    at: ColumnType<Date, Date | undefined, Date>
    since_seq: number | null
    since_at: Date | null
  }
  shop_change: ShopChangeTable
}

type Text<Value> = ColumnType<Value | null, string | null, never>

interface ShopChangeTable {
  tenant_id: string
  seq: Generated<number>
  program_id: string | null
  act_id: string
  at: ColumnType<Date, never, never>
  actor: string | null
  kind: ChangeKind
  subject_id: string
  subject_name: Text<ChangeName>
  part_kind: string | null
  part_id: string | null
  part_name: Text<ChangeName>
  deed: 'made' | 'changed' | 'removed'
  field: string | null
  before: Text<unknown>
  after: Text<unknown>
  takes_back: number | null
  keep_until: Date
}
