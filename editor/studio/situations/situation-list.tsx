import { Clock3, CreditCard, Crown, Flame, PackageX, Signal, Sparkles, Store, TicketX } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SituationId } from '#components/kit/situations.ts'

/** The picture of each situation in strip and menu. */
export const situationIcons: { readonly [Id in SituationId]: ReactNode } = {
  now: <Store size={16} aria-hidden />,
  'lunch-rush': <Flame size={16} aria-hidden />,
  'sold-out': <PackageX size={16} aria-hidden />,
  closed: <Clock3 size={16} aria-hidden />,
  'first-visit': <Sparkles size={16} aria-hidden />,
  'gold-member': <Crown size={16} aria-hidden />,
  'coupon-expired': <TicketX size={16} aria-hidden />,
  'payment-failed': <CreditCard size={16} aria-hidden />,
  'slow-network': <Signal size={16} aria-hidden />,
}
