import type { BlockDefinition } from '#components/kit/define-block.ts'
import type { Field, Fields } from '#components/kit/fields.ts'
import { plainTextOf } from '#model/rich-text.ts'
import type { JsonObject, JsonValue } from '#model/json.ts'
import { instanceType } from '#model/section-instance.ts'
import type { PageId } from '#model/ids.ts'
import { isRecord, type FieldProblem, type KnownThings } from './check-field.ts'
import { isShown } from './is-shown.ts'
import { findFieldProblems } from './find-field-problems.ts'
import type { CheckedNode, Finding, FindingCode, Level, Repair } from './finding.ts'

/**
 * A picture as wide as a phone is drawn with at least this many pixels on the coarsest screens sold today (390 CSS
 * pixels, 2 device pixels each, less the page's margins).
 */
const LEAST_WIDTH_PX = 640

/** What a customer would stumble over; the rest looks odd at most. */
const errors: ReadonlySet<FindingCode> = new Set<FieldProblem>([
  'page-gone',
  'not-there',
  'bad-address',
  'bad-phone',
  'bad-mail',
])

export interface NodeSurroundings extends KnownThings {
  readonly hiddenPageIds: ReadonlySet<string>
  /** Texts that blocks begin with. */
  readonly samples: ReadonlySet<string>
}

/** Everything to be said about one block. */
export function checkNode(
  node: CheckedNode,
  definition: BlockDefinition | undefined,
  known: NodeSurroundings,
): readonly Finding[] {
  const find = (
    code: FindingCode,
    level: Level,
    extra: Partial<Finding> & { readonly prop?: string } = {},
  ): Finding => {
    const { prop, ...rest } = extra
    return {
      key: `${node.id}/${prop ?? ''}/${code}/${rest.about ?? ''}`,
      code,
      level,
      pageId: node.pageId,
      place: { kind: 'node', nodeId: node.id, ...(prop === undefined ? {} : { prop }) },
      ...rest,
    }
  }
  const isDrawn = definition !== undefined || node.type === instanceType
  const isBox = node.problem !== undefined && node.problem !== 'bad-props' && node.problem !== 'section-empty'
  if (!isDrawn || isBox) {
    return [find('not-drawn', 'error', { repair: { kind: 'remove-node', nodeId: node.id } })]
  }
  // A place of a linked section has no fields of its own; the section's blocks are looked at where they are.
  if (!definition) return []
  const { fields } = definition
  const problems = findFieldProblems(fields, node.props, known).map(({ path, problem, fixes }) => {
    const [prop, ...inner] = path
    const [fix] = fixes
    const repair: Repair | undefined = fix && { kind: 'write-field', nodeId: node.id, prop, path: inner, fix }
    return find(problem, errors.has(problem) ? 'error' : 'warning', {
      prop,
      about: inner.join('.'),
      ...(repair ? { repair } : {}),
    })
  })
  const dead = deadAt(fields, node.props).map((prop) =>
    find(fields[prop]?.kind === 'money' ? 'no-price' : 'dead-button', 'error', { prop }),
  )
  const left = samplesIn(fields, node.props, known.samples).map(({ prop, text, isWhole }) =>
    find('sample-text', 'warning', {
      prop,
      about: text,
      ...(isWhole ? { repair: { kind: 'remove-text', nodeId: node.id, prop } } : {}),
    }),
  )
  const hidden = hiddenPagesLinked(node.props, known.hiddenPageIds).map(({ prop, pageId }) =>
    find('hidden-page-linked', 'error', { prop, repair: { kind: 'show-page', pageId } }),
  )
  const small = smallPictures(fields, node.props, LEAST_WIDTH_PX * node.widthShare).map((prop) =>
    find('small-picture', 'warning', { prop }),
  )
  const odd = node.problem === 'bad-props' ? [find('bad-settings', 'warning')] : []
  return [...odd, ...problems, ...hidden, ...dead, ...left, ...small]
}

/** Fields by which something is pressed that then does nothing; those of list items count for their list. */
function deadAt(fields: Fields, props: JsonObject): readonly string[] {
  const all = withDefaults(fields, props)
  return Object.entries(fields).flatMap(([name, field]) => {
    if (!isShown(field, all)) return []
    const value = all[name] ?? null
    if (field.kind === 'list' && Array.isArray(value)) {
      return value.some((item: JsonValue) => isRecord(item) && deadAt(field.item, item).length > 0) ? [name] : []
    }
    return isNeeded(field) && (value === null || (field.kind === 'money' && value === 0)) ? [name] : []
  })
}

function isNeeded(field: Field): boolean {
  return (field.kind === 'link' || field.kind === 'money') && field.isNeeded === true
}

function samplesIn(fields: Fields, props: JsonObject, samples: ReadonlySet<string>) {
  return Object.entries(fields).flatMap(([prop, field]) => {
    const value = props[prop]
    if (value === undefined) return []
    if (field.kind === 'text' || field.kind === 'rich-text') {
      const text = plainTextOf(value)
      return samples.has(text) ? [{ prop, text, isWhole: true }] : []
    }
    const inside = field.kind === 'list' && Array.isArray(value) ? value.flatMap(stringsIn) : []
    const found = inside.find((text) => samples.has(text))
    return found === undefined ? [] : [{ prop, text: found, isWhole: false }]
  })
}

function stringsIn(value: JsonValue): readonly string[] {
  if (typeof value === 'string') return [value]
  return isRecord(value) ? Object.values(value).flatMap(stringsIn) : []
}

function hiddenPagesLinked(props: JsonObject, hidden: ReadonlySet<string>) {
  const linked = (value: JsonValue): readonly PageId[] => {
    if (Array.isArray(value)) return value.flatMap(linked)
    if (!isRecord(value)) return []
    if (value.kind === 'page' && hidden.has(String(value.pageId))) return [String(value.pageId) as PageId]
    return Object.values(value).flatMap(linked)
  }
  return Object.entries(props).flatMap(([prop, value]) => linked(value).map((pageId) => ({ prop, pageId })))
}

function smallPictures(fields: Fields, props: JsonObject, leastPx: number): readonly string[] {
  return Object.entries(fields).flatMap(([prop, field]) => {
    const value = props[prop] ?? null
    if (field.kind === 'picture') return isSmall(value, leastPx) ? [prop] : []
    if (field.kind !== 'list' || !Array.isArray(value)) return []
    const inner = Object.entries(field.item).filter(([, each]) => each.kind === 'picture')
    const some = value.some(
      (item: JsonValue) => isRecord(item) && inner.some(([name]) => isSmall(item[name] ?? null, leastPx)),
    )
    return some ? [prop] : []
  })
}

/** What of it is in sight counts. */
function isSmall(value: JsonValue, leastPx: number): boolean {
  if (!isRecord(value) || typeof value.widthPx !== 'number') return false
  const zoom = isRecord(value.crop) && typeof value.crop.zoom === 'number' ? value.crop.zoom : 1
  return value.widthPx / zoom < leastPx
}

function withDefaults(fields: Fields, props: JsonObject): JsonObject {
  return { ...Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.default])), ...props }
}
