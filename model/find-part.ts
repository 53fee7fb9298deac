import type { NodeId, SectionId } from './ids.ts'
import type { JsonObject } from './json.ts'
import type { Program } from './program.ts'
import { hidden, overlaysOf, readPartId, sectionOf, splitPath, wayTo } from './section-instance.ts'
import type { PartPath } from './section-instance.ts'
import type { NodeRecord } from './tree/node-record.ts'

/** One block inside a placed section, as it is in that place. */
export interface Part {
  readonly instance: NodeRecord
  readonly path: PartPath
  /** The section that stands in this place: what is applied to "the section" is written there. */
  readonly sectionId: SectionId
  readonly source: NodeRecord
  /** With all that this place, and places around it inside the section, say. */
  readonly props: JsonObject
  /** As they are in every other place: without what this place says. */
  readonly sharedProps: JsonObject
}

type Reading = Pick<Program, 'node' | 'pageOf'>

/** @returns undefined for a node of its own, and when place, section or source are gone */
export function findPart(program: Reading, id: NodeId): Part | undefined {
  const read = readPartId(id)
  const instance = read && program.node(read.instance)
  const sectionId = instance && sectionOf(instance)
  if (!read || !instance || sectionId === undefined) return undefined
  const { path } = read
  const here = follow(program, sectionId, instance.props, path)
  const elsewhere = follow(program, sectionId, {}, path)
  if (!here || !elsewhere) return undefined
  return { instance, path, sectionId, source: here.source, props: here.props, sharedProps: elsewhere.props }
}

/** Of a part that is not drawn any more: the first on the way to it that is gone; of any other node, itself. */
export function missingOf(program: Pick<Program, 'has'>, id: NodeId): NodeId {
  const way = wayTo(id)
  return way.find((each) => !program.has(each)) ?? way.at(-1)!
}

/** Of a part: the block in the section that is drawn there; of any other node, itself. */
export function drawnBlockOf(id: NodeId): NodeId {
  return wayTo(id).at(-1)!
}

function follow(
  program: Reading,
  sectionId: SectionId,
  says: JsonObject,
  path: PartPath,
): { readonly source: NodeRecord; readonly props: JsonObject } | undefined {
  const { source: id, rest } = splitPath(path)
  const source = program.node(id)
  if (!source || program.pageOf(id) !== sectionId) return undefined
  const props = { ...source.props, ...overlaysOf(says).get(id) }
  if (rest === undefined) return { source, props: withoutHidden(props) }
  const inner = sectionOf(source)
  return inner === undefined ? undefined : follow(program, inner, props, rest)
}

export function withoutHidden(props: JsonObject): JsonObject {
  if (!(hidden in props)) return props
  return Object.fromEntries(Object.entries(props).filter(([name]) => name !== hidden))
}
