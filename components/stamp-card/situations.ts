import type { MembershipProgramme } from '#model/shop/members.ts'
import { goldCard } from '../membership-card/situations.ts'
import { sampleRewards } from '../points-rewards/situations.ts'
import type { BlockSituations, Scene } from '../kit/situations.ts'

/** A card that any shop may have, for stories and for a shop that has none yet. */
export function sampleStampCard({ language }: Pick<Scene, 'language'>): NonNullable<MembershipProgramme['stampCard']> {
  const [drink] = sampleRewards({ language })
  if (!drink) throw new Error('There is no sample of a reward')
  const { pricePoints: _price, ...reward } = drink
  return { needed: 8, byOrderFromMinor: 3000, reward }
}

const withCard = (scene: Scene) => {
  const { membership } = scene.shopData
  return { membership: { ...membership, stampCard: membership.stampCard ?? sampleStampCard(scene) } }
}

export const situations: BlockSituations = {
  'first-visit': { shopData: withCard, visitor: () => ({ card: null }) },
  'gold-member': { shopData: withCard, visitor: (scene) => ({ card: goldCard(scene) }) },
}
