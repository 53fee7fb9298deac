/** The points ledger: entries are only ever added, the balance is their sum, and nothing counts twice. */
import { sql } from 'kysely'
import type { WalletEntryKind } from '#platform/db/commerce-tables.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { minorPerUnit } from '#platform/shop/currency.ts'

/** Points for an amount: so many for each whole unit of currency. */
export function pointsFor(amountMinor: number, currency: string, pointsPerUnit: number): number {
  return Math.floor(amountMinor / minorPerUnit(currency)) * pointsPerUnit
}

export interface PointsEntry {
  readonly memberId: string
  readonly kind: WalletEntryKind
  readonly delta: number
  /** What it is for; with `kind` it is unique per member. */
  readonly ref: string
  readonly label: string
}

/** Adds an entry, holding the wallet until the commit. False when this very thing was entered before, or is nothing. */
export async function addPoints({ tx, keys, programId }: ShopTx, entry: PointsEntry): Promise<boolean> {
  if (entry.delta === 0) return false
  const wallet = await tx
    .selectFrom('wallet')
    .selectAll()
    .where('program_id', '=', programId)
    .where('member_id', '=', entry.memberId)
    .where('kind', '=', 'points')
    .forUpdate()
    .executeTakeFirstOrThrow()
  const balance = wallet.balance + entry.delta
  const inserted = await tx
    .insertInto('wallet_entry')
    .values({
      ...keys,
      wallet_id: wallet.id,
      seq: wallet.last_seq + 1,
      kind: entry.kind,
      delta: entry.delta,
      balance_after: balance,
      ref: entry.ref,
      label: entry.label,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'program_id', 'wallet_id', 'kind', 'ref']).doNothing())
    .returning('seq')
    .executeTakeFirst()
  if (!inserted) return false
  // What is taken back was never earned, so a tier cannot be reached by orders that are called off.
  const earned = entry.kind === 'earn' || entry.kind === 'reverse' ? entry.delta : 0
  await tx
    .updateTable('wallet')
    .set({ balance, earned_ever: sql<number>`greatest(earned_ever + ${earned}, 0)`, last_seq: wallet.last_seq + 1 })
    .where('program_id', '=', programId)
    .where('id', '=', wallet.id)
    .execute()
  return true
}

export async function findMemberOf(
  { tx, programId }: ShopTx,
  visitorId: string,
): Promise<{ id: string; name: string } | undefined> {
  return tx
    .selectFrom('member')
    .select(['id', 'name'])
    .where('program_id', '=', programId)
    .where('visitor_id', '=', visitorId)
    .executeTakeFirst()
}
