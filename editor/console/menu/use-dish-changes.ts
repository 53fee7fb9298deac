import { api, hope, queryCache, useMutation, type ApiFailure } from '#editor/api/index.ts'
import { showToast } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { localeNow, useLanguage, wordsNow } from '#editor/words/use-words.ts'
import type { ChangeDishInput, MerchantCatalogue, MerchantDish } from '#platform/contract/merchant.ts'
import { keys } from '../keys.ts'
import { offerUndo } from '../offer-undo.ts'
import { moneyText } from '../rules/money.ts'
import { withChanged, withNewer } from '../rules/newer.ts'
import { createOwnTurns } from '../rules/own-turns.ts'
import { useShop } from '../shop-context.ts'

interface ChannelPricing {
  readonly dish: MerchantDish
  readonly prices: NonNullable<ChangeDishInput['variants']>
}

const turns = createOwnTurns<MerchantDish>()

/**
 * What the counter changes about a dish. Each is shown at once and taken back when the server refuses; once it is done, a
 * toast offers to undo it. Undoing a price or a status is refused where somebody else changed the dish since.
 */
export function useDishChanges() {
  const { program, settings } = useShop()
  const { id } = program
  const language = useLanguage()
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
      turns.take(dish, ({ version, variants }) =>
        api.changeDish(id, dish.id, {
          ifVersion: version,
          variants: withChanged(variants, variantId, (variant) => ({ ...variant, priceMinor })).map((variant) => ({
            id: variant.id,
            name: variant.name,
            priceMinor: variant.priceMinor,
          })),
        }),
      ),
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
      turns.take(dish, ({ version }) => api.changeDish(id, dish.id, { ifVersion: version, status: to })),
    { hope: ({ dish, to }) => change(dish.id, (shown) => ({ ...shown, status: to })), onDone, onFailed },
  )
  const soldOut = useMutation(
    ({ dish, to }: { dish: MerchantDish; to: MerchantDish['soldOut'] }) =>
      turns.take(dish, () => api.setSoldOut(id, dish.id, to !== null, to?.untilIso ?? null)),
    { hope: ({ dish, to }) => change(dish.id, (shown) => ({ ...shown, soldOut: to })), onDone, onFailed },
  )
  const channels = useMutation(
    ({ dish, prices }: ChannelPricing) =>
      turns.take(dish, ({ version }) => api.changeDish(id, dish.id, { ifVersion: version, variants: [...prices] })),
    { onDone, onFailed },
  )
  return {
    /** @returns whether it is done */
    async setChannelPrices(pricing: ChannelPricing): Promise<boolean> {
      const changed = await channels.run(pricing)
      if (!changed) return false
      const { dish } = pricing
      const before = dish.variants.map((variant) => ({
        id: variant.id,
        priceMinor: variant.priceMinor,
        channelMinor: { dine_in: null, pickup: null, delivery: null, ...variant.channelMinor },
      }))
      offerUndo(wordsNow().menuRules.pricesSaved(dish.name[language]), () =>
        channels.run({ dish: changed, prices: before }),
      )
      return true
    },
    async setPrice(input: Parameters<typeof price.run>[0]): Promise<void> {
      const { dish, variantId, priceMinor } = input
      const before = dish.variants.find((variant) => variant.id === variantId)?.priceMinor
      const changed = await price.run(input)
      if (!changed || before === undefined) return
      const words = wordsNow().console
      const shown = moneyText(priceMinor, settings.currency, localeNow())
      offerUndo(words.priceDone(dish.name[language], shown), () =>
        price.run({ dish: changed, variantId, priceMinor: before }),
      )
    },
    async setStatus({ dish, to }: Parameters<typeof status.run>[0]): Promise<void> {
      const changed = await status.run({ dish, to })
      if (!changed) return
      const { dishHidden, dishShown } = wordsNow().console
      const text = (to === 'hidden' ? dishHidden : dishShown)(dish.name[language])
      offerUndo(text, () => status.run({ dish: changed, to: dish.status }))
    },
    /** @param said - in the toast */
    async setSoldOut({ dish, to, said }: Parameters<typeof soldOut.run>[0] & { readonly said: string }): Promise<void> {
      const changed = await soldOut.run({ dish, to })
      if (changed) offerUndo(said, () => soldOut.run({ dish: changed, to: dish.soldOut }))
    },
  }
}
