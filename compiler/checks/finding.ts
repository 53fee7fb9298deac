import type { JsonObject, JsonValue } from '#model/json.ts'
import type { CompileProblem } from '#model/compiled-program.ts'
import type { CodeBlockId, NodeId, PageId } from '#model/ids.ts'
import type { FieldProblem } from './check-field.ts'
import type { Fix } from './fixes-of.ts'

export type FindingCode =
  | 'empty-page'
  | 'empty-home'
  | 'dead-button'
  | 'no-price'
  | 'free-dish'
  | 'sample-text'
  | 'contrast'
  | 'no-hours'
  | 'no-dishes'
  | 'no-services'
  | 'small-picture'
  | 'too-many-tabs'
  | 'hidden-page-linked'
  | 'not-drawn'
  | 'code-mistake'
  | 'bad-settings'
  | FieldProblem

/** Errors keep a program from being published; warnings do not. */
export type Level = 'error' | 'warning'

/** Where "show me" leads. */
export type Place =
  | { readonly kind: 'node'; readonly nodeId: NodeId; readonly prop?: string }
  | { readonly kind: 'page'; readonly pageId: PageId }
  | { readonly kind: 'theme' }
  | { readonly kind: 'code'; readonly blockId: CodeBlockId; readonly line: number; readonly column: number }
  | { readonly kind: 'console'; readonly rest: string }

/** What "fix it" does, as data: `apply-repair.ts` does it, one undo step. */
export type Repair =
  | {
      readonly kind: 'write-field'
      readonly nodeId: NodeId
      readonly prop: string
      readonly path: readonly (string | number)[]
      readonly fix: Fix
    }
  | { readonly kind: 'remove-text'; readonly nodeId: NodeId; readonly prop: string }
  | { readonly kind: 'remove-node'; readonly nodeId: NodeId }
  | { readonly kind: 'remove-page'; readonly pageId: PageId }
  | { readonly kind: 'show-page'; readonly pageId: PageId }
  | { readonly kind: 'keep-first-tabs' }
  | { readonly kind: 'set-theme'; readonly choices: { readonly [name: string]: JsonValue | undefined } }
  | { readonly kind: 'set-usual-hours' }

export interface Finding {
  /** The same finding keeps its key while other things change. */
  readonly key: string
  readonly code: FindingCode
  readonly level: Level
  readonly place: Place
  /** The page it is on, for its title in the list; absent for what concerns the whole program. */
  readonly pageId?: PageId
  /** Something of the merchant's own to name in the sentence: a dish, a page, a text. */
  readonly about?: string
  readonly repair?: Repair
}

/** A node as the checks read it. */
export interface CheckedNode {
  readonly id: NodeId
  readonly type: string
  readonly pageId: PageId
  /** How much of the page's width it has: half of it in columns. */
  readonly widthShare: number
  /** As stored, without defaults. */
  readonly props: JsonObject
  readonly problem: CompileProblem['code'] | undefined
}
