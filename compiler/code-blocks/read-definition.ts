import type { Node } from '@babel/standalone'
import type { JsonValue } from '#model/json.ts'
import { blockDefinitionOf, type CodeBlockDefinition } from '#components/kit/code-block.ts'
import { codeCapabilities, type CodeCapability } from '#components/kit/code-capabilities.ts'
import type { Fields } from '#components/kit/fields.ts'
import { isIconName } from '#components/primitives/icon-paths.ts'
import { problemOfField } from './check-field.ts'
import { entriesOf, isLocalText, NotLiteral, placeOf, readLiteral } from './read-literal.ts'

const MOST_FIELDS = 60
const known = ['label', 'description', 'icon', 'fields', 'capabilities', 'heightPx', 'view']

/**
 * Reads what is handed to `defineBlock`, without running it.
 * @throws NotLiteral with a sentence that names block and field, and the place of it
 */
export function readDefinition(argument: Node | undefined): CodeBlockDefinition {
  if (argument?.type !== 'ObjectExpression')
    throw new NotLiteral('defineBlock takes one object that is written out in place', placeOf(argument))
  const members = entriesOf(argument)
  const label = localText(members.get('label'), 'label', argument, 'Block')
  const block = `Block "${label.en}"`
  const fail = (what: string, node: Node | undefined = argument): never => {
    throw new NotLiteral(`${block}: ${what}`, placeOf(node))
  }
  for (const [name, node] of members)
    if (!known.includes(name)) fail(`"${name}" is nothing a block has; it has ${known.join(', ')}`, node)
  if (!members.has('view')) fail('it has no view, the function that draws it')
  const fieldsNode = members.get('fields')
  if (fieldsNode?.type !== 'ObjectExpression')
    return fail('it needs "fields", an object; empty if it has none', fieldsNode)
  const fieldNodes = entriesOf(fieldsNode)
  if (fieldNodes.size > MOST_FIELDS) fail(`it has ${fieldNodes.size} fields, ${MOST_FIELDS} fit`, fieldsNode)
  const fields: { [name: string]: JsonValue } = {}
  for (const [name, node] of fieldNodes) {
    const value = readLiteral(node)
    const problem = problemOfField(name, value)
    if (problem !== undefined) fail(problem, node)
    fields[name] = value
  }
  const description = members.get('description')
  const definition: CodeBlockDefinition = {
    label,
    ...(description && { description: localText(description, 'description', argument, block) }),
    ...optionalIcon(members.get('icon'), fail),
    fields: fields as unknown as Fields, // each was just checked
    capabilities: capabilities(members.get('capabilities'), fail),
    ...optionalHeight(members.get('heightPx'), fail),
  }
  checkWhole(definition, fieldNodes, fail)
  return definition
}

type Fail = (what: string, node?: Node) => never

/** What concerns several fields at once is found by the same rules as in every other block. */
function checkWhole(definition: CodeBlockDefinition, nodes: ReadonlyMap<string, Node>, fail: Fail): void {
  try {
    blockDefinitionOf('code:new', definition)
  } catch (error) {
    const what = (error instanceof Error ? error.message : String(error)).replace(/^Block "[^"]*": /, '')
    const field = /^field "(\w+)/.exec(what)?.[1]
    fail(what, field === undefined ? undefined : nodes.get(field))
  }
}

function localText(node: Node | undefined, name: string, around: Node, block: string) {
  const value = node && readLiteral(node)
  if (isLocalText(value)) return value
  throw new NotLiteral(`${block}: "${name}" is { en: '…', 'zh-CN': '…' }`, placeOf(node ?? around))
}

function optionalIcon(node: Node | undefined, fail: Fail): { icon?: string } {
  if (!node) return {}
  const icon = readLiteral(node)
  return typeof icon === 'string' && isIconName(icon) ? { icon } : fail('"icon" is a name of the icon set', node)
}

function optionalHeight(node: Node | undefined, fail: Fail): { heightPx?: number } {
  if (!node) return {}
  const heightPx = readLiteral(node)
  const fits = typeof heightPx === 'number' && heightPx >= 0 && heightPx <= 2000
  return fits ? { heightPx } : fail('"heightPx" is a number from 0 to 2000', node)
}

function capabilities(node: Node | undefined, fail: Fail): readonly CodeCapability[] {
  const value = node ? readLiteral(node) : []
  const isCapability = (name: JsonValue): name is CodeCapability => codeCapabilities.some((each) => each === name)
  if (Array.isArray(value) && value.every(isCapability)) return [...new Set<CodeCapability>(value)]
  return fail(`"capabilities" is a list of ${codeCapabilities.map((name) => `"${name}"`).join(', ')}`, node)
}
