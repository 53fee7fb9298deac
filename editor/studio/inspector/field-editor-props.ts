import type { Field } from '#components/kit/fields.ts'
import type { JsonValue } from '#model/json.ts'

export interface FieldEditorProps<F extends Field = Field> {
  readonly field: F
  readonly value: JsonValue
  readonly onChange: (value: JsonValue) => void
}
