import type { Selectable } from 'kysely'
import type { Release } from '../contract/merchant.ts'
import type { Tables } from '../db/tables.ts'

export type ReleaseRow = Selectable<Tables['release']>

export function presentRelease(row: ReleaseRow, liveReleaseId: string | null): Release {
  return {
    id: row.id,
    version: row.seq,
    publishedAtIso: row.published_at.toISOString(),
    publishedBy: row.published_by_name,
    isLive: row.id === liveReleaseId,
    pages: row.pages,
  }
}
