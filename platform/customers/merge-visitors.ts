/** Two visitors turn out to be one person: everything of one becomes the other's, once, and nothing counts twice. */
import { sql } from 'kysely'
import { mergeShares } from '#platform/flash-sales/take-sales.ts'
import { addEntry, findWallet, lockWallet } from '#platform/members/ledger.ts'
import { loadLots } from '#platform/members/lots.ts'
import { addPoints } from '#platform/members/points.ts'
import { loadShop } from '#platform/shop/load-shop-data.ts'
import type { ShopTx } from '#platform/shop/scope.ts'

/**
 * The caller holds both visitors, so neither writes meanwhile. Follows the order of locks that `scope.ts` names.
 * @param from - nobody's until now; no browser stands for it afterwards
 * @param into - the customer's
 */
export async function mergeVisitors(at: ShopTx, from: string, into: string): Promise<void> {
  await at.tx
    .updateTable('browser')
    .set({ visitor_id: into })
    .where('program_id', '=', at.programId)
    .where('visitor_id', '=', from)
    .execute()
  await moveVia(at, from, into)
  for (const table of ['shop_order', 'quote'] as const)
    await at.tx
      .updateTable(table)
      .set({ visitor_id: into })
      .where('program_id', '=', at.programId)
      .where('visitor_id', '=', from)
      .execute()
  await mergeClaims(at, from, into)
  await mergeShares(at, from, into)
  for (const table of ['payment', 'booking', 'consent', 'form_submission', 'form_attachment'] as const)
    await at.tx
      .updateTable(table)
      .set({ visitor_id: into })
      .where('program_id', '=', at.programId)
      .where('visitor_id', '=', from)
      .execute()
  await mergeTickets(at, from, into)
  await mergeCards(at, from, into)
}

/** Nobody stands in line twice: of two places of one day the person keeps the one taken first. */
async function mergeTickets(at: ShopTx, from: string, into: string): Promise<void> {
  const { tx, programId } = at
  const { rows } = await sql<{ id: string }>`
    UPDATE queue_ticket SET status = 'left', ended_at = now(), version = version + 1
    WHERE program_id = ${programId} AND id IN (
      SELECT id FROM (
        SELECT id, row_number() OVER (PARTITION BY day ORDER BY taken_at, id) AS n FROM queue_ticket
        WHERE program_id = ${programId} AND visitor_id IN (${from}, ${into}) AND status IN ('waiting', 'called')
      ) placed WHERE n > 1
    ) RETURNING id`.execute(tx)
  await tx
    .updateTable('queue_ticket')
    .set({ visitor_id: into })
    .where('program_id', '=', programId)
    .where('visitor_id', '=', from)
    .execute()
  for (const { id } of rows) at.emit('queue', id)
}

/** The poster scanned last brought the person. */
async function moveVia({ tx, programId }: ShopTx, from: string, into: string): Promise<void> {
  await sql`
    UPDATE visitor SET via = other.via, via_at = other.via_at FROM visitor other
    WHERE visitor.program_id = ${programId} AND visitor.id = ${into} AND other.program_id = ${programId}
      AND other.id = ${from} AND other.via_at > coalesce(visitor.via_at, '-infinity')`.execute(tx)
}

/**
 * A person has as many of a coupon as a person gets: those that were used count first, then those claimed first. What is
 * more than that stays behind, where nobody can use it; what the shop gave for something stays theirs. Claims of a coupon take turns, also with this.
 */
