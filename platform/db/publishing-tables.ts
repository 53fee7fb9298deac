/** What `0007_publishing.sql` created, for the query builder. */
import type { ColumnType, Generated } from 'kysely'

type CreatedAt = ColumnType<Date, Date | undefined, never>
type SetLater = ColumnType<Date | null, never, Date>

interface OfProgram {
  tenant_id: string
  program_id: string
}

export interface PublishingTables {
  release_plan: ReleasePlanTable
  release_rollout: ReleaseRolloutTable
  rollout_order: RolloutOrderTable
  preview_link: PreviewLinkTable
}

interface ReleasePlanTable extends OfProgram {
  id: string
  kind: 'publish' | 'unpublish'
  /** Null when the program is to be taken offline. */
  release_id: string | null
  due_at: Date
  status: Generated<'waiting' | 'done' | 'cancelled'>
  planned_by: string
  planned_by_name: string
  created_at: CreatedAt
  settled_at: SetLater
}

interface ReleaseRolloutTable extends OfProgram {
  id: string
  from_release_id: string
  to_release_id: string
  percent: number
  from_visits: Generated<number>
  to_visits: Generated<number>
  started_by: string
  started_by_name: string
  started_at: CreatedAt
  ended_at: SetLater
  outcome: ColumnType<'promoted' | 'stopped' | null, never, 'promoted' | 'stopped'>
}

interface RolloutOrderTable extends OfProgram {
  rollout_id: string
  order_id: string
  release_id: string
}

interface PreviewLinkTable extends OfProgram {
  id: string
  label: string
  note: string
  program_sha256: string
  made_by: string
  made_by_name: string
  created_at: CreatedAt
  expires_at: Date
  revoked_at: SetLater
}
