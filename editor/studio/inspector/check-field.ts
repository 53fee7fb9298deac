import type { Field } from '#components/kit/fields.ts'
import type { JsonValue } from '#model/json.ts'

/** What is wrong with a value, for words to be chosen by. Wrong values stay as typed: the block shows what it can. */
export type FieldProblem = 'too-long' | 'bad-address' | 'bad-phone' | 'page-gone' | 'not-there' | 'no-alt'

export interface KnownThings {
  readonly pageIds: readonly string[]
  /** Undefined while the shop's data has not arrived. */
  readonly serviceIds: readonly string[] | undefined
  readonly categoryIds: readonly string[] | undefined
}

export function checkField(field: Field, value: JsonValue, known: KnownThings): FieldProblem | undefined {
  switch (field.kind) {
    case 'text':
      return typeof value === 'string' && value.length > field.maxLength ? 'too-long' : undefined
    case 'link':
      return checkLink(value, known)
    case 'picture':
      return isRecord(value) && value.alt === '' ? 'no-alt' : undefined
    case 'reference': {
      const ids = field.to === 'service' ? known.serviceIds : known.categoryIds
      return typeof value === 'string' && value !== '' && ids && !ids.includes(value) ? 'not-there' : undefined
    }
    default:
      return undefined
  }
}

function checkLink(value: JsonValue, known: KnownThings): FieldProblem | undefined {
  if (!isRecord(value)) return undefined
  if (value.kind === 'page') return known.pageIds.includes(String(value.pageId)) ? undefined : 'page-gone'
  if (value.kind === 'phone') return /^\+?[\d\s()-]{3,}$/.test(String(value.number)) ? undefined : 'bad-phone'
  if (value.kind === 'web') return isWebAddress(String(value.url)) ? undefined : 'bad-address'
  return undefined
}

/** Nothing but http and https: a link must not run script or open a file. */
function isWebAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname } = new URL(address)
  return (protocol === 'https:' || protocol === 'http:') && hostname.includes('.')
}

function isRecord(value: JsonValue): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
