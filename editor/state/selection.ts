import type { NodeId } from '#model/ids.ts'
import type { Program } from '#model/program.ts'

/** What is chosen, in the order of choosing; the last one leads: panels show it, keys go on from it. Ids, never copies. */
export type Selection = readonly NodeId[]

export const nothing: Selection = []

interface Selecting {
  readonly selection: Selection
}

/** The part of the view's state that chooses this one alone, or nothing. */
export function selecting(id: NodeId | undefined): Selecting {
  return { selection: id === undefined ? nothing : [id] }
}

export function leadOf({ selection }: Selecting): NodeId | undefined {
  return selection.at(-1)
}

/** Adds one to the choice, where it leads, or takes it out of it (Shift and click). */
export function toggled(selection: Selection, id: NodeId): Selection {
  return selection.includes(id) ? selection.filter((other) => other !== id) : [...selection, id]
}

/**
 * What an edit of the selection works on: without what stands inside another chosen one, and in the page's order, so
 * that several moved or copied together keep it.
 */
export function outermost(program: Program, selection: Selection): Selection {
  const present = selection.filter((id) => program.node(id))
  if (present.length < 2) return present
  const chosen = new Set(present)
  const indexIn = createIndexes()
  return present
    .filter((id) => !isInsideOneOf(program, id, chosen))
    .map((id) => [id, pathOf(program, id, indexIn)] as const)
    .sort(byPath)
    .map(([id]) => id)
}

function isInsideOneOf(program: Program, id: NodeId, chosen: ReadonlySet<NodeId>): boolean {
  for (let at = program.node(id)?.place.parentId; at !== undefined; at = program.node(at as NodeId)?.place.parentId)
    if (chosen.has(at as NodeId)) return true
  return false
}

type Path = readonly (string | number)[]
type IndexIn = (siblings: readonly NodeId[], id: NodeId) => number

/** From the page downwards: page's turn, then slot and turn of each level. Costs as much as the node is deep. */
function pathOf(program: Program, id: NodeId, indexIn: IndexIn): Path {
  const path: (string | number)[] = []
  let at: NodeId = id
  for (;;) {
    const place = program.node(at)?.place
    if (!place) return [program.pages().findIndex((page) => page.id === program.pageOf(at)), ...path]
    path.unshift(place.slot, indexIn(program.children(place.parentId, place.slot), at))
    if (!program.node(place.parentId as NodeId)) {
      return [program.pages().findIndex((page) => page.id === place.parentId), ...path]
    }
    at = place.parentId as NodeId
  }
}

/** Each list of siblings is gone through once, however many of them are chosen. */
function createIndexes(): IndexIn {
  const known = new Map<readonly NodeId[], Map<NodeId, number>>()
  return (siblings, id) => {
    const indexes = known.get(siblings) ?? new Map(siblings.map((sibling, at) => [sibling, at]))
    known.set(siblings, indexes)
    return indexes.get(id) ?? -1
  }
}

function byPath([, a]: readonly [NodeId, Path], [, b]: readonly [NodeId, Path]): number {
  for (let level = 0; level < Math.min(a.length, b.length); level++) {
    const [left, right] = [a[level]!, b[level]!]
    if (left === right) continue
    return typeof left === 'number' && typeof right === 'number' ? left - right : String(left) < String(right) ? -1 : 1
  }
  return a.length - b.length
}
