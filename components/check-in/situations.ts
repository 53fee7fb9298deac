import { goldCard } from '../membership-card/situations.ts'
import type { BlockSituations, Scene } from '../kit/situations.ts'

/** A rule that any shop may have, for stories and for a shop that has none yet. */
export const sampleRule = { points: 2, streakDays: 7, streakPoints: 20 }

const withRule = ({ shopData: { membership } }: Scene) => ({
  membership: { ...membership, checkIn: membership.checkIn ?? sampleRule },
})

export const situations: BlockSituations = {
  'first-visit': { shopData: withRule, visitor: () => ({ card: null }) },
  'gold-member': { shopData: withRule, visitor: (scene) => ({ card: goldCard(scene) }) },
}
