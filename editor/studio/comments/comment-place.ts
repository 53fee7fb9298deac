import {
  deletedPageOf,
  deletedWith,
  findPart,
  missingOf,
  partId,
  readPartId,
  type NodeId,
  type PageId,
  type PartPath,
  type Program,
  type SectionId,
} from '#model/index.ts'
import type { CommentThread } from '#platform/contract/comments.ts'

/** A block as it is drawn on one page, or in a section while that is edited. */
export interface Drawn {
  readonly pageId: PageId
  /** Inside a placed section it is the id of the part. */
  readonly id: NodeId
}

/** Where in the document, as it is now, the thing stands that a thread is about. */
export type ThreadPlace =
  /** `drawn` is never empty: of a block in a linked section, every place where it can be seen, those on pages first. */
  | { readonly kind: 'block'; readonly drawn: readonly [Drawn, ...Drawn[]] }
  | { readonly kind: 'page'; readonly pageId: PageId }
  | { readonly kind: 'program' }
  /** `restore`: what has to be brought back for it to be there again; absent when nothing can. */
  | { readonly kind: 'deleted-block'; readonly restore?: { readonly nodeId: NodeId } | { readonly pageId: PageId } }
  | { readonly kind: 'deleted-page'; readonly restore?: { readonly pageId: PageId } }

/**
 * A thread is about a node or page by its id, so it goes wherever that is moved, into a linked section too. A copy is
 * another node, and begins without comments.
 */
export function findPlace(program: Program, { nodeId, pageId }: Pick<CommentThread, 'nodeId' | 'pageId'>): ThreadPlace {
  if (nodeId !== null) return placeOfNode(program, nodeId as NodeId)
  if (pageId === null) return { kind: 'program' }
  const page = pageId as PageId
  if (program.has(page)) return { kind: 'page', pageId: page }
  const deleted = deletedPageOf(program, page)
  return { kind: 'deleted-page', ...(deleted !== undefined && { restore: { pageId: deleted } }) }
}

function placeOfNode(program: Program, id: NodeId): ThreadPlace {
  const [first, ...others] = drawnOf(program, id)
  if (first) return { kind: 'block', drawn: [first, ...others] }
  const gone = missingOf(program, id)
  const node = deletedWith(program, gone)
  const page = deletedPageOf(program, gone)
  const restore = node !== undefined ? { nodeId: node } : page !== undefined ? { pageId: page } : undefined
  return { kind: 'deleted-block', ...(restore && { restore }) }
}

/** Where it can be seen: on its page; of a block in a linked section, in every place of that section, and in itself. */
export function drawnOf(program: Program, id: NodeId): readonly Drawn[] {
  const part = readPartId(id)
  if (part) return findPart(program, id) ? within(drawnOf(program, part.instance), part.path) : []
  const root = program.has(id) ? program.pageOf(id) : undefined
  if (root === undefined) return []
  const own = { pageId: root, id }
  if (program.page(root)) return [own]
  const places = [...program.instancesOf(root as string as SectionId)].flatMap((instance) =>
    within(drawnOf(program, instance), id as string as PartPath),
  )
  return [...places, own].sort((a, b) => rank(program, a) - rank(program, b))
}

function within(places: readonly Drawn[], path: PartPath): readonly Drawn[] {
  return places.map(({ pageId, id }) => ({ pageId, id: partId(id, path) }))
}

function rank(program: Program, { pageId }: Drawn): number {
  return program.page(pageId) ? 0 : 1
}
