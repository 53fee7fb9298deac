import { useMemo } from 'react'
import { useStore } from 'zustand'
import { useLanguage, useWords } from '#editor/words/use-words.ts'
import { useSession } from '../session/use-session.tsx'
import type { Telling } from './show-when-words.ts'

/** By the shop's clock as soon as it is known; before that by the one of this computer. */
export function useTelling(): Telling {
  const { situations: words } = useWords()
  const language = useLanguage()
  const known = useStore(useSession().shop, (state) => state.data?.shop.timeZone)
  return useMemo(
    () => ({ words, language, timeZone: known ?? Intl.DateTimeFormat().resolvedOptions().timeZone }),
    [words, language, known],
  )
}