async function mergeClaims({ tx, programId }: ShopTx, from: string, into: string): Promise<void> {
  await sql`
    SELECT id FROM coupon WHERE program_id = ${programId} AND id IN (
      SELECT coupon_id FROM coupon_claim WHERE program_id = ${programId} AND visitor_id = ${from}
    ) ORDER BY id FOR UPDATE`.execute(tx)
  await sql`
    WITH placed AS (
      SELECT id, coupon_id, per_person,
        row_number() OVER (PARTITION BY coupon_id ORDER BY status = 'issued', claimed_at, id) <= per_person
          OR given_ref IS NOT NULL AS stays
      FROM coupon_claim WHERE program_id = ${programId} AND visitor_id IN (${from}, ${into}) AND coupon_id IN (
        SELECT coupon_id FROM coupon_claim WHERE program_id = ${programId} AND visitor_id = ${from})
    ), numbered AS (
      SELECT id, stays, row_number() OVER (PARTITION BY coupon_id, stays ORDER BY id) AS n FROM placed
    )
    UPDATE coupon_claim claim SET n = numbered.n,
      visitor_id = CASE WHEN stays THEN ${into}::uuid ELSE ${from}::uuid END,
      per_person = greatest(claim.per_person, numbered.n)
    FROM numbered WHERE claim.program_id = ${programId} AND claim.id = numbered.id`.execute(tx)
}

/** One card remains: the customer's if they had one. The points of the other are moved to it, with what they count for tiers. */
async function mergeCards(at: ShopTx, from: string, into: string): Promise<void> {
  const { tx, programId } = at
  const cards = await tx
    .selectFrom('member')
    .innerJoin('wallet', (join) =>
      join.onRef('wallet.member_id', '=', 'member.id').onRef('wallet.program_id', '=', 'member.program_id'),
    )
    .select(['member.id', 'member.visitor_id', 'wallet.id as walletId', 'wallet.balance', 'wallet.earned_ever'])
    .where('member.program_id', '=', programId)
    .where('member.visitor_id', 'in', [from, into])
    .where('wallet.kind', '=', 'points')
    .orderBy('wallet.id')
    .forUpdate('wallet')
    .execute()
  const moved = cards.find(({ visitor_id }) => visitor_id === from)
  const kept = cards.find(({ visitor_id }) => visitor_id === into)
  if (!moved) return
  at.emit('member', moved.id)
  if (!kept) {
    await tx
      .updateTable('member')
      .set({ visitor_id: into })
      .where('program_id', '=', programId)
      .where('id', '=', moved.id)
      .execute()
    return
  }
  const { name: label } = await loadShop(at)
  const entry = { kind: 'adjust', label } as const
  // Points end when they would have ended.
  const lots = await loadLots(at, moved.walletId)
  await addPoints(at, { ...entry, memberId: moved.id, delta: -moved.balance, ref: `merged:${kept.id}` })
  await addPoints(at, { ...entry, memberId: kept.id, delta: moved.balance, ref: `merged:${moved.id}`, lots })
  await moveStamps(at, moved.id, kept.id)
  for (const { id, earned } of [
    { id: kept.walletId, earned: moved.earned_ever },
    { id: moved.walletId, earned: -moved.earned_ever },
  ])
    await tx
      .updateTable('wallet')
      .set((eb) => ({ earned_ever: eb('earned_ever', '+', earned) }))
      .where('program_id', '=', programId)
      .where('id', '=', id)
      .execute()
  // Kept for its points' history; who it was is on the other card.
  await tx
    .updateTable('member')
    .set({ merged_into: kept.id, name: '', phone: '' })
    .where('program_id', '=', programId)
    .where('id', '=', moved.id)
    .execute()
  at.emit('member', kept.id)
}

/** Two cards that are half full are one; it becomes its reward with the next stamp. */
async function moveStamps(at: ShopTx, from: string, into: string): Promise<void> {
  const moved = await findWallet(at, from, 'stamps')
  if (!moved || (moved.balance === 0 && moved.earned_ever === 0)) return
  const kept = await lockWallet(at, into, 'stamps')
  if (moved.balance !== 0) {
    const entry = { kind: 'adjust', label: '' } as const
    await addEntry(at, moved, { ...entry, delta: -moved.balance, ref: `merged:${into}` })
    await addEntry(at, kept, { ...entry, delta: moved.balance, ref: `merged:${from}` })
  }
  for (const [id, earned] of [
    [kept.id, moved.earned_ever],
    [moved.id, -moved.earned_ever],
  ] as const)
    await at.tx
      .updateTable('wallet')
      .set((eb) => ({ earned_ever: eb('earned_ever', '+', earned) }))
      .where('program_id', '=', at.programId)
      .where('id', '=', id)
      .execute()
}
