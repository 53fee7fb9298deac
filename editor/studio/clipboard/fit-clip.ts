import type { BlockDefinition } from '#components/kit/define-block.ts'
import type { Field } from '#components/kit/fields.ts'
import type { CopiedNode, JsonObject, JsonValue } from '#model/index.ts'
import type { Clip } from './clip.ts'

/** How many things had to be left out of a paste, by kind. */
export interface Lost {
  readonly pages: number
  readonly shop: number
  readonly pictures: number
}

export interface FittedClip {
  readonly nodes: readonly CopiedNode[]
  readonly lost: Lost
}

interface Here {
  readonly programId: string
  readonly workspaceId: string
  hasPage(id: string): boolean
  hasSection(id: string): boolean
  findBlock(type: string): BlockDefinition | undefined
}

/**
 * Makes copied blocks fit the program they are pasted into. Within one program everything stays. Into another one go no
 * links to pages, and nothing that names a dish, a service or a category, since each program has a shop of its own; a
 * shared section comes as blocks of its own. Pictures belong to the workspace: they stay within it, and are left out when
 * the program is another workspace's.
 */
export function fitClip(clip: Clip, here: Here): FittedClip {
  const lost = { pages: 0, shop: 0, pictures: 0 }
  const isSameProgram = clip.programId === here.programId
  const keepsPictures = clip.workspaceId === here.workspaceId

  function fitValue(value: JsonValue): JsonValue {
    if (Array.isArray(value)) return value.map(fitValue)
    if (typeof value !== 'object' || value === null) return value
    const object = value as JsonObject
    if (isPageLink(object) && !(isSameProgram && here.hasPage(String(object.pageId)))) return left('pages')
    if (isShopLink(object) && !isSameProgram) return left('shop')
    if (isPicture(object) && !keepsPictures) return left('pictures')
    // What is no longer meant is gone from a stretch of text, where an empty mark would still be a mark.
    const isRun = typeof object.insert === 'string'
    return Object.fromEntries(
      Object.entries(object).flatMap(([name, inner]) => {
        const fitted = inner === undefined ? undefined : fitValue(inner)
        if (isRun && name === 'attributes' && isObject(fitted ?? null))
          return [[name, withoutNull(fitted as JsonObject)]]
        return fitted === undefined ? [] : [[name, fitted]]
      }),
    )
  }
  function left(kind: keyof typeof lost): null {
    lost[kind]++
    return null
  }
  function fitReferences(props: JsonObject, fields: { readonly [name: string]: Field }): JsonObject {
    return Object.fromEntries(
      Object.entries(props).map(([name, value]) => {
        const field = fields[name]
        if (field?.kind === 'reference' && typeof value === 'string' && value !== '') {
          left('shop')
          return [name, field.default]
        }
        if (field?.kind === 'list' && Array.isArray(value))
          return [name, value.map((item) => (isObject(item) ? fitReferences(item, field.item) : item))]
        return [name, value]
      }),
    )
  }
  function fitNode(node: CopiedNode): readonly CopiedNode[] {
    const { detached, ...rest } = node
    if (detached && !(isSameProgram && here.hasSection(String(node.props?.section)))) return detached.flatMap(fitNode)
    const stored = (node.props ?? {}) as JsonObject
    const props = fitValue(isSameProgram ? stored : fitReferences(stored, here.findBlock(node.type)?.fields ?? {}))
    const slots = Object.entries(node.slots).map(([slot, inner]) => [slot, inner.flatMap(fitNode)] as const)
    return [{ ...rest, props: props as JsonObject, slots: Object.fromEntries(slots) }]
  }
  return { nodes: clip.nodes.flatMap(fitNode), lost }
}

function withoutNull(marks: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(marks).filter(([, value]) => value !== null))
}

function isPageLink(value: JsonObject): boolean {
  return value.kind === 'page' && typeof value.pageId === 'string'
}

/** Of any kind that names a row of the shop's database: `{ kind: 'dish', dishId }`, and those to come. */
function isShopLink(value: JsonObject): boolean {
  const { kind } = value
  return typeof kind === 'string' && kind !== 'page' && typeof value[`${kind}Id`] === 'string'
}

function isPicture(value: JsonObject): boolean {
  return typeof value.url === 'string' && typeof value.widthPx === 'number' && typeof value.heightPx === 'number'
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
