import type { JsonObject, JsonValue } from '#model/json.ts'
import { isIconName } from '../primitives/icon-paths.ts'
import { MOST_ZOOM } from './picture-crop.ts'
import type { Field, Fields, PropsOf } from './fields.ts'
import { isLink } from './link-value.ts'
import { fittingText } from './rich-text.ts'
import { isSpacing } from './spacing.ts'

export interface PropsProblem {
  /** Path of the property, e.g. `slides[2].title`. */
  readonly field: string
  /** For developers: what was wrong and what was done about it. */
  readonly message: string
}

/**
 * Checks saved properties against a block's fields. Never throws and always answers with complete properties: what is
 * missing gets its default; what is out of range is brought into it; what makes no sense is replaced by its default.
 * Unknown properties are left out of the answer.
 */
export function parseProps<F extends Fields>(
  fields: F,
  raw: JsonObject,
): { readonly props: PropsOf<F>; readonly problems: readonly PropsProblem[] } {
  const problems: PropsProblem[] = []
  const props = parseFields(fields, raw, '', problems)
  // Each value was just made to fit its field.
  return { props: props as PropsOf<F>, problems }
}

type Report = (message: string) => void

function parseFields(fields: Fields, raw: JsonObject, path: string, problems: PropsProblem[]): JsonObject {
  const entries = Object.entries(fields).map(([name, field]): [string, JsonValue] => {
    const value = Object.hasOwn(raw, name) ? raw[name] : undefined
    if (value === undefined) return [name, field.default]
    const at = path + name
    const report = (message: string) => void problems.push({ field: at, message: `"${at}" ${message}` })
    if (field.kind === 'list') return [name, parseList(field, value, at, problems, report)]
    const parsed = parseValue(field, value, report)
    if (parsed !== undefined) return [name, parsed]
    report(`should be ${expectation(field)}, not ${shown(value)}; its default is used`)
    return [name, field.default]
  })
  return Object.fromEntries(entries)
}

/** The value as it may be used, or undefined when nothing can be made of it. */
function parseValue(field: Exclude<Field, { kind: 'list' }>, value: JsonValue, report: Report): JsonValue | undefined {
  switch (field.kind) {
    case 'text':
      return typeof value === 'string' ? shortened(value, field.maxLength, report) : undefined
    case 'rich-text': {
      const fitting = fittingText(value, field.maxLength)
      if (fitting?.cut) report(`is too long; the first ${field.maxLength} characters are used`)
      return fitting?.value
    }
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? withinRange(value, field, report) : undefined
    case 'money':
      if (value === null) return null
      return typeof value === 'number' && Number.isInteger(value) ? withinRange(value, field, report) : undefined
    case 'date-time':
      return value === null || isMoment(value) ? value : undefined
    case 'spacing':
      return typeof value === 'string' && isSpacing(value) ? value : undefined
    case 'switch':
      return typeof value === 'boolean' ? value : undefined
    case 'choice':
      return field.options.some((option) => option.value === value) ? value : undefined
    case 'colour':
      return typeof value === 'string' && colourPattern.test(value) ? value : undefined
    case 'icon':
      return typeof value === 'string' && isIconName(value) ? value : undefined
    case 'reference':
      return typeof value === 'string' && value.length <= 64 ? value : undefined
    case 'picture':
      return value === null ? null : isPicture(value) ? readPicture(value, report) : undefined
    case 'link':
      return value === null || isLink(value) ? value : undefined
  }
}

function parseList(
  field: Extract<Field, { kind: 'list' }>,
  value: JsonValue,
  path: string,
  problems: PropsProblem[],
  report: Report,
): JsonValue {
  if (!Array.isArray(value)) {
    report(`should be a list, not ${shown(value)}; its default is used`)
    return field.default
  }
  if (value.length > field.maxItems) report(`holds ${value.length} items; only the first ${field.maxItems} are used`)
  const items: readonly JsonValue[] = value.slice(0, field.maxItems)
  return items.map((item, index): JsonObject => {
    if (isObject(item)) return parseFields(field.item, item, `${path}[${index}].`, problems)
    problems.push({
      field: `${path}[${index}]`,
      message: `"${path}[${index}]" should be an item, not ${shown(item)}; an empty one is used`,
    })
    return parseFields(field.item, {}, '', problems)
  })
}

function shortened(text: string, maxLength: number, report: Report): string {
  if (text.length <= maxLength) return text
  report(`is ${text.length} characters long; the first ${maxLength} are used`)
  const cut = text.slice(0, maxLength)
  // Not in the middle of a character that takes two units.
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut
}

function withinRange(value: number, { min, max }: { min: number; max: number }, report: Report): number {
  const fitting = Math.min(max, Math.max(min, value))
  if (fitting !== value) report(`must be from ${min} to ${max}; ${value} became ${fitting}`)
  return fitting
}

const colourPattern = /^$|^#[0-9a-f]{6}$|^theme:(accent|ground|ink|muted|card)$/i

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What a picture may have besides is left out when it makes no sense: the picture itself is shown all the same. */
function readPicture({ crop, decorative, ...picture }: JsonObject, report: Report): JsonObject {
  if (crop !== undefined && !isCrop(crop)) report(`has no crop that makes sense: ${shown(crop)}`)
  return {
    ...picture,
    ...(crop !== undefined && isCrop(crop) && { crop }),
    ...(decorative === true && { decorative }),
  }
}

function isCrop(crop: JsonValue): boolean {
  if (!isObject(crop)) return false
  const within = (value: JsonValue | undefined, min: number, max: number) =>
    typeof value === 'number' && value >= min && value <= max
  return within(crop.x, 0, 1) && within(crop.y, 0, 1) && within(crop.zoom, 1, MOST_ZOOM)
}

function isPicture(value: JsonValue): value is JsonObject {
  if (!isObject(value)) return false
  const { url, widthPx, heightPx, alt } = value
  const isLength = (length: JsonValue | undefined) =>
    typeof length === 'number' && length > 0 && Number.isFinite(length)
  // A path of the serving origin or inline: a picture from elsewhere would tell a third party about every visitor.
  const ownUrl = typeof url === 'string' && /^(\/(?![/\\])|data:image\/)/.test(url)
  return ownUrl && isLength(widthPx) && isLength(heightPx) && typeof alt === 'string'
}

/** What a `Date` can hold. */
const lastMomentMs = 8.64e15

function isMoment(value: JsonValue): boolean {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= lastMomentMs
}

function expectation(field: Field): string {
  if (field.kind === 'choice') return `one of ${field.options.map((option) => `"${option.value}"`).join(', ')}`
  return {
    text: 'a text',
    'rich-text': 'a text or formatted runs',
    number: 'a number',
    money: 'a whole amount in minor units, or null',
    'date-time': 'a moment in milliseconds since 1970, or null',
    spacing: 'four letters of spacing, or empty',
    switch: 'true or false',
    colour: '#rrggbb, a colour of the theme, or empty',
    icon: 'a name of the icon set',
    reference: 'an id',
    picture: 'a picture of the library, or null',
    link: 'a link to a page, a dish, a service, a phone, a web address or the map, or null',
    list: 'a list',
  }[field.kind]
}

function shown(value: JsonValue): string {
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
