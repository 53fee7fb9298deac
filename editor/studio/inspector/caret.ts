import { textChange } from '#runtime/frame/merge-text.ts'

/** Where a caret belongs after somebody else changed the text around it: at the same letters as before. */
export function caretAfter(caret: number, before: string, after: string): number {
  const { at, remove, insert } = textChange(before, after)
  if (caret <= at) return caret
  if (caret >= at + remove) return caret - remove + insert.length
  return at + insert.length
}
