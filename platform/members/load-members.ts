import type { Membership } from '#model/shop/members.ts'
import type { Member } from '#platform/contract/merchant.ts'
import type { ShopLanguage } from '#platform/catalogue/present.ts'
import { loadWallet } from '#platform/coupons/load-coupons.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { loadTiers, tierFor } from './tiers.ts'

type At = Pick<ShopTx, 'tx' | 'programId'>

const shownEntries = 20

/** The visitor's own card, or null. */
export async function loadCard(at: At, visitorId: string, language: ShopLanguage): Promise<Membership | null> {
  const [row] = await memberRows(at).where('member.visitor_id', '=', visitorId).execute()
  if (!row) return null
  const tiers = await loadTiers(at)
  const coupons = await loadWallet(at, visitorId, language)
  return {
    cardNo: row.card_no,
    name: row.name,
    tierId: tierFor(tiers, row.earned_ever)?.id ?? '',
    pointsBalance: row.balance,
    pointsEarnedEver: row.earned_ever,
    joinedAtIso: row.joined_at.toISOString(),
    coupons: coupons
      .filter(({ state }) => state === 'ready' || state === 'expired')
      .map(({ id, title, expiresAtIso }) => ({ id, title, expiresAtIso })),
    history: await loadHistory(at, row.walletId),
  }
}

/** For the counter: newest first, without their histories. */
export async function loadMembers(at: At, language: ShopLanguage): Promise<Member[]> {
  const rows = await memberRows(at).orderBy('member.joined_at', 'desc').limit(1000).execute()
  const tiers = await loadTiers(at)
  return rows.map((row) => {
    const tier = tierFor(tiers, row.earned_ever)
    return {
      id: row.id,
      cardNo: row.card_no,
      name: row.name,
      phone: row.phone,
      tierId: tier?.id ?? '',
      tierName: tier?.name[language] ?? '',
      pointsBalance: row.balance,
      pointsEarnedEver: row.earned_ever,
      joinedAtIso: row.joined_at.toISOString(),
      history: [],
    }
  })
}

function memberRows({ tx, programId }: At) {
  return tx
    .selectFrom('member')
    .innerJoin('wallet', (join) =>
      join
        .onRef('wallet.member_id', '=', 'member.id')
        .onRef('wallet.program_id', '=', 'member.program_id')
        .on('wallet.kind', '=', 'points'),
    )
    .selectAll('member')
    .select(['wallet.id as walletId', 'wallet.balance', 'wallet.earned_ever'])
    .where('member.program_id', '=', programId)
    .where('member.merged_into', 'is', null)
}

async function loadHistory({ tx, programId }: At, walletId: string): Promise<Membership['history']> {
  const entries = await tx
    .selectFrom('wallet_entry')
    .select(['at', 'delta', 'kind', 'label'])
    .where('program_id', '=', programId)
    .where('wallet_id', '=', walletId)
    .orderBy('seq', 'desc')
    .limit(shownEntries)
    .execute()
  return entries.map(({ at: when, delta, kind, label }) => ({ atIso: when.toISOString(), delta, kind, label }))
}
