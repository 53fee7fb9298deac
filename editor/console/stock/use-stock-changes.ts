import { useState } from 'react'
import { api, queryCache, useMutation, type ApiFailure } from '#editor/api/index.ts'
import { showToast } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { wordsNow } from '#editor/words/use-words.ts'
import type { AddStockEntryInput, ChangeStockInput, StockLevel } from '#platform/contract/stock.ts'
import { keys } from '../keys.ts'
import { useShop } from '../shop-context.ts'

/** What the counter says of one variant's stock. One wish that is tried again after a lost answer moves the count once. */
export function useStockChanges(variantId: string, name: string) {
  const { id } = useShop().program
  const [wish, setWish] = useState({ of: '', requestId: '' })
  const onDone = (level: StockLevel) => {
    queryCache.tell<StockLevel[]>(keys.stock(id), (levels) => [
      ...levels.filter((each) => each.variantId !== level.variantId),
      level,
    ])
    void queryCache.refresh(keys.stockMoves(id, variantId))
    void queryCache.refresh(keys.catalogue(id))
  }
  const sayCount = (level: StockLevel) => {
    const words = wordsNow().stock
    showToast({ text: level.tracked ? words.saved(name, level.onHand) : words.stopped(name), tone: 'good' })
  }
  const onFailed = (failure: ApiFailure) => {
    showToast({ text: failureText(failure, wordsNow()), tone: 'bad' })
    if (failure.code !== 'offline') void queryCache.refresh(keys.stock(id))
  }
  const add = useMutation(
    (input: Omit<AddStockEntryInput, 'requestId'>) => {
      const of = JSON.stringify(input)
      const requestId = wish.of === of ? wish.requestId : crypto.randomUUID()
      setWish({ of, requestId })
      return api.stock.add(id, variantId, { ...input, requestId })
    },
    {
      onDone: (level) => {
        setWish({ of: '', requestId: '' })
        onDone(level)
        sayCount(level)
      },
      onFailed,
    },
  )
  const change = useMutation((input: ChangeStockInput) => api.stock.change(id, variantId, input), {
    onDone(level) {
      onDone(level)
      if (!level.tracked) sayCount(level)
    },
    onFailed,
  })
  return { add, change }
}
