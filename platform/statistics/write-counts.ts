import { sql } from 'kysely'
import { fixedPosters } from '../contract/posters.ts'
import { withTenant } from '../db/database.ts'
import type { Database } from '../db/database.ts'
import type { Batch } from './tally.ts'

/** So many different sums has one program on one day; beyond, known ones still grow and new ones are not begun. */
export const mostSumsPerDay = 10_000

/**
 * Adds these sums to those of the shop's present business day. Any number of processes may do so at once. What names no
 * release of the program is dropped; a code that nothing of the shop has counts as no code.
 */
export async function writeCounts(db: Database, batch: Batch, mostSums = mostSumsPerDay): Promise<void> {
  const { tenantId, programId, counts } = batch
  const column = (read: (sum: Batch['counts'][number]) => string | number) => counts.map(read)
  await withTenant(db, tenantId, (tx) =>
    sql`
    WITH today AS (
      SELECT ((now() AT TIME ZONE time_zone) - day_starts::interval)::date AS day FROM shop WHERE program_id = ${programId}
    ), given AS (
      SELECT kind, release_id, page_id, node_id,
        CASE WHEN via = ANY(${[...fixedPosters]}::text[]) OR EXISTS (
          SELECT FROM poster p WHERE p.program_id = ${programId} AND p.code = via
        ) OR EXISTS (
          SELECT FROM resource r WHERE r.program_id = ${programId} AND r.kind = 'table' AND 'table:' || r.id = via
        ) THEN via ELSE '' END AS via,
        sum(count) AS count
      FROM unnest(
        ${column(({ kind }) => kind)}::text[], ${column(({ releaseId }) => releaseId)}::uuid[],
        ${column(({ pageId }) => pageId)}::text[], ${column(({ nodeId }) => nodeId)}::text[],
        ${column(({ via }) => via)}::text[], ${column(({ count }) => count)}::bigint[]
      ) AS sums (kind, release_id, page_id, node_id, via, count)
      GROUP BY 1, 2, 3, 4, 5
    ), placed AS (
      SELECT today.day, given.*, known.count IS NULL AS is_new,
        row_number() OVER (PARTITION BY known.count IS NULL ORDER BY given.kind DESC) AS nth
      FROM today CROSS JOIN given
      JOIN release ON release.program_id = ${programId} AND release.id = given.release_id
      LEFT JOIN visit_count known ON known.program_id = ${programId} AND known.day = today.day
        AND (known.kind, known.release_id, known.page_id, known.node_id, known.via)
          = (given.kind, given.release_id, given.page_id, given.node_id, given.via)
    )
    INSERT INTO visit_count AS sum (tenant_id, program_id, day, kind, release_id, page_id, node_id, via, count)
    SELECT ${tenantId}, ${programId}, day, kind, release_id, page_id, node_id, via, count FROM placed
    WHERE NOT is_new OR nth <= ${mostSums} - (
      SELECT count(*) FROM visit_count c WHERE c.program_id = ${programId} AND c.day = placed.day
    )
    -- In one order, so that two processes never wait for each other.
    ORDER BY kind, release_id, page_id, node_id, via
    ON CONFLICT (tenant_id, program_id, day, kind, release_id, page_id, node_id, via)
      DO UPDATE SET count = sum.count + excluded.count`.execute(tx),
  )
}
