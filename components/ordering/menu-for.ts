import type { Menu } from '#model/shop/catalogue.ts'
import { priceFor } from '#model/shop/price-for.ts'
import type { OrderChannel } from '#model/shop/orders.ts'

/**
 * The menu with the prices of one way to order, to look at and to fill a cart from; the quote has those of the way that is
 * chosen in the end. The same object where that changes nothing.
 */
export function menuFor(menu: Menu, channel: OrderChannel | undefined): Menu {
  const { dishes } = menu
  if (!channel || !dishes.some(({ variants }) => variants.some(({ channelMinor }) => channelMinor))) return menu
  return {
    ...menu,
    dishes: dishes.map((dish) => ({
      ...dish,
      variants: dish.variants.map((each) => {
        const priceMinor = priceFor(each, channel)
        // What it costs otherwise is what the usual price was.
        return priceMinor === each.priceMinor
          ? each
          : {
              ...each,
              priceMinor,
              channelMinor: {
                dine_in: each.priceMinor,
                pickup: each.priceMinor,
                delivery: each.priceMinor,
                ...each.channelMinor,
              },
            }
      }),
    })),
  }
}
