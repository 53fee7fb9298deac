import type { Membership } from '#model/shop/members.ts'
import type { Member } from '#platform/contract/merchant.ts'
import type { ShopLanguage } from '#platform/catalogue/present.ts'
import { loadWallet } from '#platform/coupons/load-coupons.ts'
import type { ShopTx } from '#platform/shop/scope.ts'
import { loadCheckIn } from './check-in.ts'
import { loadLots } from './lots.ts'
import type { Lot } from './lots.ts'
import { loadTiers, tierFor } from './tiers.ts'

type At = Pick<ShopTx, 'tx' | 'programId'>

const shownEntries = 20

/** The visitor's own card, or null. */
export async function loadCard(
  at: At & Pick<ShopTx, 'now'>,
  visitorId: string,
  language: ShopLanguage,
): Promise<Membership | null> {
  const [row] = await memberRows(at).where('member.visitor_id', '=', visitorId).execute()
  if (!row) return null
  const tiers = await loadTiers(at)
  const coupons = await loadWallet(at, visitorId, language)
  const standing = await loadStanding(at, row.id, row.walletId)
  const checkIn = await loadCheckIn(at, row.id)
  return {
    cardNo: row.card_no,
    name: row.name,
    tierId: tierFor(tiers, row.earned_ever)?.id ?? '',
    pointsBalance: row.balance,
    pointsEarnedEver: row.earned_ever,
    joinedAtIso: row.joined_at.toISOString(),
    ...standing,
    ...(checkIn && { checkIn }),
    coupons: coupons
      .filter(({ state }) => state === 'ready' || state === 'expired')
      .map(({ id, title, expiresAtIso }) => ({ id, title, expiresAtIso })),
    history: await loadHistory(at, row.walletId),
  }
}

/** For the counter: one of them, with what stands on the card. */
export async function findMember(at: At, language: ShopLanguage, memberId: string): Promise<Member | undefined> {
  const [member] = await loadMembers(at, language, memberId)
  const [row] = member ? await memberRows(at).where('member.id', '=', memberId).execute() : []
  return member && row && { ...member, ...(await loadStanding(at, memberId, row.walletId)) }
}

/**
 * For the counter: newest first, without their histories.
 * @param only - this one alone
 */
export async function loadMembers(at: At, language: ShopLanguage, only?: string): Promise<Member[]> {
  const rows = await memberRows(at)
    .$if(only !== undefined, (query) => query.where('member.id', '=', only ?? ''))
    .orderBy('member.joined_at', 'desc')
    .limit(1000)
    .execute()
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

/** What stands on the card beside the points: stamps, and the points that end next. */
async function loadStanding(
  at: At,
  memberId: string,
  walletId: string,
): Promise<Pick<Membership, 'stamps' | 'endingNext'>> {
  const stamps = await countStamps(at, memberId)
  const endingNext = endOf(await loadLots(at, walletId))
  return { ...(stamps !== undefined && { stamps }), ...(endingNext && { endingNext }) }
}

/** Undefined for who never had one. */
async function countStamps({ tx, programId }: At, memberId: string): Promise<number | undefined> {
  const wallet = await tx
    .selectFrom('wallet')
    .select('balance')
    .where('program_id', '=', programId)
    .where('member_id', '=', memberId)
    .where('kind', '=', 'stamps')
    .executeTakeFirst()
  return wallet?.balance
}

/** The points that end at the earliest moment at which any do. */
function endOf(lots: readonly Lot[]): Membership['endingNext'] {
  const end = lots[0]?.expiresAt
  if (!end) return undefined
  const together = lots.filter(({ expiresAt }) => expiresAt?.getTime() === end.getTime())
  return { points: together.reduce((sum, { points }) => sum + points, 0), atIso: end.toISOString() }
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
    .where('member.erased_at', 'is', null)
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
