import type { NodeId, SectionId } from '../ids.ts'
import { refused, succeeded } from '../outcome.ts'
import type { Outcome } from '../outcome.ts'
import type { Program } from '../program.ts'
import { instanceType, sectionOf } from '../section-instance.ts'
import { copySectionContent } from './copy-section.ts'
import { insertNode, insertNodes } from './insert-node.ts'
import type { Target } from './place-node.ts'
import { removeNode } from './remove-node.ts'

/**
 * Puts a linked section in one more place. What is drawn there is the section itself.
 * @returns a refusal if section or parent are gone, or the section would hold itself
 */
export function insertSectionInstance(
  program: Program,
  sectionId: SectionId,
  to: Target,
): Outcome<'gone' | 'inside-itself', NodeId> {
  if (!program.section(sectionId)) return refused('gone')
  const root = program.pageOf(to.parentId)
  if (root !== undefined && holdsSection(program, sectionId, root)) return refused('inside-itself')
  return insertNode(program, { type: instanceType, version: 1, props: { section: sectionId }, to })
}

/**
 * Puts ordinary nodes where the section stood, as it looked there: what was other in this place stays so, what was
 * hidden is left out. From then on changes of the section no longer arrive. Sections inside it stay linked.
 * @returns the ids of the new nodes
 */
export function detachInstance(program: Program, id: NodeId): Outcome<'gone', readonly NodeId[]> {
  const node = program.node(id)
  const sectionId = node && sectionOf(node)
  if (!node || sectionId === undefined || !program.section(sectionId)) return refused('gone')
  return program.doc.transact(() => {
    const { parentId, slot } = node.place
    const index = program.children(parentId, slot).indexOf(id)
    const inserted = insertNodes(program, copySectionContent(program, node), { parentId, slot, index })
    if (inserted.ok) removeNode(program, id)
    return inserted.ok ? succeeded(inserted.value) : inserted
  })
}

/** Whether `wanted` is this section or stands in it, however deep. */
export function holdsSection(program: Program, sectionId: SectionId, wanted: string): boolean {
  const seen = new Set<string>()
  const queue: string[] = [sectionId]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (id === wanted) return true
    if (seen.has(id)) continue
    seen.add(id)
    queue.push(...sectionsInside(program, id as SectionId))
  }
  return false
}

/** Sections that stand directly in this one. */
function sectionsInside(program: Program, id: SectionId): readonly SectionId[] {
  return program
    .sections()
    .filter((section) => [...program.instancesOf(section.id)].some((instance) => program.pageOf(instance) === id))
    .map((section) => section.id)
}
