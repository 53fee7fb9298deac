import type { JsonObject, JsonValue } from '#model/json.ts'
import type { Field } from '#components/kit/fields.ts'
import { parseProps } from '#components/kit/parse-props.ts'
import { isLocalText } from './read-literal.ts'

/** What each kind of field needs besides its label and default, and what it may have, by `typeof` or a list of values. */
type Rule = 'number' | 'boolean' | 'string' | 'text' | readonly string[]
type Rules = { readonly [member: string]: Rule }

const kinds: { readonly [Kind in Field['kind']]: { readonly needs?: Rules; readonly may?: Rules } } = {
  text: {
    needs: { maxLength: 'number' },
    may: { multiline: 'boolean', onCanvas: 'boolean', translatable: 'boolean' },
  },
  'rich-text': { needs: { maxLength: 'number' }, may: { translatable: 'boolean' } },
  number: {
    needs: { min: 'number', max: 'number' },
    may: { step: 'number', unit: ['px', 'minutes', 'seconds', 'percent'] },
  },
  money: { needs: { min: 'number', max: 'number' }, may: { isNeeded: 'boolean' } },
  'date-time': {},
  spacing: {},
  switch: {},
  choice: {},
  colour: { may: { isInk: 'boolean' } },
  picture: { may: { ratio: 'number', ratioFrom: 'string' } },
  icon: {},
  link: { may: { isNeeded: 'boolean' } },
  reference: { needs: { to: ['service', 'category', 'dish', 'coupon'] } },
  list: { needs: { maxItems: 'number', itemLabel: 'text' }, may: { areasOn: 'string' } },
}

const common: Rules = { help: 'text', group: ['content', 'layout', 'style', 'advanced'] }
const ownShape = ['kind', 'label', 'default', 'when', 'options', 'item']

/** @returns a sentence that names the field and what is wrong with it */
export function problemOfField(name: string, field: JsonValue, within = ''): string | undefined {
  const of = `field "${within}${name}"`
  if (!isObject(field)) return `${of} is an object with kind, label and default`
  const { kind } = field
  if (typeof kind !== 'string' || !Object.hasOwn(kinds, kind))
    return `${of} has no kind that there is; kinds are ${Object.keys(kinds).join(', ')}`
  if (within !== '' && kind === 'list') return `${of} is a list in a list, which there is not`
  if (!isLocalText(field.label)) return `${of} needs a label: { en: '…', 'zh-CN': '…' }`
  const { needs = {}, may = {} } = kinds[kind as Field['kind']]
  for (const [member, rule] of Object.entries(needs))
    if (!fits(field[member], rule)) return `${of} needs "${member}", ${told(rule)}`
  for (const [member, value] of Object.entries(field)) {
    if (ownShape.includes(member) || Object.hasOwn(needs, member)) continue
    const rule = { ...common, ...may }[member]
    if (!rule) return `${of} has "${member}", which a field of the kind "${kind}" does not have`
    if (!fits(value, rule)) return `${of}: "${member}" is ${told(rule)}`
  }
  return problemOfShape(of, name, field, kind) ?? problemOfDefault(of, name, field)
}

function problemOfShape(of: string, name: string, field: JsonObject, kind: string): string | undefined {
  const { options, item, when } = field
  if ((kind === 'choice') !== (options !== undefined)) return `${of}: "options" belongs to a choice, which needs it`
  const isOption = (option: JsonValue) =>
    isObject(option) && typeof option.value === 'string' && isLocalText(option.label)
  if (options !== undefined && !(Array.isArray(options) && options.length > 0 && options.every(isOption)))
    return `${of}: each of its "options" is { value: '…', label: { en: '…', 'zh-CN': '…' } }`
  if ((kind === 'list') !== (item !== undefined)) return `${of}: "item" belongs to a list, which needs it`
  if (item !== undefined && !isObject(item)) return `${of}: "item" is an object of fields`
  const parts = isObject(item) ? Object.entries(item) : []
  for (const [part, value] of parts) {
    const problem = problemOfField(part, value, `${name}.`)
    if (problem !== undefined) return problem
  }
  const conditions = when === undefined ? [] : Array.isArray(when) ? when : [when]
  const isCondition = (each: JsonValue) => isObject(each) && typeof each.field === 'string' && Array.isArray(each.is)
  return conditions.every(isCondition) ? undefined : `${of}: "when" is { field: '…', is: […] }, or a list of such`
}

/** What the block starts with must be what it may hold. */
function problemOfDefault(of: string, name: string, field: JsonObject): string | undefined {
  const value = field.default
  if (value === undefined) return `${of} needs a default`
  const read = parseProps({ [name]: field as unknown as Field }, { [name]: value })
  const [problem] = read.problems
  return problem && `${of} has a default that does not fit: ${problem.message}`
}

function fits(value: JsonValue | undefined, rule: Rule): boolean {
  if (rule === 'text') return isLocalText(value)
  if (rule === 'number') return typeof value === 'number' && Number.isFinite(value)
  return typeof rule === 'string' ? typeof value === rule : typeof value === 'string' && rule.includes(value)
}

function told(rule: Rule): string {
  if (rule === 'text') return "{ en: '…', 'zh-CN': '…' }"
  if (typeof rule !== 'string') return `one of ${rule.map((value) => `"${value}"`).join(', ')}`
  return { number: 'a number', boolean: 'true or false', string: 'a text' }[rule]
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
