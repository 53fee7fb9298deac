import type * as Y from 'yjs'
import { dropCopy, setAside, type AsideReason } from '#editor/local/local-copy.ts'
import { showToast } from '#editor/ui/toast.tsx'
import { wordsNow } from '#editor/words/use-words.ts'
import type { CopyKeeper } from './keep-copy.ts'

/**
 * Ends this browser's copy of what the server will not take: changes that it lacks are set aside for their person to
 * decide, the rest is dropped, so that the program opens again as the server has it. Says so when they cannot be kept.
 */
export async function takeCopyApart(keeper: CopyKeeper | undefined, doc: Y.Doc, reason: AsideReason): Promise<void> {
  if (!keeper) return
  await keeper.flush()
  const { key, rows, unsent } = keeper
  keeper.stop()
  try {
    if (unsent) await setAside(key, { doc, reason, unsent, rows })
    else await dropCopy(key, rows)
  } catch {
    if (unsent) showToast({ text: wordsNow().people.notKept(unsent.edits), tone: 'bad' })
  }
}
