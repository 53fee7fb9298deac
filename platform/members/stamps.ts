/** Stamps: one with a paid order or from the counter's hand; a full card becomes a coupon. */
import { sql } from 'kysely'
import { giveCoupon } from '#platform/coupons/claims.ts'
import type { ShopOrderTable } from '#platform/db/commerce-tables.ts'
import { loadShop } from '#platform/shop/load-shop-data.ts'
import type { ShopRow } from '#platform/shop/load-shop-data.ts'
import { ShopRefusal } from '#platform/shop/refusal.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import type { Selectable } from 'kysely'
import { addEntry, findWallet, lockWallet } from './ledger.ts'
import type { LedgerEntry, Wallet } from './ledger.ts'

type StampedOrder = Pick<Selectable<ShopOrderTable>, 'id' | 'total_minor'>

/** The stamp of a paid order, once, where the shop gives one for it. */
export async function stampForOrder(at: ShopTx, memberId: string, order: StampedOrder): Promise<void> {
  const shop = await loadShop(at)
  if (!shop.stamps_by_order || order.total_minor < shop.stamps_min_minor || order.total_minor === 0) return
  const entry = { kind: 'earn', delta: 1, ref: `order:${order.id}`, label: shop.name } as const
  await stamp(at, memberId, shop, entry)
}

/** The order was called off, or all its money went back: its stamp goes, also when the card became a reward meanwhile. */
export async function takeStampBack(at: ShopTx, memberId: string, orderId: string): Promise<void> {
  // Perhaps on a card that became part of this one.
  const { count } = await at.tx
    .selectFrom('wallet_entry')
    .innerJoin('wallet', (join) =>
      join.onRef('wallet.id', '=', 'wallet_entry.wallet_id').onRef('wallet.program_id', '=', 'wallet_entry.program_id'),
    )
    .select(sql<number>`count(*)::int`.as('count'))
    .where('wallet_entry.program_id', '=', at.programId)
    .where('wallet.kind', '=', 'stamps')
    .where('wallet_entry.kind', '=', 'earn')
    .where('wallet_entry.ref', '=', `order:${orderId}`)
    .executeTakeFirstOrThrow()
  if (count === 0) return
  const { name: label } = await loadShop(at)
  const wallet = await lockWallet(at, memberId, 'stamps')
  await addEntry(at, wallet, { kind: 'reverse', delta: -1, ref: `order:${orderId}`, label })
  at.emit('member', memberId)
}

/**
 * Stamps from the counter's hand, or taken back by it.
 * @param actor - `user:<id>`
 * @throws ShopRefusal `conflict` where the shop has no stamp card; `not-found`; `amount-out-of-range` for more than there are
 */
export async function stampByHand(
  at: ShopTx,
  memberId: string,
  { delta, requestId }: { readonly delta: number; readonly requestId: string },
  actor: string,
): Promise<void> {
  const shop = await loadShop(at)
  if (shop.stamps_needed === null) throw new ShopRefusal('conflict', 'The shop has no stamp card')
  const points = await findWallet(at, memberId, 'points')
  if (!points) throw new ShopRefusal('not-found', 'There is no such member', [memberId])
  const { balance } = await lockWallet(at, memberId, 'stamps')
  if (delta < 0 && balance < -delta)
    throw new ShopRefusal('amount-out-of-range', `There are ${balance} stamps`, [memberId])
  await stamp(at, memberId, shop, { kind: 'adjust', delta, ref: `by-hand:${requestId}`, label: '', actor })
}

/** Adds to the card, and turns each one that is full into its reward; where none is left to give, it stays full. */
async function stamp(at: ShopTx, memberId: string, shop: ShopRow, entry: LedgerEntry): Promise<void> {
  const { stamps_needed: needed, stamps_coupon_id: couponId } = shop
  if (needed === null || couponId === null) return
  let wallet: Wallet | undefined = await addEntry(at, await lockWallet(at, memberId, 'stamps'), entry)
  if (!wallet) return
  const { visitor_id: visitorId } = await at.tx
    .selectFrom('member')
    .select('visitor_id')
    .where('program_id', '=', at.programId)
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow()
  while (wallet && wallet.balance >= needed) {
    const ref = `stamps:${wallet.id}:${wallet.last_seq + 1}`
    if (!(await giveCoupon(at, visitorId, couponId, ref))) break
    wallet = await addEntry(at, wallet, { kind: 'redeem', delta: -needed, ref, label: '' })
  }
  at.emit('member', memberId)
}
