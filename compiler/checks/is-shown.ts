import type { Field } from '#components/kit/fields.ts'
import type { JsonObject } from '#model/json.ts'

/**
 * Whether the other fields' values let this one be seen; of several conditions all must hold.
 * @param props - of the block, or of the item of a list that the field belongs to
 */
export function isShown(field: Field, props: JsonObject): boolean {
  return [field.when ?? []].flat().every(({ field: name, is }) => {
    const other = JSON.stringify(props[name] ?? null)
    return is.some((value) => JSON.stringify(value) === other)
  })
}
