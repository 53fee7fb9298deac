import { sql } from 'kysely'
import type { Visit, VisitInput } from '../contract/history.ts'
import type { ShopTx } from '../shop/scope.ts'

/** Who was away for longer than this is on another visit. */
const awayMinutes = 15

/**
 * Notes that a person looks at a program, whose newest update is `head`. What they compare with moves on when they come back
 * after a while, or have caught up; loading the page again does not take it away.
 */
export async function noteVisit(
  { tx, tenantId, programId }: ShopTx,
  userId: string,
  head: number,
  input: VisitInput,
): Promise<Visit> {
  const [arriving, caughtUp] = [input.arriving === true, input.caughtUp === true]
  const { rows } = await sql<{ since_seq: string | null; since_ms: string | null }>`
    INSERT INTO program_visit AS visit (tenant_id, program_id, user_id, seq)
    VALUES (${tenantId}, ${programId}, ${userId}, ${head})
    ON CONFLICT (tenant_id, program_id, user_id) DO UPDATE SET
      seq = greatest(visit.seq, excluded.seq),
      at = now(),
      since_seq = CASE
        WHEN ${caughtUp} THEN NULL
        WHEN ${arriving} AND (visit.since_seq IS NULL OR visit.at < now() - make_interval(mins => ${awayMinutes})) THEN visit.seq
        ELSE visit.since_seq END,
      since_at = CASE
        WHEN ${caughtUp} THEN NULL
        WHEN ${arriving} AND (visit.since_seq IS NULL OR visit.at < now() - make_interval(mins => ${awayMinutes})) THEN visit.at
        ELSE visit.since_at END
    RETURNING since_seq, floor(extract(epoch FROM since_at) * 1000) AS since_ms`.execute(tx)
  const [row] = rows
  if (!row || row.since_seq === null || Number(row.since_seq) >= head) return { since: null }
  return { since: { seq: Number(row.since_seq), atMs: Number(row.since_ms) } }
}
