import type { PageId } from './ids.ts'
import type { JsonValue } from './json.ts'
import type { LocalText, SpecValue } from './program-spec.ts'
import type { Language } from './schema.ts'

export interface SpecContext {
  readonly language: Language
  pageIdOf(slug: string): PageId | undefined
}

/** Takes the text of one language wherever a value is given per language, and the id of a page wherever one is named. */
export function resolveSpecValue(value: SpecValue, context: SpecContext): JsonValue {
  if (value === null || typeof value !== 'object') return value
  if (isList(value)) return value.map((item) => resolveSpecValue(item, context))
  if (isLocalText(value)) return value.$text[context.language]
  if ('$page' in value && typeof value.$page === 'string') return context.pageIdOf(value.$page) ?? null
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, resolveSpecValue(item, context)]))
}

function isList(value: SpecValue & object): value is readonly SpecValue[] {
  return Array.isArray(value)
}

function isLocalText(value: object): value is { readonly $text: LocalText } {
  return '$text' in value
}
