import type { NodeId, PageId, Program } from '#model/index.ts'
import { findPart, overridesOf, partId, type NodeRecord } from '#model/index.ts'
import type { StudioSession } from '../session/studio-session.ts'
import { checkNode, type NodeSurroundings } from '#compiler/checks/check-node.ts'
import type { Finding } from '#compiler/checks/finding.ts'

/**
 * What is wrong with one place of a linked section only: found in what this place says, and not in the section itself,
 * whose own blocks are looked at where they are.
 * @param place - the node that stands for the section
 */
export function checkOverrides(
  { program, blocks, compiler }: Pick<StudioSession, 'program' | 'blocks' | 'compiler'>,
  place: NodeRecord,
  pageId: PageId,
  widthShare: number,
  known: NodeSurroundings,
): readonly Finding[] {
  const paths = new Set(overridesOf(place.props).map(({ path }) => path))
  return [...paths].flatMap((path) => {
    const id = partId(place.id, path)
    const part = findPart(program, id)
    if (!part || isLeftOut(program, compiler, id, pageId)) return []
    const definition = blocks.find(part.source.type)
    const node = { id, type: part.source.type, pageId, widthShare, problem: undefined }
    const everywhere = new Set(checkNode({ ...node, props: part.sharedProps }, definition, known).map(({ key }) => key))
    return checkNode({ ...node, props: part.props }, definition, known).filter(({ key }) => !everywhere.has(key))
  })
}

/** Hidden in this place. In a section that stands in another, parts are drawn under ids of the outer place. */
function isLeftOut(
  program: Program,
  compiler: Pick<StudioSession['compiler'], 'node'>,
  id: NodeId,
  pageId: PageId,
): boolean {
  return program.page(pageId) !== undefined && compiler.node(id) === undefined
}
