import { useLanguage, useWords } from '#editor/words/use-words.ts'
import { formatMoney } from '#components/kit/money.ts'
import { dayIn, dayText, timeText } from '#components/kit/shop-time.ts'
import type { MembershipProgramme } from '#model/shop/members.ts'
import { useCatalogue, useMembership } from '../queries.ts'
import type { SentenceWorld } from '../rules/coupon-sentence.ts'
import { useShop } from '../shop-context.ts'

export interface CouponWorld extends SentenceWorld {
  readonly dishes: readonly { readonly id: string; readonly name: string }[]
  readonly tiers: MembershipProgramme['tiers']
}

/** What coupons are about, by its name; dishes and tiers as soon as they have arrived. */
export function useCouponWorld(): CouponWorld {
  const { coupons: words } = useWords()
  const language = useLanguage()
  const { program, settings } = useShop()
  const catalogue = useCatalogue(program.id)
  const membership = useMembership(program.id)
  const { timeZone, currency } = settings
  const dishes =
    catalogue.status === 'ready'
      ? catalogue.value.dishes.map(({ id, name }) => ({ id, name: name[program.language] }))
      : []
  const tiers = membership.status === 'ready' ? membership.value.tiers : []
  return {
    words,
    dishes,
    tiers,
    money: (amountMinor) => formatMoney(amountMinor, currency, language),
    dishName: (dishId) => dishes.find(({ id }) => id === dishId)?.name,
    tierName: (tierId) => tiers.find(({ id }) => id === tierId)?.name,
    when: (iso) => `${dayText(dayIn(timeZone, Date.parse(iso)), language)} ${timeText(iso, timeZone)}`,
  }
}
