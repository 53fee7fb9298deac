import { useEffect } from 'react'
import { drawnBlockOf, readPartId, restoreNode, restorePage } from '#model/index.ts'
import { selecting } from '#editor/state/selection.ts'
import { showToast } from '#editor/ui/toast.tsx'
import { wordsNow } from '#editor/words/use-words.ts'
import type { Taken } from '../session/drop-what-is-gone.ts'
import type { StudioSession } from '../session/studio-session.ts'
import { useSession } from '../session/use-session.tsx'

/** Says so when somebody else deletes what this person is in, and brings it back by one click. */
export function useOfferRestore(): void {
  const session = useSession()
  useEffect(() => session.onTaken((taken) => offerRestore(session, taken)), [session])
}

function offerRestore(session: StudioSession, { deleted, nodeId }: Taken): void {
  const { canEdit, view, program } = session
  const words = wordsNow().presence
  const restore = () => {
    session.edit(deleted.kind === 'node' ? 'restore-node' : 'restore-page', () =>
      deleted.kind === 'node' ? restoreNode(program, deleted.id) : restorePage(program, deleted.id),
    )
    const pageId = nodeId === undefined ? undefined : program.pageOf(readPartId(nodeId)?.instance ?? nodeId)
    if (deleted.kind === 'page' && program.has(deleted.id)) view.setState({ pageId: deleted.id })
    if (nodeId !== undefined && pageId !== undefined) view.setState({ pageId, ...selecting(nodeId) })
  }
  const wasItself = nodeId !== undefined && deleted.id === drawnBlockOf(nodeId)
  showToast({
    text: deleted.kind === 'page' ? words.pageTaken : wasItself ? words.blockTaken : words.containerTaken,
    ...(canEdit ? { action: { label: words.bringBack, run: restore } } : {}),
  })
}
