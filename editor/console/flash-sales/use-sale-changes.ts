import { api, hope, queryCache, useMutation, type ApiFailure } from '#editor/api/index.ts'
import { showToast } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { wordsNow } from '#editor/words/use-words.ts'
import type { CreateFlashSaleInput, FlashSaleDefinition, MerchantFlashSale } from '#platform/contract/flash-sales.ts'
import { keys } from '../keys.ts'
import { withChanged, withNewer } from '../rules/newer.ts'
import { useShop } from '../shop-context.ts'

/** What the counter does with flash sales. A pause is shown at once and taken back when the server refuses. */
export function useSaleChanges(onSaved: () => void) {
  const { id } = useShop().program
  const key = keys.flashSales(id)
  const onFailed = (failure: ApiFailure) => {
    const words = wordsNow()
    const text = failure.code === 'conflict' ? words.flashSales.overlaps : failureText(failure, words)
    showToast({ text, tone: 'bad' })
    // A conflict may also mean that what is on the screen is old.
    if (failure.code !== 'offline') void queryCache.refresh(key)
  }
  const tell = (sale: MerchantFlashSale) => queryCache.tell<MerchantFlashSale[]>(key, (shown) => withNewer(shown, sale))
  const saved = (text: string) => {
    showToast({ text })
    onSaved()
  }

  const create = useMutation((input: CreateFlashSaleInput) => api.createFlashSale(id, input), {
    onDone(sale) {
      queryCache.tell<MerchantFlashSale[]>(key, (shown) => [sale, ...shown.filter((each) => each.id !== sale.id)])
      saved(wordsNow().flashSales.made)
    },
    onFailed,
  })
  const change = useMutation(
    ({ sale, definition }: { sale: MerchantFlashSale; definition: FlashSaleDefinition }) =>
      api.changeFlashSale(id, sale.id, { ifVersion: sale.version, definition }),
    {
      onDone(sale) {
        tell(sale)
        saved(wordsNow().flashSales.saved)
      },
      onFailed,
    },
  )
  const pause = useMutation(
    ({ sale, paused }: { sale: MerchantFlashSale; paused: boolean }) =>
      api.changeFlashSale(id, sale.id, { ifVersion: sale.version, paused }),
    {
      hope: ({ sale, paused }) => [
        hope<MerchantFlashSale[]>(key, (shown) => withChanged(shown, sale.id, (each) => ({ ...each, paused }))),
      ],
      onDone: tell,
      onFailed,
    },
  )
  return { create: create.run, change: change.run, pause: pause.run }
}
