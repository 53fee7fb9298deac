/**
 * A program as plain data: what templates are written in and what `createProgramDoc` turns into a document.
 * Property values may be given per language as `{ $text: { en, 'zh-CN' } }`; the one asked for is taken. A page is
 * referred to by its slug as `{ $page: 'menu' }`, which becomes its id.
 */
import type { JsonObject, JsonValue } from './json.ts'

export interface LocalText {
  readonly en: string
  readonly 'zh-CN': string
}

export type SpecValue =
  | JsonValue
  | { readonly $text: LocalText }
  | readonly SpecValue[]
  | { readonly [key: string]: SpecValue }

export interface NodeSpec {
  readonly type: string
  /** Version of the block that the properties were written for; defaults to its present version. */
  readonly version?: number
  readonly props?: { readonly [name: string]: SpecValue }
  readonly slots?: { readonly [slot: string]: readonly NodeSpec[] }
  /** Conditions of when it is seen, as in `ShowWhen` of `show-when.ts`. */
  readonly showWhen?: JsonObject
}

export interface PageSpec {
  readonly title: LocalText
  /** Empty for the home page. */
  readonly slug: string
  /** In the bottom tab bar with this icon, or not at all. */
  readonly tab?: { readonly label: LocalText; readonly icon: string }
  readonly nodes: readonly NodeSpec[]
}

export interface ProgramSpec {
  readonly theme: { readonly [name: string]: JsonValue }
  readonly pages: readonly PageSpec[]
}
