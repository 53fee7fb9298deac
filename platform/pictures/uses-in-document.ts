import type { JsonValue } from '#model/json.ts'
import type { NodeId, PageId, ParentId } from '#model/ids.ts'
import type { PageRecord, ProgramTree } from '#model/index.ts'

export interface UseInDocument {
  /** Null in the theme, and in a section that no page holds by itself. */
  readonly page: Pick<PageRecord, 'id' | 'title'> | null
  readonly nodeId: NodeId | null
}

/**
 * Every place of a program that shows this picture. Looks at values alone, not at the blocks' fields, so that it finds
 * pictures in blocks and settings that came later than this code, or that it does not know.
 */
export function usesInDocument(tree: ProgramTree, url: string): readonly UseInDocument[] {
  const uses: UseInDocument[] = []
  if (mentions(tree.theme, url)) uses.push({ page: null, nodeId: null })
  for (const page of tree.pages) if (mentions({ ...page }, url)) uses.push({ page, nodeId: null })
  for (const node of tree.nodes.values())
    if (mentions(node.props, url)) uses.push({ page: pageAround(tree, node.id), nodeId: node.id })
  return uses
}

function mentions(value: JsonValue | object | undefined, url: string): boolean {
  if (typeof value === 'string') return value === url
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).some((part: JsonValue) => mentions(part, url))
}

function pageAround(tree: ProgramTree, id: NodeId): PageRecord | null {
  let at: ParentId = id
  for (let node = tree.nodes.get(id); node; node = tree.nodes.get(at as NodeId)) at = node.place.parentId
  return tree.pages.find((page) => page.id === (at as PageId)) ?? null
}
