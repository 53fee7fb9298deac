import { api, hope, queryCache, useMutation, type ApiFailure } from '#editor/api/index.ts'
import { showToast } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { wordsNow } from '#editor/words/use-words.ts'
import type { MerchantCatalogue, MerchantDish } from '#platform/contract/merchant.ts'
import { keys } from '../keys.ts'
import { withChanged, withNewer } from '../rules/newer.ts'
import { useShop } from '../shop-context.ts'

/** What the counter changes about a dish. Each is shown at once and taken back when the server refuses. */
export function useDishChanges() {
  const { id } = useShop().program
  const key = keys.catalogue(id)

  const change = (dishId: string, to: (dish: MerchantDish) => MerchantDish) => [
    hope<MerchantCatalogue>(key, (shown) => ({ ...shown, dishes: withChanged(shown.dishes, dishId, to) })),
  ]
  const onDone = (dish: MerchantDish) =>
    queryCache.tell<MerchantCatalogue>(key, (shown) => ({ ...shown, dishes: withNewer(shown.dishes, dish) }))
  const onFailed = (failure: ApiFailure) => {
    showToast({ text: failureText(failure, wordsNow()), tone: 'bad' })
    // A conflict means that what is on the screen is old.
    if (failure.code !== 'offline') void queryCache.refresh(key)
  }

  const price = useMutation(
    ({ dish, variantId, priceMinor }: { dish: MerchantDish; variantId: string; priceMinor: number }) =>
      api.changeDish(id, dish.id, {
        ifVersion: dish.version,
        variants: withChanged(dish.variants, variantId, (variant) => ({ ...variant, priceMinor })).map((variant) => ({
          id: variant.id,
          name: variant.name,
          priceMinor: variant.priceMinor,
        })),
      }),
    {
      hope: ({ dish, variantId, priceMinor }) =>
        change(dish.id, (shown) => ({
          ...shown,
          variants: withChanged(shown.variants, variantId, (variant) => ({ ...variant, priceMinor })),
        })),
      onDone,
      onFailed,
    },
  )
  const status = useMutation(
    ({ dish, to }: { dish: MerchantDish; to: MerchantDish['status'] }) =>
      api.changeDish(id, dish.id, { ifVersion: dish.version, status: to }),
    { hope: ({ dish, to }) => change(dish.id, (shown) => ({ ...shown, status: to })), onDone, onFailed },
  )
  const soldOut = useMutation(
    ({ dish, to }: { dish: MerchantDish; to: MerchantDish['soldOut'] }) =>
      api.setSoldOut(id, dish.id, to !== null, to?.untilIso ?? null),
    { hope: ({ dish, to }) => change(dish.id, (shown) => ({ ...shown, soldOut: to })), onDone, onFailed },
  )
  return { setPrice: price.run, setStatus: status.run, setSoldOut: soldOut.run }
}
