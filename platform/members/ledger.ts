/** What a member has of something, points or stamps: entries are only ever added, and the balance is their sum. */
import { sql } from 'kysely'
import type { WalletEntryKind, WalletTable } from '#platform/db/commerce-tables.ts'
import { uuidv7 } from '#platform/db/uuidv7.ts'
import { isId } from '#platform/shop/scope.ts'
import type { ShopTx } from '#platform/shop/scope.ts'

export interface LedgerEntry {
  readonly kind: WalletEntryKind
  readonly delta: number
  /** What it is for; with `kind` it is unique per wallet. */
  readonly ref: string
  readonly label: string
  /** `user:<id>` of whoever did it by hand. */
  readonly actor?: string
}

export type Wallet = NonNullable<Awaited<ReturnType<typeof findWallet>>>

/** Held until the commit. Undefined for what is no member of this shop, or has nothing of this kind yet. */
export async function findWallet({ tx, programId }: ShopTx, memberId: string, kind: WalletTable['kind']) {
  if (!isId(memberId)) return undefined
  return tx
    .selectFrom('wallet')
    .selectAll()
    .where('program_id', '=', programId)
    .where('member_id', '=', memberId)
    .where('kind', '=', kind)
    .forUpdate()
    .executeTakeFirst()
}

/** Likewise of a member, with nothing in it where there was none. */
export async function lockWallet(at: ShopTx, memberId: string, kind: WalletTable['kind']): Promise<Wallet> {
  const known = await findWallet(at, memberId, kind)
  if (known) return known
  await at.tx
    .insertInto('wallet')
    .values({ ...at.keys, id: uuidv7(), member_id: memberId, kind })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'program_id', 'member_id', 'kind']).doNothing())
    .execute()
  const made = await findWallet(at, memberId, kind)
  if (!made) throw new Error(`Member ${memberId} has no wallet`)
  return made
}

/**
 * Adds an entry and changes the balance; what becomes of lots is the caller's.
 * @param wallet - as it was locked
 * @returns the wallet as it is now; undefined when this very thing was entered before
 */
export async function addEntry(
  { tx, keys, programId }: ShopTx,
  wallet: Wallet,
  { kind, delta, ref, label, actor }: LedgerEntry,
): Promise<Wallet | undefined> {
  const balance = wallet.balance + delta
  const seq = wallet.last_seq + 1
  const inserted = await tx
    .insertInto('wallet_entry')
    .values({
      ...keys,
      wallet_id: wallet.id,
      seq,
      kind,
      delta,
      balance_after: balance,
      ref,
      label,
      ...(actor !== undefined && { actor }),
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'program_id', 'wallet_id', 'kind', 'ref']).doNothing())
    .returning('seq')
    .executeTakeFirst()
  if (!inserted) return undefined
  // What is taken back was never earned, so a tier cannot be reached by orders that are called off.
  const earned = kind === 'earn' || kind === 'reverse' ? delta : 0
  return tx
    .updateTable('wallet')
    .set({ balance, earned_ever: sql<number>`greatest(earned_ever + ${earned}, 0)`, last_seq: seq })
    .where('program_id', '=', programId)
    .where('id', '=', wallet.id)
    .returningAll()
    .executeTakeFirstOrThrow()
}
