import { useState } from 'react'
import { asApiFailure } from '#editor/api/index.ts'
import { showToast } from '#editor/ui/toast.tsx'
import { failureText } from '#editor/words/failure-text.ts'
import { useWords } from '#editor/words/use-words.ts'

/** Does something with the platform, shows that it is under way, and says when it did not work. */
export function useDoing(): { readonly isBusy: boolean; run(work: () => Promise<void>): Promise<void> } {
  const words = useWords()
  const [isBusy, setBusy] = useState(false)
  return {
    isBusy,
    async run(work) {
      setBusy(true)
      try {
        await work()
      } catch (thrown) {
        showToast({ text: failureText(asApiFailure(thrown), words), tone: 'bad' })
      } finally {
        setBusy(false)
      }
    },
  }
}
