/**
 * What the compiler makes of a document and the runtime draws: the resolved tree as flat records with complete
 * property values. Canvas, preview and published page all read this shape.
 */
import type { NodeId, PageId } from './ids.ts'
import type { JsonObject } from './json.ts'

export interface CompiledNode {
  readonly id: NodeId
  /** The block's type, e.g. `menu`. */
  readonly type: string
  /** Upgraded to the block's present version, defaults filled in, validated. */
  readonly props: JsonObject
  /** Children in order, by slot name. A block without slots has an empty object. */
  readonly slots: { readonly [slot: string]: readonly NodeId[] }
  /**
   * Set when this node cannot be drawn as meant; the runtime then shows a box in its place, never a broken page. With
   * `bad-props` it is drawn all the same, with defaults for what did not fit.
   */
  readonly problem?: CompileProblem
}

export interface CompileProblem {
  readonly code: 'unknown-block' | 'newer-version' | 'bad-props' | 'upgrade-failed' | 'view-failed'
  readonly nodeId: NodeId
  /** For developers; people's words are chosen where it is shown. */
  readonly message: string
}

export interface CompiledPage {
  readonly id: PageId
  /** Path of the page on the program's origin without slashes; empty for the home page. */
  readonly slug: string
  readonly title: string
  /** Top-level nodes in order. */
  readonly root: readonly NodeId[]
  readonly nodes: { readonly [id: string]: CompiledNode }
}

export interface CompiledTab {
  readonly pageId: PageId
  readonly label: string
  /** A name of the icon set of `components/primitives`. */
  readonly icon: string
}

export interface CompiledProgram {
  readonly formatVersion: 1
  readonly name: string
  /** BCP 47, e.g. `zh-CN` or `en`. */
  readonly language: string
  readonly theme: CompiledTheme
  readonly homePageId: PageId
  readonly tabs: readonly CompiledTab[]
  readonly pages: readonly CompiledPage[]
  readonly problems: readonly CompileProblem[]
}

/** Theme choices of the document with every value filled in; `runtime/theme-css.ts` turns them into CSS variables. */
export interface CompiledTheme {
  /** Seed colour of buttons, prices and accents, `#rrggbb`. */
  readonly accent: string
  /** Ground of the page in the light scheme, `#rrggbb`. */
  readonly ground: string
  readonly fontFamily: 'sans' | 'serif' | 'rounded'
  /** Multiplies every size of the type scale; 1 is 100 %. */
  readonly typeScale: number
  readonly radiusPx: number
  /** `auto` follows the visitor's phone. */
  readonly scheme: 'light' | 'dark' | 'auto'
}
