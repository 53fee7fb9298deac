import type { Dish, DishVariant, Menu, SaleOffer } from '#model/shop/catalogue.ts'

export interface Offer {
  readonly dish: Dish
  readonly variant: DishVariant
  readonly sale: SaleOffer
}

/** Offers that begin, or end, at the same moment. */
export interface Round {
  readonly kind: 'now' | 'soon'
  /** When it ends, or begins. */
  readonly turnsAtIso: string
  readonly offers: readonly Offer[]
}

/**
 * What is on sale at this moment by the page's own clock, that which ends first first; then what is announced. The server
 * said what is so when it answered: an end that passed since counts, a beginning waits for its word.
 */
export function roundsOf(menu: Menu, nowMs: number, announced: boolean): readonly Round[] {
  const rounds = new Map<string, Offer[]>()
  for (const dish of menu.dishes)
    for (const variant of dish.variants) {
      const { sale } = variant
      if (!sale || Date.parse(sale.endsAtIso) <= nowMs || (sale.state === 'soon' && !announced)) continue
      const key = sale.state === 'soon' ? `soon ${sale.startsAtIso}` : `now ${sale.endsAtIso}`
      rounds.set(key, [...(rounds.get(key) ?? []), { dish, variant, sale }])
    }
  return [...rounds]
    .map(([key, offers]): Round => {
      const [kind = '', turnsAtIso = ''] = key.split(' ')
      return { kind: kind === 'now' ? 'now' : 'soon', turnsAtIso, offers: goneLast(offers) }
    })
    .toSorted((a, b) => rank(a) - rank(b) || Date.parse(a.turnsAtIso) - Date.parse(b.turnsAtIso))
}

const rank = ({ kind }: Round) => (kind === 'now' ? 0 : 1)
const goneLast = (offers: readonly Offer[]) =>
  offers.toSorted((a, b) => Number(a.sale.state === 'gone') - Number(b.sale.state === 'gone'))
