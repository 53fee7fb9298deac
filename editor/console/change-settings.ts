import { api, hope, queryCache, useMutation } from '#editor/api/index.ts'
import { showToast } from '#editor/ui/index.ts'
import { failureText } from '#editor/words/failure-text.ts'
import { wordsNow } from '#editor/words/use-words.ts'
import type { ChangeShopSettingsInput, ShopSettings, Today } from '#platform/contract/merchant.ts'
import { keys } from './keys.ts'
import { useShop } from './shop-context.ts'

/** Changes the shop's settings, shown at once. `onDone` runs when the server agreed. */
export function useChangeSettings(onDone?: () => void) {
  const { program } = useShop()
  const { id } = program
  return useMutation((input: ChangeShopSettingsInput) => api.changeSettings(id, input), {
    hope: (input) => [
      hope<ShopSettings>(keys.settings(id), (settings) => ({ ...settings, ...input })),
      ...(input.ordersPaused === undefined ? [] : [pausedHope(id, input.ordersPaused)]),
    ],
    onDone: (settings) => {
      queryCache.tell<ShopSettings>(keys.settings(id), () => settings)
      queryCache.tell<Today>(keys.today(id), (today) => ({ ...today, ordersPaused: settings.ordersPaused }))
      // Whether the shop is open now is the server's clock's to say.
      void queryCache.refresh(keys.today(id))
      onDone?.()
    },
    onFailed: (failure) => showToast({ text: failureText(failure, wordsNow()), tone: 'bad' }),
  })
}

function pausedHope(programId: string, ordersPaused: boolean) {
  return hope<Today>(keys.today(programId), (today) => ({ ...today, ordersPaused }))
}
