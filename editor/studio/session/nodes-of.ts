import { pageSlot, type NodeId, type Program } from '#model/index.ts'

/** Every block that stands on a page or in a section that is offered, from the top. */
export function nodesOf(program: Program): readonly NodeId[] {
  const roots = [...program.pages(), ...program.sections().filter(({ isDeleted }) => !isDeleted)]
  const found: NodeId[] = roots.flatMap(({ id }) => [...program.children(id, pageSlot)])
  for (let at = 0; at < found.length; at++) found.push(...program.children(found[at]!))
  return found
}
