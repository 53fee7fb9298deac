import type { NodeId, PageId, Program } from '#model/index.ts'
import { deletedWith, findPart, missingOf } from '#model/index.ts'
import { leadOf, nothing } from '#editor/state/selection.ts'
import type { ViewStore } from '#editor/state/view-state.ts'

/** What somebody else deleted while this person was in it. */
export interface Taken {
  /** What was deleted as such: the block itself, or what it stood in. */
  readonly deleted: { readonly kind: 'node'; readonly id: NodeId } | { readonly kind: 'page'; readonly id: PageId }
  /** What this person was in, if it was a block; in a placed section the id of the part. */
  readonly nodeId?: NodeId
}

/**
 * Selection and page follow the document: what is deleted cannot stay selected.
 * @param tell - called when somebody else's deletion took what this person had chosen, typed in or looked at
 * @returns stops it
 */
export function dropWhatIsGone(program: Program, view: ViewStore, tell: (taken: Taken) => void): () => void {
  const isGone = (id: NodeId | undefined) => id !== undefined && !program.has(id) && !findPart(program, id)
  return program.subscribe(({ removed, pages, local }) => {
    const state = view.getState()
    const { selection, hovered, typing, pageId } = state
    const isPageGone = pages.size > 0 && (pageId === undefined || !program.has(pageId))
    const lost = typing?.nodeId ?? leadOf(state)
    const taken = local
      ? undefined
      : takenFrom(program, isPageGone ? pageId : undefined, isGone(lost) ? lost : undefined)
    if (isPageGone)
      view.setState({ pageId: program.pages()[0]?.id, selection: nothing, hovered: undefined, typing: undefined })
    if (removed.size > 0) {
      if (selection.some(isGone)) view.setState({ selection: selection.filter((id) => !isGone(id)) })
      if (isGone(hovered)) view.setState({ hovered: undefined })
      if (isGone(typing?.nodeId)) view.setState({ typing: undefined })
    }
    if (taken) tell(taken)
  })
}

function takenFrom(program: Program, page: PageId | undefined, node: NodeId | undefined): Taken | undefined {
  const id = node === undefined ? undefined : deletedWith(program, missingOf(program, node))
  if (node !== undefined && id !== undefined) return { deleted: { kind: 'node', id }, nodeId: node }
  if (page !== undefined)
    return { deleted: { kind: 'page', id: page }, ...(node === undefined ? {} : { nodeId: node }) }
  return undefined
}
