import type { Field } from '#components/kit/fields.ts'
import type { BlockDefinition } from '#components/kit/define-block.ts'
import { setProp, setText, type JsonObject, type JsonValue, type NodeId, type Program } from '#model/index.ts'
import { isSharedText } from '../session/block-facts.ts'

/** Whether another field's value lets this one be seen. */
export function isShown(field: Field, props: JsonObject): boolean {
  if (!field.when) return true
  const other = props[field.when.field] ?? null
  return field.when.is.some((value) => JSON.stringify(value) === JSON.stringify(other))
}

/** Whether it was set to something else than its default, so that it can be reset. */
export function isChanged(field: Field, stored: JsonValue | undefined): boolean {
  return stored !== undefined && JSON.stringify(stored) !== JSON.stringify(field.default)
}

/** Writes one field the way it is stored: texts typed on the canvas merge by character, all else is set as a whole. */
export function writeField(
  program: Program,
  definition: BlockDefinition | undefined,
  id: NodeId,
  name: string,
  value: JsonValue,
): void {
  if (isSharedText(definition, name)) setText(program, id, name, typeof value === 'string' ? value : '')
  else setProp(program, id, name, value)
}

/** Back to the block's default. A shared text stays one: its characters are rewritten, never its place in the document. */
export function resetField(program: Program, definition: BlockDefinition | undefined, id: NodeId, name: string): void {
  if (isSharedText(definition, name)) writeField(program, definition, id, name, definition?.fields[name]?.default ?? '')
  else setProp(program, id, name, undefined)
}

/** What is typed or dragged on counts as one undo step with what came just before; a choice is a step of its own. */
export function isContinuous(field: Field): boolean {
  return (
    field.kind === 'text' ||
    field.kind === 'number' ||
    field.kind === 'money' ||
    field.kind === 'colour' ||
    field.kind === 'list'
  )
}
