import type { Field } from '#components/kit/fields.ts'
import type { JsonValue } from '#model/json.ts'

export interface FieldEditorProps<F extends Field = Field> {
  readonly field: F
  readonly value: JsonValue
  /**
   * @param stretch - what is typed or dragged on under one name is one undo step; `step` is always one of its own. Without
   *   it the field's kind decides.
   */
  readonly onChange: (value: JsonValue, stretch?: string) => void
  /** Several blocks are chosen, and their values differ: the control shows none of them until one is set for all. */
  readonly isMixed?: boolean
  /** Whom the value belongs to: what is half typed for one is never carried to another. */
  readonly owner?: string
}
