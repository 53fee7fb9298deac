import { programUrl } from '../config.ts'
import type { PlatformConfig } from '../config.ts'
import type { Program, Role } from '../contract/merchant.ts'
import type { ScopedTx } from '../db/database.ts'
import type { ReleaseRow } from '../releases/point-program.ts'
import { presentRelease } from '../releases/present-release.ts'

/** The programs of the entered workspace, or the one asked for, last changed first. */
export async function loadPrograms(
  tx: ScopedTx,
  config: PlatformConfig,
  of: { tenantId: string; role: Role; programId?: string },
): Promise<Program[]> {
  let query = tx
    .selectFrom('program')
    .selectAll()
    .where('tenant_id', '=', of.tenantId)
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
  if (of.programId) query = query.where('id', '=', of.programId)
  const rows = await query.execute()
  const live = await loadLiveReleases(tx, of)
  return rows.map((row) => {
    const release = live.find((candidate) => candidate.id === row.live_release_id)
    return {
      id: row.id,
      workspaceId: row.tenant_id,
      name: row.name,
      language: row.language,
      role: of.role,
      liveUrl: release ? programUrl(config, row.label) : null,
      live: release ? presentRelease(release, row.live_release_id) : null,
      updatedAtIso: row.updated_at.toISOString(),
      createdAtIso: row.created_at.toISOString(),
    }
  })
}

function loadLiveReleases(tx: ScopedTx, of: { tenantId: string; programId?: string }): Promise<ReleaseRow[]> {
  let query = tx
    .selectFrom('release')
    .innerJoin('program', (join) =>
      join
        .onRef('program.tenant_id', '=', 'release.tenant_id')
        .onRef('program.id', '=', 'release.program_id')
        .onRef('program.live_release_id', '=', 'release.id'),
    )
    .selectAll('release')
    .where('release.tenant_id', '=', of.tenantId)
  if (of.programId) query = query.where('program.id', '=', of.programId)
  return query.execute()
}
