import type { BlockDefinition } from '#components/kit/define-block.ts'
import type { Field } from '#components/kit/fields.ts'
import type { JsonObject, JsonValue } from '#model/json.ts'

export interface EditedField {
  readonly prop: string
  readonly field: Field
}

/** One chosen block: its kind, what is stored, and what that comes to. */
export interface EditedBlock {
  readonly definition: BlockDefinition
  readonly stored: JsonObject
  /** Complete, with defaults. */
  readonly props: JsonObject
}

/**
 * The fields that can be set for all of these at once, in the order of the first: all fields of blocks of one kind; of
 * different kinds those of layout, style and advanced that have the same name and take the same values. What says
 * something belongs to one block.
 */
export function fieldsInCommon(definitions: readonly BlockDefinition[]): readonly EditedField[] {
  const [first, ...others] = definitions
  if (!first) return []
  const all = Object.entries(first.fields).map(([prop, field]): EditedField => ({ prop, field }))
  if (others.every(({ type }) => type === first.type)) return all
  return all.filter(
    ({ prop, field }) =>
      (field.group ?? 'content') !== 'content' &&
      others.every(({ fields }) => Object.hasOwn(fields, prop) && takesTheSame(field, fields[prop] as Field)),
  )
}

/** Whether a value of one can be a value of the other; their labels and defaults may differ. */
function takesTheSame(a: Field, b: Field): boolean {
  return limitsOf(a) === limitsOf(b)
}

function limitsOf(field: Field): string {
  const limits = { ...field, label: null, help: null, default: null }
  if (limits.kind !== 'choice') return JSON.stringify(limits)
  return JSON.stringify({ ...limits, options: limits.options.map(({ value }) => value) })
}

/** The value that all have; a mark that they differ otherwise. */
export function sharedValue(
  blocks: readonly EditedBlock[],
  prop: string,
): { readonly value: JsonValue; readonly isMixed: boolean } {
  const values = blocks.map(({ definition, props }) => props[prop] ?? definition.fields[prop]?.default ?? null)
  const [first = null, ...others] = values
  const text = JSON.stringify(first)
  return { value: first, isMixed: others.some((value) => JSON.stringify(value) !== text) }
}
