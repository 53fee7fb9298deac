/**
 * What of a primitive's properties is taken from a code block: what the specification table names, in the shape that it
 * says. Anything else is left out, as a view's invented property would be.
 */
import type { JsonValue } from '#model/json.ts'
import { codePrimitives } from '#components/kit/code-names.ts'
import { primitives, type Primitive, type PrimitiveName } from '#components/primitives/spec.ts'
import { handlerMark } from './wire.ts'

const most = { text: 10_000, texts: 300, styles: 60, style: 300 }

/** Would take over what a server drew, which there is nothing of here; or names addresses, which are the host's to open. */
const notForCode: ReadonlySet<string> = new Set(['wakesAlone', 'url', 'srcSet', 'sizes'])
/** They name elements, of this block only. */
const references: ReadonlySet<string> = new Set([
  'for',
  'scrollIntoView',
  'ariaLabelledby',
  'ariaDescribedby',
  'ariaControls',
])

export interface AllowedProps {
  readonly props: { readonly [name: string]: JsonValue }
  /** Events that the block wants to hear of. */
  readonly events: readonly string[]
}

export function isAllowedPrimitive(name: unknown): name is PrimitiveName {
  return typeof name === 'string' && codePrimitives.includes(name)
}

/** @param nodeId - makes ids of elements the block's own: two placed blocks, or the page, may use the same */
export function allowedProps(name: PrimitiveName, given: object, nodeId: string): AllowedProps {
  const spec: Primitive = primitives[name]
  const props: { [name: string]: JsonValue } = {}
  const events: string[] = []
  for (const [prop, value] of Object.entries(given) as [string, JsonValue][]) {
    if (value === handlerMark) {
      if (Object.hasOwn(spec.events, prop)) events.push(prop)
      continue
    }
    const read = readProp(spec, prop, value)
    if (read === undefined) continue
    const isName = (prop === 'id' || references.has(prop)) && typeof read === 'string'
    props[prop] = isName ? ownIds(read, nodeId) : read
  }
  return { props, events }
}

function ownIds(ids: string, nodeId: string): string {
  return ids
    .split(' ')
    .map((id) => `${nodeId}-${id}`)
    .join(' ')
}

function readProp(spec: Primitive, prop: string, value: JsonValue): JsonValue | undefined {
  if (notForCode.has(prop)) return undefined
  if (prop === 'style') return readStyle(value)
  if (prop === 'id') return shortText(value)
  if (/^aria[A-Z][a-z]+$/.test(prop)) return typeof value === 'object' ? undefined : shortText(value)
  const kind = Object.hasOwn(spec.props, prop) ? spec.props[prop] : undefined
  if (prop === 'src') return typeof value === 'string' && isOwnPicture(value) ? value : undefined
  switch (kind) {
    case undefined:
      return undefined
    case 'text':
    case 'icon':
      return typeof value === 'string' ? shortText(value) : undefined
    case 'number':
      return typeof value === 'number' ? value : undefined
    case 'yes-no':
      return typeof value === 'boolean' ? value : undefined
    case 'texts':
      return Array.isArray(value) && value.length <= most.texts && value.every((each) => typeof each === 'string')
        ? value
        : undefined
    case 'style':
      return readStyle(value)
    default:
      return typeof value === 'string' && kind.includes(value) ? value : undefined
  }
}

function shortText(value: JsonValue): JsonValue {
  return typeof value === 'string' ? value.slice(0, most.text) : value
}

/** A picture from elsewhere would tell a third party about every visitor. */
function isOwnPicture(src: string): boolean {
  return src.length <= 200_000 && /^(\/pictures\/[0-9a-f]{64}(\?w=\d+)?$|data:image\/)/.test(src)
}

/** Lengths, colours, the theme's variables: nothing that fetches, and nothing that ends the declaration. */
function readStyle(value: JsonValue): JsonValue | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const entries = Object.entries(value)
    .slice(0, most.styles)
    .filter(([name, each]) => {
      if (!/^([a-z][A-Za-z]*|--[a-z][a-z0-9-]*)$/.test(name)) return false
      if (typeof each === 'number') return Number.isFinite(each)
      return (
        typeof each === 'string' && each.length <= most.style && !/url|image|src\(|element|[\\@;{}<>]|\/\*/i.test(each)
      )
    })
  return Object.fromEntries(entries)
}
