import type { Node } from '@babel/standalone'
import type { JsonObject, JsonValue } from '#model/json.ts'

/** Where in the source a value was written: lines from 1, columns from 1. */
export interface SourcePlace {
  readonly line: number
  readonly column: number
}

export class NotLiteral extends Error {
  readonly at: SourcePlace

  constructor(message: string, at: SourcePlace) {
    super(message)
    this.at = at
  }
}

export function placeOf(node: Node | undefined | null): SourcePlace {
  const start = node?.loc?.start
  return { line: start?.line ?? 1, column: (start?.column ?? 0) + 1 }
}

/** Reads values that are written out. Nothing is run: a name, a call or a calculation is no literal. @throws NotLiteral */
export function readLiteral(node: Node): JsonValue {
  switch (node.type) {
    case 'StringLiteral':
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return node.value as string | number | boolean
    case 'NullLiteral':
      return null
    case 'TemplateLiteral': {
      const [only] = node.quasis as readonly { readonly value: { readonly cooked: string } }[]
      if ((node.expressions as readonly Node[]).length === 0 && only) return only.value.cooked
      break
    }
    case 'UnaryExpression': {
      const value = node.operator === '-' ? readLiteral(node.argument as Node) : undefined
      if (typeof value === 'number') return -value
      break
    }
    case 'ArrayExpression':
      return (node.elements as readonly (Node | null)[]).map((element) => {
        if (!element) throw new NotLiteral('A list of the definition has a gap', placeOf(node))
        return readLiteral(element)
      })
    case 'ObjectExpression':
      return Object.fromEntries([...entriesOf(node)].map(([name, value]) => [name, readLiteral(value)]))
    default:
  }
  throw new NotLiteral('A definition is written out: texts, numbers, lists and objects, nothing that is worked out', {
    ...placeOf(node),
  })
}

/** The members of an object that is written out, by name. @throws NotLiteral for what is spread in or has no plain name */
export function entriesOf(node: Node): ReadonlyMap<string, Node> {
  const entries = new Map<string, Node>()
  for (const property of node.properties as readonly Node[]) {
    const key = property.key as Node | undefined
    const name = key?.type === 'Identifier' ? key.name : key?.value
    if (!key || property.computed === true || (typeof name !== 'string' && typeof name !== 'number'))
      throw new NotLiteral('A member of the definition needs a name that is written out', placeOf(property))
    if (entries.has(String(name)) || name === '__proto__')
      throw new NotLiteral(`"${name}" cannot stand here a second time`, placeOf(property))
    entries.set(String(name), property.type === 'ObjectMethod' ? property : (property.value as Node))
  }
  return entries
}

/** Words in every language that there is. */
export function isLocalText(value: JsonValue | undefined): value is { readonly en: string; readonly 'zh-CN': string } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const { en, 'zh-CN': zh } = value as JsonObject
  return typeof en === 'string' && en.trim() !== '' && typeof zh === 'string' && zh.trim() !== ''
}
