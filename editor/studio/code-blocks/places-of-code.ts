import { codeBlockType, type CodeBlockId, type NodeId, type PageId, type Program } from '#model/index.ts'
import { nodesOf } from '../session/nodes-of.ts'

/** Where a code block stands: one entry for each page or shared section, in their order. */
export interface CodePlace {
  readonly root: PageId
  readonly count: number
  /** The first one there, from the top. */
  readonly nodeId: NodeId
}

export function placesOfCode(program: Program, id: CodeBlockId): readonly CodePlace[] {
  const type = codeBlockType(id)
  const places = new Map<PageId, CodePlace>()
  for (const nodeId of nodesOf(program)) {
    if (program.node(nodeId)?.type !== type) continue
    const root = program.pageOf(nodeId)
    if (root === undefined) continue
    const known = places.get(root)
    places.set(root, known ? { ...known, count: known.count + 1 } : { root, count: 1, nodeId })
  }
  return [...places.values()]
}

export function countOfCode(program: Program, id: CodeBlockId): number {
  return placesOfCode(program, id).reduce((sum, { count }) => sum + count, 0)
}
