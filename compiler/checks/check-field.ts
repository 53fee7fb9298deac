import type { Field, LinkValue, ReferenceField } from '#components/kit/fields.ts'
import { isMailAddress } from '#components/kit/link-value.ts'
import type { JsonValue } from '#model/json.ts'
import { runsOfValue, valueOfRuns, type RichText } from '#model/rich-text.ts'
import { contrast } from '#runtime/colour.ts'

/** What is wrong with a value, for words to be chosen by. Wrong values stay as typed: the block shows what it can. */
export type FieldProblem =
  | 'too-long'
  | 'out-of-range'
  | 'too-many'
  | 'bad-address'
  | 'bad-phone'
  | 'bad-mail'
  | 'page-gone'
  | 'not-there'
  | 'no-alt'
  | 'unreadable'
  | 'past'

/** What a value is held against. What is undefined is not known yet, and nothing is said about it. */
export interface KnownThings {
  readonly pageIds: readonly string[]
  readonly serviceIds: readonly string[] | undefined
  readonly categoryIds: readonly string[] | undefined
  readonly dishIds: readonly string[] | undefined
  readonly couponIds: readonly string[] | undefined
  readonly nowMs: number
  /** `#rrggbb` of what the block stands on, for colours that are read. */
  readonly ground?: string | undefined
}

/** WCAG 2, level AA, for text of any size. */
export const leastContrast = 4.5

export function checkField(field: Field, value: JsonValue, known: KnownThings): FieldProblem | undefined {
  switch (field.kind) {
    case 'text':
      return typeof value === 'string' && value.length > field.maxLength ? 'too-long' : undefined
    case 'number':
    case 'money':
      return typeof value === 'number' && (value < field.min || value > field.max) ? 'out-of-range' : undefined
    case 'link':
      return checkLink(value, known)
    case 'rich-text':
      return checkLinksIn(value, known)
    case 'picture':
      return isRecord(value) && value.alt === '' && value.decorative !== true ? 'no-alt' : undefined
    case 'reference':
      return isGone(value, idsOf(field.to, known)) ? 'not-there' : undefined
    case 'date-time':
      return typeof value === 'number' && value <= known.nowMs ? 'past' : undefined
    case 'colour':
      return field.isInk && known.ground !== undefined && isUnreadable(value, known.ground) ? 'unreadable' : undefined
    case 'list':
      return Array.isArray(value) && value.length > field.maxItems ? 'too-many' : undefined
    default:
      return undefined
  }
}

export function idsOf(to: ReferenceField['to'], known: KnownThings): readonly string[] | undefined {
  return { service: known.serviceIds, category: known.categoryIds, dish: known.dishIds, coupon: known.couponIds }[to]
}

function checkLink(value: JsonValue, known: KnownThings): FieldProblem | undefined {
  if (!isRecord(value)) return undefined
  switch (value.kind as LinkValue['kind']) {
    case 'page':
      return known.pageIds.includes(String(value.pageId)) ? undefined : 'page-gone'
    case 'dish':
      return isGone(value.dishId, known.dishIds) ? 'not-there' : undefined
    case 'service':
      return isGone(value.serviceId, known.serviceIds) ? 'not-there' : undefined
    case 'coupon':
      return isGone(value.couponId, known.couponIds) ? 'not-there' : undefined
    case 'phone':
    case 'sms':
      return isPhone(String(value.number)) ? undefined : 'bad-phone'
    case 'mail':
      return isMailAddress(String(value.address)) ? undefined : 'bad-mail'
    case 'web':
      return isWebAddress(String(value.url)) ? undefined : 'bad-address'
    default:
      return undefined
  }
}

/** What is wrong with the first broken link in a formatted text. */
function checkLinksIn(text: JsonValue, known: KnownThings): FieldProblem | undefined {
  for (const { attributes } of runsOfValue(text)) {
    const problem = attributes?.link === undefined ? undefined : checkLink(attributes.link, known)
    if (problem) return problem
  }
  return undefined
}

/** The formatted text with its words and marks, and those of its links that lead somewhere. */
export function withoutBrokenLinks(text: JsonValue, known: KnownThings): string | RichText {
  return valueOfRuns(
    runsOfValue(text).map((run) => {
      const { link, ...marks } = run.attributes ?? {}
      return link !== undefined && checkLink(link, known) ? { insert: run.insert, attributes: marks } : run
    }),
  )
}

function isGone(id: JsonValue | undefined, ids: readonly string[] | undefined): boolean {
  return typeof id === 'string' && id !== '' && ids !== undefined && !ids.includes(id)
}

/** As the block will take it. */
export function isPhone(number: string): boolean {
  return /^[+\d][\d ()-]{2,30}$/.test(number)
}

/** Nothing but http and https: a link must not run script or open a file. */
export function isWebAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return (protocol === 'https:' || protocol === 'http:') && hostname.includes('.')
}

function isUnreadable(colour: JsonValue, ground: string): boolean {
  return typeof colour === 'string' && /^#[0-9a-f]{6}$/i.test(colour) && contrast(colour, ground) < leastContrast
}

export function isRecord(value: JsonValue | undefined): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
