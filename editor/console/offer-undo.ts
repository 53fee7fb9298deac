import { showToast } from '#editor/ui/toast.tsx'
import { wordsNow } from '#editor/words/use-words.ts'

/** Says what was done to the shop's business, with the way back beside it. */
export function offerUndo(text: string, undo: () => unknown): void {
  showToast({ text, action: { label: wordsNow().common.undo, run: () => void undo() } })
}
