/** What `0001_core.sql` created, for the query builder. */
import type { ColumnType, Generated } from 'kysely'
import type { Language, Role } from '../contract/merchant.ts'

type CreatedAt = ColumnType<Date, Date | undefined, never>
type Json<Value> = ColumnType<Value, string, string>

export interface CoreTables {
  installation: { name: string; value: string }
  user: UserTable
  session: SessionTable
  attempt_window: { key: string; attempts: number; ends_at: Date }
  workspace: { id: string; name: string; made_for: string | null; created_at: CreatedAt }
  workspace_member: { tenant_id: string; user_id: string; role: Role; created_at: CreatedAt }
  program: ProgramTable
  program_route: { program_id: string; tenant_id: string; label: string }
  release: ReleaseTable
  release_event: ReleaseEventTable
  picture: PictureTable
  runtime_file: { name: string; body: Buffer; used_at: Generated<Date> }
}

/** Tables of better-auth, which writes them; we only read, save for demo people. */
interface UserTable {
  id: string
  name: string
  email: string
  emailVerified: Generated<boolean>
  image: string | null
  createdAt: ColumnType<Date, Date | undefined, Date>
  updatedAt: ColumnType<Date, Date | undefined, Date>
}

interface SessionTable {
  id: string
  token: string
  userId: string
  expiresAt: Date
}

interface ProgramTable {
  tenant_id: string
  id: string
  name: string
  language: Language
  template_id: string
  label: string
  live_release_id: string | null
  data_version: Generated<number>
  created_at: CreatedAt
  updated_at: ColumnType<Date, Date | undefined, Date>
}

export interface ReleaseProblem {
  readonly nodeId: string
  readonly code: string
  readonly message: string
}

interface ReleaseTable {
  tenant_id: string
  program_id: string
  id: string
  seq: number
  request_id: string
  program_sha256: string
  document_sha256: string
  pages: number
  problems: Json<readonly ReleaseProblem[]>
  published_by: string
  published_by_name: string
  note: Generated<string>
  /** What the program was called in it. */
  name: Generated<string>
  published_at: CreatedAt
}

interface ReleaseEventTable {
  tenant_id: string
  program_id: string
  seq: number
  kind: 'publish' | 'activate' | 'unpublish' | 'gradual' | 'promote' | 'stop'
  from_release_id: string | null
  /** Null when the program went offline. */
  to_release_id: string | null
  actor_id: string
  at: CreatedAt
}

interface PictureTable {
  tenant_id: string
  id: string
  sha256: string
  name: string
  alt: Generated<string>
  width_px: number
  height_px: number
  /** Who brought it; unknown for a template's. */
  added_by: ColumnType<string | null, string | undefined, never>
  created_at: CreatedAt
  /** Taken out of the library; the row stays so that this can be undone. */
  removed_at: ColumnType<Date | null, never, Date | null>
}
