/** The points ledger: entries are only ever added, the balance is their sum, and nothing counts twice. */
import { loadShop } from '#platform/shop/load-shop-data.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { minorPerUnit } from '#platform/shop/currency.ts'
import { addEntry, findWallet, lockWallet } from './ledger.ts'
import type { LedgerEntry, Wallet } from './ledger.ts'
import { endOfPoints, loadLots, putIn, takeOut } from './lots.ts'
import type { Lot } from './lots.ts'

/** Points for an amount: so many for each whole unit of currency. */
export function pointsFor(amountMinor: number, currency: string, pointsPerUnit: number): number {
  return Math.floor(amountMinor / minorPerUnit(currency)) * pointsPerUnit
}

export interface PointsEntry extends LedgerEntry {
  readonly memberId: string
  /** For what is taken back: the `ref` of what brought it, whose points go first. */
  readonly takesBack?: string
  /** For what comes in: with ends of their own, instead of the shop's usual one. They add up to `delta`. */
  readonly lots?: readonly Lot[]
}

/** Adds an entry, holding the wallet until the commit. False when this very thing was entered before, or is nothing. */
export async function addPoints(at: ShopTx, entry: PointsEntry): Promise<boolean> {
  if (entry.delta === 0) return false
  const wallet = await lockWallet(at, entry.memberId, 'points')
  if (!(await addEntry(at, wallet, entry))) return false
  if (entry.delta < 0) await takeOut(at, wallet.id, -entry.delta, entry.takesBack)
  else {
    const lots = entry.lots ?? [{ points: entry.delta, expiresAt: endOfPoints(await loadShop(at), at.now) }]
    await putIn(at, wallet.id, Math.max(0, -wallet.balance), entry.ref, lots)
  }
  return true
}

/**
 * Spends points, unless fewer are there. What has just ended is not spent any more, also when nobody has written that down
 * yet.
 * @returns false when there are not enough
 */
export async function spendPoints(
  at: ShopTx,
  entry: Omit<PointsEntry, 'kind' | 'delta' | 'lots' | 'takesBack'> & { readonly points: number },
): Promise<boolean> {
  const locked = await lockWallet(at, entry.memberId, 'points')
  await expireLots(at, locked)
  const wallet = await lockWallet(at, entry.memberId, 'points')
  if (wallet.balance < entry.points) return false
  await addPoints(at, { ...entry, kind: 'redeem', delta: -entry.points })
  return true
}

/**
 * What the shop's people add or take by hand.
 * @param actor - `user:<id>`
 * @throws ShopRefusal `not-found`; `amount-out-of-range` for more than there are
 */
export async function adjustPoints(
  at: ShopTx,
  memberId: string,
  { delta, reason, requestId }: { readonly delta: number; readonly reason: string; readonly requestId: string },
  actor: string,
): Promise<void> {
  const wallet = await findWallet(at, memberId, 'points')
  if (!wallet) throw new ShopRefusal('not-found', 'There is no such member', [memberId])
  await expireLots(at, wallet)
  const { balance } = await lockWallet(at, memberId, 'points')
  if (delta < 0 && balance < -delta)
    throw new ShopRefusal('amount-out-of-range', `There are ${balance} points`, [memberId])
  await addPoints(at, { memberId, kind: 'adjust', delta, ref: `by-hand:${requestId}`, label: reason, actor })
  at.emit('member', memberId)
}

/**
 * The end of a lot: what is left of it goes, with an entry that says so. Done again, nothing more happens.
 * @param lotId - the lot whose time has come; others of its wallet that are over go with it
 */
export async function expirePoints(at: ShopTx, lotId: string): Promise<void> {
  const lot = await at.tx
    .selectFrom('wallet_lot')
    .innerJoin('wallet', (join) =>
      join.onRef('wallet.id', '=', 'wallet_lot.wallet_id').onRef('wallet.program_id', '=', 'wallet_lot.program_id'),
    )
    .select('wallet.member_id')
    .where('wallet_lot.program_id', '=', at.programId)
    .where('wallet_lot.id', '=', lotId)
    .executeTakeFirst()
  if (!lot) return
  const wallet = await lockWallet(at, lot.member_id, 'points')
  if (await expireLots(at, wallet)) at.emit('member', lot.member_id)
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

/** @returns false when nothing is over */
async function expireLots(at: ShopTx, locked: Wallet): Promise<boolean> {
  const over = (await loadLots(at, locked.id)).filter(
    ({ expiresAt }) => expiresAt !== null && expiresAt.getTime() <= at.now.epochMilliseconds,
  )
  let wallet = locked
  for (const { id, points } of over) {
    const entry = { kind: 'expire', delta: -points, ref: `lot:${id}`, label: '' } as const
    wallet = (await addEntry(at, wallet, entry)) ?? wallet
    await at.tx
      .updateTable('wallet_lot')
      .set({ remaining: 0 })
      .where('program_id', '=', at.programId)
      .where('id', '=', id)
      .execute()
  }
  return over.length > 0
}
