import type { Dish, Menu } from '#model/shop/catalogue.ts'
import { type BlockSituations, refuse, type Scene } from '../kit/situations.ts'

/** Every other dish comes back when the shop opens next, the others when it says so. */
function soldOut(dishes: readonly Dish[], backIso: string | null): Dish[] {
  return dishes.map((dish, index) => ({ ...dish, soldOut: { untilIso: index % 2 ? null : backIso } }))
}

const menuWith = ({ shopData }: Scene, change: (dishes: readonly Dish[]) => Dish[]): { readonly menu: Menu } => ({
  menu: { ...shopData.menu, dishes: change(shopData.menu.dishes) },
})

const tomorrow = ({ nowMs }: Scene) => new Date(nowMs + 86_400_000).toISOString()

export const situations: BlockSituations = {
  'lunch-rush': {
    // What everybody orders goes first.
    shopData: (scene) =>
      menuWith(scene, (dishes) =>
        dishes.map((dish, index) => (index % 4 ? dish : { ...dish, soldOut: { untilIso: tomorrow(scene) } })),
      ),
  },
  'sold-out': { shopData: (scene) => menuWith(scene, (dishes) => soldOut(dishes, tomorrow(scene))) },
  'gold-member': {
    answers: ({ shopData }, real) => ({
      async quote(request) {
        const answer = await real.quote(request)
        if (!answer.ok) return answer
        const percent = Math.max(0, ...shopData.membership.tiers.map((tier) => tier.discountPercent))
        const discountMinor = Math.round((answer.value.subtotalMinor * percent) / 100)
        return {
          ok: true,
          value: { ...answer.value, discountMinor, totalMinor: answer.value.subtotalMinor - discountMinor },
        }
      },
    }),
  },
  'payment-failed': { answers: () => ({ placeOrder: refuse('payment-failed') }) },
}
