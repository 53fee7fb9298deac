import type { ShopTx } from '#platform/shop/scope.ts'
import { loadTiers, tierFor } from './tiers.ts'
import type { Tier } from './tiers.ts'

/** The tier of this visitor's card; undefined for those who have none. */
export async function loadTierOf(at: Pick<ShopTx, 'tx' | 'programId'>, visitorId: string): Promise<Tier | undefined> {
  const wallet = await at.tx
    .selectFrom('member')
    .innerJoin('wallet', (join) =>
      join.onRef('wallet.member_id', '=', 'member.id').onRef('wallet.program_id', '=', 'member.program_id'),
    )
    .select('wallet.earned_ever')
    .where('member.program_id', '=', at.programId)
    .where('member.visitor_id', '=', visitorId)
    .where('wallet.kind', '=', 'points')
    .executeTakeFirst()
  return wallet && tierFor(await loadTiers(at), wallet.earned_ever)
}
