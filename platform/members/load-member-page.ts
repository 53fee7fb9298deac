import { sql } from 'kysely'
import type { MemberPage } from '#platform/contract/members.ts'
import { loadOwnBookings } from '#platform/bookings/load-bookings.ts'
import type { ShopLanguage } from '#platform/catalogue/present.ts'
import { loadWallet } from '#platform/coupons/load-coupons.ts'
import { loadSubmissionsOf } from '#platform/forms/load-submissions.ts'
import { loadOrders, presentToCustomer } from '#platform/orders/load-orders.ts'
import { isId } from '#platform/shop/scope.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { findMember } from './load-members.ts'

const shown = 50

/** All that a member did in this shop, newest first. Undefined when there is no such member. */
export async function loadMemberPage(
  at: ShopTx,
  memberId: string,
  language: ShopLanguage,
): Promise<MemberPage | undefined> {
  if (!isId(memberId)) return undefined
  const member = await findMember(at, language, memberId)
  if (!member) return undefined
  const { visitor_id: visitorId } = await at.tx
    .selectFrom('member')
    .select('visitor_id')
    .where('program_id', '=', at.programId)
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow()
  const orders = await loadOrders(at, (query) =>
    query
      .where('shop_order.visitor_id', '=', visitorId)
      .where('shop_order.number', 'is not', null)
      .orderBy('shop_order.created_at', 'desc')
      .limit(shown),
  )
  return {
    member,
    points: await loadEntries(at, memberId),
    orders: orders.map(({ receipt: _receipt, ...order }) => presentToCustomer(order, '')),
    bookings: await loadOwnBookings(at, language, visitorId),
    coupons: (await loadWallet(at, visitorId, language)).slice(0, shown),
    forms: await loadSubmissionsOf(at, visitorId, shown),
  }
}

async function loadEntries({ tx, programId }: ShopTx, memberId: string): Promise<MemberPage['points']> {
  const rows = await tx
    .selectFrom('wallet_entry as e')
    .innerJoin('wallet', (join) =>
      join.onRef('wallet.id', '=', 'e.wallet_id').onRef('wallet.program_id', '=', 'e.program_id'),
    )
    .leftJoin('user', (join) => join.on(sql<boolean>`'user:' || "user".id = e.actor`))
    .select(['e.at', 'e.delta', 'e.kind', 'e.label', 'e.balance_after', 'user.name as by'])
    .where('e.program_id', '=', programId)
    .where('wallet.member_id', '=', memberId)
    .where('wallet.kind', '=', 'points')
    .orderBy('e.seq', 'desc')
    .limit(shown)
    .execute()
  return rows.map(({ at, delta, kind, label, balance_after: balanceAfter, by }) => ({
    atIso: at.toISOString(),
    delta,
    kind,
    label,
    balanceAfter,
    by,
  }))
}
