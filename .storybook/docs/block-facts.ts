/** What a definition says, as rows of tables. */
import { capabilitiesOf, capabilityTable } from '#components/kit/capabilities.ts'
import type { BlockDefinition } from '#components/kit/define-block.ts'
import type { Field, FieldCondition, Fields } from '#components/kit/fields.ts'
import { isTranslatable, translatablePaths } from '#components/kit/translatable.ts'

type Row = readonly string[]

export function blockFacts(definition: BlockDefinition): readonly Row[] {
  const { type, group, version, slots, standsIn, shopData, visitorData, interactive, login, upgrades } = definition
  const named = [...new Set(capabilitiesOf(definition))].map((name) => `${name} (${capabilityTable[name].label.en})`)
  const slotTexts = Object.entries(slots).map(([name, { label, axis, accepts, maxChildren }]) =>
    [
      `${name} (${label.en}), ${axis}`,
      accepts ? `takes ${accepts.join(', ')}` : 'takes any block',
      ...(maxChildren === undefined ? [] : [`at most ${maxChildren}`]),
    ].join(', '),
  )
  return [
    ['Type', `${type}, version ${version}, in the group “${group}”`],
    ['Children', slotTexts.join('; ') || 'none'],
    ['Stands in', standsIn?.join(', ') ?? 'any place that takes it'],
    ['Words to translate', translatablePaths(definition.fields).join(', ') || 'none'],
    ['Data of the shop', shopData.join(', ') || 'none'],
    ['Data of the visitor', visitorData.join(', ') || 'none'],
    ['May', named.join(', ') || 'only show, and lead to other pages'],
    ['Asks customers for', login ? `${login.fields.join(', ')} (${login.reason})` : 'nothing'],
    ['On a published page', interactive ? 'wakes when it is wanted' : 'ships no JavaScript'],
    [
      'Upgrades saved values from version',
      Object.keys(upgrades)
        .map((to) => Number(to) - 1)
        .join(', ') || 'none older',
    ],
  ]
}

export function fieldRows(fields: Fields, path = ''): readonly Row[] {
  return Object.entries(fields).flatMap(([name, field]): readonly Row[] => [
    [
      path + name,
      `${field.label.en} · ${field.label['zh-CN']}`,
      holds(field),
      field.kind === 'list' ? `${field.default.length} items` : JSON.stringify(field.default),
      isTranslatable(field) ? 'yes' : '',
      [field.when ?? []].flat().map(conditionText).join(' and '),
    ],
    ...(field.kind === 'list' ? fieldRows(field.item, `${path}${name}[].`) : []),
  ])
}

function conditionText({ field, is }: FieldCondition): string {
  return `${field} is ${is.map((value) => JSON.stringify(value)).join(' or ')}`
}

function holds(field: Field): string {
  switch (field.kind) {
    case 'text':
      return `${field.multiline ? 'text' : 'one line'}, at most ${field.maxLength} letters${field.onCanvas ? ', typed on the canvas' : ''}`
    case 'rich-text':
      return `formatted text, at most ${field.maxLength} letters, typed on the canvas`
    case 'number':
      return `number from ${field.min} to ${field.max}${field.unit ? ` ${field.unit}` : ''}`
    case 'money':
      return `amount from ${field.min} to ${field.max} in minor units`
    case 'choice':
      return `one of ${field.options.map(({ value }) => value).join(', ')}`
    case 'reference':
      return `a ${field.to} of the shop`
    case 'list':
      return `list of at most ${field.maxItems}`
    default:
      return field.kind
  }
}
