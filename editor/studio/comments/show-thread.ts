import { restoreNode, restorePage } from '#model/index.ts'
import { nothing, selecting } from '#editor/state/selection.ts'
import { showToast } from '#editor/ui/toast.tsx'
import { wordsNow } from '#editor/words/use-words.ts'
import type { StudioSession } from '../session/studio-session.ts'
import { isOnPage } from './shown-threads.ts'
import type { ThreadPlace } from './comment-place.ts'

/** Goes to what a thread is about: to its page, with the block chosen, which brings it into sight. */
export function showPlace({ view }: Pick<StudioSession, 'view'>, place: ThreadPlace): void {
  if (place.kind === 'page') {
    view.setState({ pageId: place.pageId, selection: nothing, hovered: undefined, typing: undefined })
    document.querySelector('[data-stage]')?.scrollTo({ top: 0 })
  }
  if (place.kind !== 'block') return
  const { pageId } = view.getState()
  // Of several places the one that is in sight already.
  const here =
    pageId !== undefined && isOnPage(place, pageId) ? place.drawn.find((one) => one.pageId === pageId) : undefined
  const to = here ?? place.drawn[0]
  view.setState({ pageId: to.pageId, ...selecting(to.id), typing: undefined })
}

/** Undoes the deletion that took away what a thread is about. */
export function bringBack(session: StudioSession, place: ThreadPlace): void {
  if (place.kind !== 'deleted-block' && place.kind !== 'deleted-page') return
  const { restore } = place
  if (!restore) return
  if ('nodeId' in restore) session.edit('restore-node', (program) => restoreNode(program, restore.nodeId))
  else session.edit('restore-page', (program) => restorePage(program, restore.pageId))
  showToast({ text: wordsNow().comments.broughtBack, tone: 'good' })
}
