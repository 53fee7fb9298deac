import type { Words } from '#editor/words/use-words.ts'
import type { CouponDefinition, MerchantGain } from '#platform/contract/coupons.ts'

/** How things are named where the sentence is read. */
export interface SentenceWorld {
  readonly words: Words['coupons']
  readonly money: (amountMinor: number) => string
  readonly dishName: (dishId: string) => string | undefined
  readonly tierName: (tierId: string) => string | undefined
  /** A moment on the shop's wall. */
  readonly when: (iso: string) => string
}

/** What a coupon does, in whole sentences, so that nobody has to put the fields together in their head. */
export function couponSentence(coupon: CouponDefinition, world: SentenceWorld): string {
  const { sentence } = world.words
  const { goodForDays, startsAtIso, endsAtIso, addsToMemberPrice } = coupon
  const dates = () => {
    if (startsAtIso !== null && endsAtIso !== null)
      return sentence.between(world.when(startsAtIso), world.when(endsAtIso))
    if (startsAtIso !== null) return sentence.from(world.when(startsAtIso))
    return endsAtIso === null ? '' : sentence.until(world.when(endsAtIso))
  }
  return [
    gainSentence(coupon, world),
    audienceSentence(coupon, world),
    goodForDays === null ? '' : sentence.goodFor(goodForDays),
    dates(),
    addsToMemberPrice ? '' : sentence.instead,
  ]
    .filter(Boolean)
    .join(sentence.join)
}

/** A name for a coupon that was given none. */
export function suggestedTitle(
  gain: MerchantGain,
  { words, money, dishName }: Pick<SentenceWorld, 'words' | 'money' | 'dishName'>,
): string {
  if (gain.kind === 'amount') return words.suggested.amount(money(gain.amountMinor))
  if (gain.kind === 'percent') return words.suggested.percent(gain.percent)
  return words.suggested.item(dishName(gain.dishId) ?? words.sentence.aDish)
}

function gainSentence({ gain, minSpendMinor }: CouponDefinition, { words, money, dishName }: SentenceWorld): string {
  const { sentence } = words
  const from = minSpendMinor > 0 ? money(minSpendMinor) : null
  if (gain.kind === 'amount') return sentence.amount(money(gain.amountMinor), from)
  if (gain.kind === 'percent')
    return sentence.percent(gain.percent, gain.mostMinor === null ? null : money(gain.mostMinor), from)
  return sentence.item(dishName(gain.dishId) ?? sentence.aDish, from)
}

function audienceSentence(
  { audience, tierId, perPerson, totalLimit, hadBy, pointsPrice }: CouponDefinition,
  { words: { sentence }, tierName }: SentenceWorld,
): string {
  const all = totalLimit === null ? sentence.noTotal : sentence.total(String(totalLimit))
  if (hadBy === 'gift') return sentence.gift + all
  if (hadBy === 'points' && audience !== 'tier') return sentence.reward(pointsPrice ?? 0, perPerson) + all
  const who =
    audience === 'tier'
      ? sentence.tier((tierId !== null && tierName(tierId)) || sentence.aTier, perPerson)
      : sentence[audience](perPerson)
  return who + (pointsPrice === null ? '' : sentence.forPoints(pointsPrice)) + all
}
