import type { CompiledNode, CompileProblem } from '#model/compiled-program.ts'
import type { JsonObject } from '#model/json.ts'
import type { NodeRecord } from '#model/index.ts'
import { readShowWhen } from '#model/show-when.ts'
import type { BlockDefinition } from '#components/kit/define-block.ts'
import { parseProps } from '#components/kit/parse-props.ts'

export type Definitions = { readonly [type: string]: BlockDefinition }

type Source = Pick<NodeRecord, 'id' | 'type' | 'version' | 'props' | 'showWhen'>

/**
 * Compiles one node: brings old properties up to date, fills in defaults, checks each against its field. What cannot be
 * drawn becomes a node with a `problem`, its stored properties and children handed on untouched; with the problem
 * `bad-props` the node can be drawn all the same, what did not fit replaced.
 * @param slots - children that exist; slots of the definition are added where empty
 */
export function compileNode(record: Source, slots: CompiledNode['slots'], definitions: Definitions): CompiledNode {
  const { id, type, version, props } = record
  const { showWhen, problems: unread } = readShowWhen(record.showWhen)
  const shown = showWhen && { showWhen }
  const broken = (code: CompileProblem['code'], message: string): CompiledNode => ({
    id,
    type,
    props,
    slots,
    ...shown,
    problem: { code, nodeId: id, message },
  })
  const definition = Object.hasOwn(definitions, type) ? definitions[type] : undefined
  if (!definition) return broken('unknown-block', `There is no block "${type}"`)
  if (version > definition.version)
    return broken('newer-version', `Block "${type}" is at version ${definition.version}, the node at ${version}`)
  const upgraded = upgrade(props, version, definition)
  if (!upgraded.ok) return broken('upgrade-failed', upgraded.message)
  const { props: parsed, problems } = parseProps(definition.fields, upgraded.props)
  // Whatever the fields, a parsed property is plain data.
  const node = { id, type, props: parsed as JsonObject, slots: completeSlots(slots, definition), ...shown }
  const messages = [
    ...problems.map((problem) => problem.message),
    ...unread.map((name) => `When it is shown: "${name}" cannot be read`),
  ]
  if (messages.length === 0) return node
  const message = messages.join('; ')
  return { ...node, problem: { code: 'bad-props', nodeId: id, message } }
}

function upgrade(
  props: JsonObject,
  from: number,
  definition: BlockDefinition,
): { readonly ok: true; readonly props: JsonObject } | { readonly ok: false; readonly message: string } {
  let present = props
  for (let to = from + 1; to <= definition.version; to++) {
    try {
      const step = definition.upgrades[to]
      if (!step) return { ok: false, message: `Block "${definition.type}" cannot be upgraded to version ${to}` }
      present = step(present)
    } catch (error) {
      return { ok: false, message: `Upgrading block "${definition.type}" to version ${to} failed: ${String(error)}` }
    }
  }
  return { ok: true, props: present }
}

/** Slots of the definition in its order, then others that still hold something. */
function completeSlots(slots: CompiledNode['slots'], definition: BlockDefinition): CompiledNode['slots'] {
  const own = Object.keys(definition.slots).map((name) => [name, slots[name] ?? []] as const)
  const others = Object.entries(slots).filter(([name]) => !Object.hasOwn(definition.slots, name))
  return Object.fromEntries([...own, ...others])
}
