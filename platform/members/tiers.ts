import type { LocalText } from '#model/program-spec.ts'
import type { ShopTx } from '#platform/shop/scope.ts'

export interface Tier {
  readonly id: string
  readonly name: LocalText
  readonly fromPoints: number
  readonly discountPercent: number
  readonly perk: LocalText
}

/** Lowest first. */
export async function loadTiers({ tx, programId }: Pick<ShopTx, 'tx' | 'programId'>): Promise<readonly Tier[]> {
  const rows = await tx
    .selectFrom('tier')
    .selectAll()
    .where('program_id', '=', programId)
    .orderBy('from_points')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    fromPoints: row.from_points,
    discountPercent: row.discount_percent,
    perk: row.perk,
  }))
}

/** The highest tier that so many points ever earned reach; undefined below the lowest. */
export function tierFor(tiers: readonly Tier[], pointsEarnedEver: number): Tier | undefined {
  return tiers.findLast((tier) => tier.fromPoints <= pointsEarnedEver)
}
