import type { Field } from '#components/kit/fields.ts'
import type { BlockDefinition } from '#components/kit/define-block.ts'
import { isRichText, setProp, setRichText, setText, type JsonValue, type NodeId, type Program } from '#model/index.ts'
import { isSharedText } from '../session/block-facts.ts'

/** Whether it was set to something else than its default, so that it can be reset. */
export function isChanged(field: Field, stored: JsonValue | undefined): boolean {
  return stored !== undefined && JSON.stringify(stored) !== JSON.stringify(field.default)
}

/** Writes one field the way it is stored: texts merge by character, lists item by item, all else is set as a whole. */
export function writeField(
  program: Program,
  definition: BlockDefinition | undefined,
  id: NodeId,
  name: string,
  value: JsonValue,
): void {
  const field = definition?.fields[name]
  if (field?.kind === 'rich-text' && (typeof value === 'string' || isRichText(value)))
    setRichText(program, id, name, value)
  else if (field?.kind === 'text') setText(program, id, name, typeof value === 'string' ? value : '', field.default)
  else if (field?.kind === 'list') {
    const seen = program.node(id)?.props[name] ?? field.default
    setProp(program, id, name, value, { seen, isText: (each) => field.item[each]?.kind === 'text' })
  } else setProp(program, id, name, value)
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
    field.kind === 'rich-text' ||
    field.kind === 'number' ||
    field.kind === 'money' ||
    field.kind === 'colour' ||
    field.kind === 'list'
  )
}
