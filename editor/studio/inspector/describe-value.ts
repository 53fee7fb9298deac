import type { Field } from '#components/kit/fields.ts'
import { readSpacing, sides } from '#components/kit/spacing.ts'
import type { JsonValue } from '#model/json.ts'
import type { LocalText } from '#model/program-spec.ts'
import type { Words } from '#editor/words/use-words.ts'

/** A value in a word or two, e.g. what a reset comes back to. */
export function describeValue(field: Field, value: JsonValue, say: (text: LocalText) => string, words: Words): string {
  const { inspector, studio } = words
  switch (field.kind) {
    case 'switch':
      return value === true ? inspector.on : inspector.off
    case 'choice': {
      const option = field.options.find((each) => each.value === value)
      return option ? say(option.label) : inspector.theDefault
    }
    case 'number':
      return `${String(value)}${field.unit ? ` ${studio.units[field.unit]}` : ''}`
    case 'list':
      return inspector.items(Array.isArray(value) ? value.length : 0)
    case 'spacing': {
      const room = readSpacing(typeof value === 'string' ? value : '')
      const [first] = sides.map((side) => room[side])
      return first && sides.every((side) => room[side] === first) ? inspector.steps[first] : inspector.theDefault
    }
    case 'reference':
      return value === '' ? inspector.references[field.to] : inspector.theDefault
    case 'link':
      return inspector.noLink
    case 'money':
    case 'date-time':
    case 'picture':
      return inspector.notSet
    case 'colour':
      return value === '' ? studio.noColour : String(value)
    default:
      return typeof value === 'string' && value !== '' ? value : inspector.empty
  }
}
