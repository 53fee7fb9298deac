/**
 * What a node that stands for a linked section says: which one, and what is other in its place. An override is one
 * property of that node, named by the path of the part inside and the part's property, so that two people overriding
 * two texts never meet, and copies, undo and the reader treat it as any property.
 */
import type { NodeId, SectionId } from './ids.ts'
import type { JsonObject, JsonValue } from './json.ts'

/** Type of a node that stands for a linked section. No block has it. */
export const instanceType = 'section-instance'

/** Stands between the ids of a path, and between a place and a part. Ids hold letters and digits only. */
const joint = '~'

/** Stands between path and property in the name of an override. */
const slash = '/'

/** Instead of a property: not shown in this place. */
export const hidden = '$hidden'

/** A part inside a placed section, as seen from there: a source node, or one in a section nested in it (`inner~source`). */
export type PartPath = string & { readonly __part: true }

export interface Override {
  readonly path: PartPath
  readonly prop: string
  readonly value: JsonValue
}

export function sectionOf({ type, props }: { type: string; props: JsonObject }): SectionId | undefined {
  return type === instanceType && typeof props.section === 'string' ? (props.section as SectionId) : undefined
}

export function overrideKey(path: PartPath, prop: string): string {
  return `${path}${slash}${prop}`
}

/** Whether a property of a place is what is other there. No property of a block is called so. */
export function isOverrideName(prop: string): boolean {
  return prop.includes(slash)
}

/** All overrides of one place, in the order of their names. */
export function overridesOf(props: JsonObject): readonly Override[] {
  return Object.entries(props).flatMap(([key, value]) => {
    const at = key.indexOf(slash)
    return at > 0 && value !== undefined ? [{ path: key.slice(0, at) as PartPath, prop: key.slice(at + 1), value }] : []
  })
}

/** The id under which a part is drawn in one place: the same for everybody, and as long as both are there. */
export function partId(instance: NodeId, path: PartPath): NodeId {
  return `${instance}${joint}${path}` as NodeId
}

export function partPath(...ids: readonly [NodeId | PartPath, ...(NodeId | PartPath)[]]): PartPath {
  return ids.join(joint) as PartPath
}

/** @returns undefined for a node of its own */
export function readPartId(id: NodeId): { readonly instance: NodeId; readonly path: PartPath } | undefined {
  const at = id.indexOf(joint)
  return at < 0 ? undefined : { instance: id.slice(0, at) as NodeId, path: id.slice(at + 1) as PartPath }
}

/** The place, the places inside of it, and the block at the end; of a node of its own, that alone. */
export function wayTo(id: NodeId): readonly NodeId[] {
  return id.split(joint) as NodeId[]
}

/**
 * What one place says of the parts inside, by the source node it is about. For a section nested in this one, what
 * remains of the name is again the name of an override: laid over the nested node's own properties, it works on inside.
 */
export function overlaysOf(props: JsonObject): ReadonlyMap<NodeId, JsonObject> {
  const overlays = new Map<NodeId, { [name: string]: JsonValue }>()
  for (const [key, value] of Object.entries(props)) {
    const end = key.search(/[~/]/)
    if (end <= 0 || value === undefined) continue
    const source = key.slice(0, end) as NodeId
    const overlay = overlays.get(source) ?? {}
    overlay[key.slice(end + 1)] = value
    overlays.set(source, overlay)
  }
  return overlays
}

/** The source node of a part, and the part as seen from there if that is a nested section. */
export function splitPath(path: PartPath): { readonly source: NodeId; readonly rest: PartPath | undefined } {
  const at = path.indexOf(joint)
  return at < 0
    ? { source: path as string as NodeId, rest: undefined }
    : { source: path.slice(0, at) as NodeId, rest: path.slice(at + 1) as PartPath }
}
