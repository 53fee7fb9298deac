import type { Field, Fields } from '#components/kit/fields.ts'
import type { JsonObject, JsonValue } from '#model/json.ts'
import { checkField, isRecord, type FieldProblem, type KnownThings } from './check-field.ts'
import { isShown } from './is-shown.ts'
import { fixesOf, type Fix } from './fixes-of.ts'

export interface FoundProblem {
  /** From the block's field inwards, e.g. `['slides', 2, 'link']`. */
  readonly path: readonly [string, ...(string | number)[]]
  readonly field: Field
  readonly problem: FieldProblem
  readonly fixes: readonly Fix[]
}

/**
 * Every problem in a block's values, those of its lists' items included. What a condition puts out of sight is left out:
 * it is not used either.
 * @param props - as stored, with or without defaults
 */
export function findFieldProblems(fields: Fields, props: JsonObject, known: KnownThings): readonly FoundProblem[] {
  return Object.entries(fields).flatMap(([name, field]) =>
    isShown(field, withDefaults(fields, props)) ? problemsAt([name], field, props[name] ?? field.default, known) : [],
  )
}

/** The block's field with one value in it made good, ready to be written as a whole. */
export function valueWithFix(value: JsonValue, path: readonly (string | number)[], fixed: JsonValue): JsonValue {
  const [step, ...rest] = path
  if (step === undefined) return fixed
  if (typeof step === 'number' && Array.isArray(value))
    return value.map((each: JsonValue, at) => (at === step ? valueWithFix(each, rest, fixed) : each))
  return isRecord(value) ? { ...value, [step]: valueWithFix(value[step] ?? null, rest, fixed) } : value
}

function problemsAt(
  path: FoundProblem['path'],
  field: Field,
  value: JsonValue,
  known: KnownThings,
): readonly FoundProblem[] {
  const problem = checkField(field, value, known)
  const own = problem ? [{ path, field, problem, fixes: fixesOf(field, value, problem, known) }] : []
  if (field.kind !== 'list' || !Array.isArray(value)) return own
  const inside = value.flatMap((item: JsonValue, at) =>
    isRecord(item)
      ? findFieldProblems(field.item, item, known).map((found): FoundProblem => ({
          ...found,
          path: [...path, at, ...found.path],
        }))
      : [],
  )
  return [...own, ...inside]
}

function withDefaults(fields: Fields, props: JsonObject): JsonObject {
  const defaults = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.default]))
  return { ...defaults, ...props }
}
