/** What `0010_people.sql` and `0012_comments.sql` created, for the query builder. */
import type { ColumnType, Generated } from 'kysely'
import type { ThreadKind } from '../contract/comments.ts'
import type { Role } from '../contract/merchant.ts'

type CreatedAt = ColumnType<Date, Date | undefined, never>

export interface PeopleTables {
  program_member: { tenant_id: string; program_id: string; user_id: string; role: Role; created_at: CreatedAt }
  invitation: InvitationTable
  comment_thread: CommentThreadTable
  comment: CommentTable
  person_seen: { tenant_id: string; user_id: string; seen_at: Date }
  comment_read: { tenant_id: string; program_id: string; thread_id: string; user_id: string; read_at: Date }
}

interface InvitationTable {
  tenant_id: string
  id: string
  program_id: string | null
  role: Role
  email: string | null
  most_uses: number
  uses: Generated<number>
  expires_at: Date
  revoked_at: ColumnType<Date | null, never, Date>
  created_by: string
  created_at: CreatedAt
}

interface CommentThreadTable {
  tenant_id: string
  program_id: string
  id: string
  kind: ThreadKind
  page_id: string | null
  node_id: string | null
  field: string | null
  pinned_to: string
  created_by: string
  created_at: CreatedAt
  changed_at: ColumnType<Date, Date | undefined, Date>
  resolved_by: ColumnType<string | null, never, string | null>
  resolved_by_name: ColumnType<string | null, never, string | null>
  resolved_at: ColumnType<Date | null, never, Date | null>
}

interface CommentTable {
  tenant_id: string
  program_id: string
  thread_id: string
  id: string
  author_id: string
  author_name: string
  body: string
  mentions: ColumnType<readonly string[], readonly string[] | undefined, readonly string[]>
  created_at: CreatedAt
  edited_at: ColumnType<Date | null, never, Date>
  mentioned_at: Date | null
  deleted_at: ColumnType<Date | null, never, Date | null>
}
