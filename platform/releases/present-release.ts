import type { Release, ReleasePlan, Rollout } from '../contract/merchant.ts'
import type { ScopedTx } from '../db/database.ts'
import { findRunning, loadOrderFigures } from './gradual.ts'
import type { loadPlans } from './plans.ts'
import { releasesOf } from './point-program.ts'
import type { OfProgram, ReleaseRow } from './point-program.ts'

export function presentRelease(row: ReleaseRow, liveReleaseId: string | null): Release {
  return {
    id: row.id,
    version: row.seq,
    publishedAtIso: row.published_at.toISOString(),
    publishedBy: row.published_by_name,
    note: row.note,
    isLive: row.id === liveReleaseId,
    pages: row.pages,
  }
}

export function presentPlan(plan: Awaited<ReturnType<typeof loadPlans>>[number]): ReleasePlan {
  const { id, kind, releaseId, version, plannedBy } = plan
  return { id, kind, releaseId, version, plannedBy, dueAtIso: plan.dueAt.toISOString() }
}

/** The gradual release that runs, with the figures of its two versions. */
export async function loadRollout(tx: ScopedTx, of: OfProgram): Promise<Rollout | null> {
  const running = await findRunning(tx, of)
  if (!running) return null
  const orders = await loadOrderFigures(tx, of, running.id)
  const releases = await releasesOf(tx, of)
    .where('id', 'in', [running.from_release_id, running.to_release_id])
    .execute()
  const figures = (releaseId: string, visits: number) => {
    const counted = orders.find((each) => each.releaseId === releaseId)
    return {
      releaseId,
      version: releases.find(({ id }) => id === releaseId)?.seq ?? 0,
      visits,
      ordersBegun: counted?.begun ?? 0,
      ordersPaid: counted?.paid ?? 0,
    }
  }
  return {
    id: running.id,
    percent: running.percent,
    startedAtIso: running.started_at.toISOString(),
    startedBy: running.started_by_name,
    from: figures(running.from_release_id, running.from_visits),
    to: figures(running.to_release_id, running.to_visits),
  }
}
