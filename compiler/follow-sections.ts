import type { NodeId, PageId, SectionId } from '#model/ids.ts'
import type { Program, ProgramChange } from '#model/index.ts'
import { instanceType } from '#model/section-instance.ts'
import type { NodeCompiler } from './compile-nodes.ts'

/** What an edit changed by way of linked sections. */
export interface SectionChanges {
  /** Parts that are other now, in each place of their section. */
  readonly changed: readonly NodeId[]
  readonly removed: readonly NodeId[]
  /** Nodes, pages and sections whose list of what stands in them is another. */
  readonly parents: ReadonlySet<NodeId | PageId>
}

/** Expands the places that an edit touched, and those of every section that holds one of them; no others. */
export function followSections(program: Program, change: ProgramChange, nodes: NodeCompiler): SectionChanges {
  const places = touchedPlaces(program, change)
  for (const id of change.removed) places.add(id)
  const changed: NodeId[] = []
  const removed: NodeId[] = []
  const parents = new Set<NodeId | PageId>()
  for (const id of places) {
    const { before, now } = nodes.expandAnew(id)
    if (!before && !now) continue
    for (const [part, node] of now?.nodes ?? []) if (before?.nodes.get(part) !== node) changed.push(part)
    for (const part of before?.nodes.keys() ?? []) if (!now?.nodes.has(part)) removed.push(part)
    const place = program.node(id)?.place
    if (place && JSON.stringify(before?.roots) !== JSON.stringify(now?.roots)) parents.add(place.parentId)
  }
  return { changed, removed, parents }
}

function touchedPlaces(program: Program, change: ProgramChange): Set<NodeId> {
  const places = new Set<NodeId>()
  const seen = new Set<string>()
  const touchSection = (root: PageId | undefined): void => {
    if (root === undefined || seen.has(root) || program.page(root)) return
    seen.add(root)
    for (const id of program.instancesOf(root as SectionId)) touchPlace(id)
  }
  const touchPlace = (id: NodeId): void => {
    places.add(id)
    touchSection(program.pageOf(id))
  }
  for (const id of change.nodes) {
    if (program.node(id)?.type === instanceType) touchPlace(id)
    else touchSection(program.pageOf(id))
  }
  for (const id of change.pages) touchSection(id)
  return places
}
