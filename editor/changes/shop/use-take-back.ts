import { api, queryCache, useMutation } from '#editor/api/index.ts'
import { keys } from '#editor/console/keys.ts'
import { showToast } from '#editor/ui/toast.tsx'
import { failureText } from '#editor/words/failure-text.ts'
import { wordsNow } from '#editor/words/use-words.ts'
import type { ShopChange } from '#platform/contract/shop-changes.ts'
import { sayInShort, type ShopTeller } from './say-shop-change.ts'

/** Sets an earlier value back, says so with the way back beside it, and says why where it cannot be. */
export function useTakeBack(programId: string, teller: ShopTeller) {
  const { run, busy } = useMutation((change: ShopChange) => api.shopChanges.takeBack(programId, change.seq), {
    onDone([made], change) {
      void queryCache.refresh(keys.all(programId))
      const words = wordsNow()
      showToast({
        text: words.shopChanges.takenBack(sayInShort(made ?? change, teller)),
        tone: 'good',
        ...(made?.canTakeBack && { action: { label: words.common.undo, run: () => void run(made) } }),
      })
    },
    onFailed(failure) {
      const words = wordsNow()
      if (failure.code === 'conflict') void queryCache.refresh(keys.all(programId))
      const text = failure.code === 'conflict' ? words.shopChanges.changedSince : failureText(failure, words)
      showToast({ text, tone: 'bad' })
    },
  })
  return { takeBack: run, isBusy: busy }
}
