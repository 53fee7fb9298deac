import { holdsLock, lockOf, type NodeId, type PageId, type ParentId } from '#model/index.ts'
import { showToast } from '#editor/ui/toast.tsx'
import { wordsNow, type Words } from '#editor/words/use-words.ts'
import type { StudioSession } from '../session/studio-session.ts'

/** Says why these cannot be moved, when they cannot: a drag that does nothing without a word looks like a fault. */
export function refusesMove(
  { program, canEdit, canLock }: Pick<StudioSession, 'program' | 'canEdit' | 'canLock'>,
  ids: readonly NodeId[],
  words: Words,
): boolean {
  const text = !canEdit
    ? words.locks.structureLocked
    : !canLock && ids.some((id) => holdsLock(program, id))
      ? words.locks.blockLocked
      : undefined
  if (text !== undefined) showToast({ text, tone: 'bad' })
  return text !== undefined
}

/** Likewise for a page with something locked on it, which cannot be deleted along with the page. */
export function refusesPageRemoval(
  { program, canLock }: Pick<StudioSession, 'program' | 'canLock'>,
  pageId: PageId,
): boolean {
  if (canLock || !program.children(pageId).some((id) => holdsLock(program, id))) return false
  showToast({ text: wordsNow().locks.pageHoldsLocked, tone: 'bad' })
  return true
}

/** Likewise for a place in something that is locked. */
export function refusesPlace(
  { program, canLock }: Pick<StudioSession, 'program' | 'canLock'>,
  parentId: ParentId,
): boolean {
  if (canLock || lockOf(program, parentId as NodeId) === undefined) return false
  showToast({ text: wordsNow().locks.blockLocked, tone: 'bad' })
  return true
}
