import { sql } from 'kysely'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import { isId } from '#platform/shop/scope.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { addEntry, findWallet } from './ledger.ts'
import { addPoints } from './points.ts'

/**
 * Forgets a person: name, numbers, notes and forms are gone, points and coupons end, their devices are strangers. Orders,
 * payments and receipts stay, as the books need them, of nobody.
 * @param actor - `user:<id>`
 * @throws ShopRefusal `not-found`; `conflict` while an order or a booking is under way, which needs to know who it is for
 */
export async function eraseMember(at: ShopTx, memberId: string, actor: string): Promise<void> {
  const visitorId = await holdPerson(at, memberId)
  await requireNothingUnderWay(at, visitorId)
  await endHoldings(at, memberId, visitorId, actor)
  await forgetWords(at, visitorId)
  await at.tx
    .updateTable('member')
    .set({ name: '', phone: '', erased_at: sql<Date>`now()` })
    .where('program_id', '=', at.programId)
    .where('id', '=', memberId)
    .execute()
  at.emit('member', memberId)
}

/** No device of theirs writes meanwhile, and nobody signs in as them. */
async function holdPerson(at: ShopTx, memberId: string): Promise<string> {
  const { tx, programId } = at
  const visitorId = await requireVisitor(at, memberId)
  const theirs = sql`program_id = ${programId} AND visitor_id = ${visitorId}`
  await sql`SELECT FROM browser WHERE ${theirs} ORDER BY id FOR UPDATE`.execute(tx)
  await sql`SELECT FROM visitor WHERE program_id = ${programId} AND id = ${visitorId} FOR UPDATE`.execute(tx)
  // Somebody else may have been faster while this waited.
  await requireVisitor(at, memberId)
  return visitorId
}

async function requireVisitor({ tx, programId }: ShopTx, memberId: string): Promise<string> {
  const row = isId(memberId)
    ? await tx
        .selectFrom('member')
        .select('visitor_id')
        .where('program_id', '=', programId)
        .where('id', '=', memberId)
        .where('merged_into', 'is', null)
        .where('erased_at', 'is', null)
        .executeTakeFirst()
    : undefined
  if (!row) throw new ShopRefusal('not-found', 'There is no such member', [memberId])
  return row.visitor_id
}

async function requireNothingUnderWay({ tx, programId }: ShopTx, visitorId: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM shop_order WHERE program_id = ${programId} AND visitor_id = ${visitorId}
      AND status NOT IN ('completed', 'rejected', 'cancelled', 'expired')
    UNION ALL
    SELECT booking_id FROM booking_resource r JOIN booking b ON b.program_id = r.program_id AND b.id = r.booking_id
    WHERE r.program_id = ${programId} AND r.active AND b.visitor_id = ${visitorId} LIMIT 1`.execute(tx)
  if (rows[0]) throw new ShopRefusal('conflict', 'An order or a booking is under way', [rows[0].id])
}

/** Nothing is left to be spent, and the ledger says why. */
async function endHoldings(at: ShopTx, memberId: string, visitorId: string, actor: string): Promise<void> {
  await sql`
    UPDATE coupon_claim SET expires_at = now()
    WHERE program_id = ${at.programId} AND visitor_id = ${visitorId} AND status = 'issued'
      AND (expires_at IS NULL OR expires_at > now())`.execute(at.tx)
  const ends = { kind: 'adjust', ref: 'erased', label: '', actor } as const
  const points = await findWallet(at, memberId, 'points')
  if (points) await addPoints(at, { ...ends, memberId, delta: -points.balance, lots: [] })
  const stamps = await findWallet(at, memberId, 'stamps')
  if (stamps && stamps.balance !== 0) await addEntry(at, stamps, { ...ends, delta: -stamps.balance })
}

/** An order that was delivered keeps that it was, and to which zone. */
const nowhere = JSON.stringify({ name: '', phone: '', area: '', address: '' })

async function forgetWords({ tx, programId }: ShopTx, visitorId: string): Promise<void> {
  const theirs = sql`program_id = ${programId} AND visitor_id = ${visitorId}`
  await sql`
    UPDATE shop_order SET contact_phone = NULL, deliver_to = CASE WHEN deliver_to IS NOT NULL THEN ${nowhere}::jsonb END
    WHERE ${theirs}`.execute(tx)
  await sql`
    UPDATE order_line SET note = '' WHERE program_id = ${programId} AND note <> ''
      AND order_id IN (SELECT id FROM shop_order WHERE ${theirs})`.execute(tx)
  await sql`UPDATE payment SET note = '' WHERE ${theirs}`.execute(tx)
  await sql`UPDATE booking SET contact_name = '', contact_phone = '', note = '' WHERE ${theirs}`.execute(tx)
  await sql`UPDATE queue_ticket SET name = '' WHERE ${theirs}`.execute(tx)
  await sql`DELETE FROM form_attachment WHERE ${theirs}`.execute(tx)
  await sql`DELETE FROM form_submission WHERE ${theirs}`.execute(tx)
  await sql`UPDATE quote SET request = '{}', lines = '[]' WHERE ${theirs}`.execute(tx)
  // Proof that they had agreed, until now.
  await sql`UPDATE consent SET withdrawn_at = now() WHERE ${theirs} AND withdrawn_at IS NULL`.execute(tx)
  await sql`DELETE FROM browser WHERE ${theirs}`.execute(tx)
  await sql`UPDATE visitor SET customer_id = NULL, via = NULL WHERE program_id = ${programId} AND id = ${visitorId}`.execute(
    tx,
  )
}
