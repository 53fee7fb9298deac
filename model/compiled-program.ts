/**
 * What the compiler makes of a document and the runtime draws: the resolved tree as flat records with complete
 * property values. Canvas, preview and published page all read this shape.
 */
import type { NodeId, PageId } from './ids.ts'
import type { JsonObject } from './json.ts'
import type { ThemeChoice } from './theme-choices.ts'
import type { ShowWhen } from './show-when.ts'

export interface CompiledNode {
  readonly id: NodeId
  /** The block's type, e.g. `menu`. */
  readonly type: string
  /** Upgraded to the block's present version, defaults filled in, validated. */
  readonly props: JsonObject
  /** Children in order, by slot name. A block without slots has an empty object. */
  readonly slots: { readonly [slot: string]: readonly NodeId[] }
  /** Absent when it is always seen, with all it holds. `runtime/show-when.ts` decides. */
  readonly showWhen?: ShowWhen
  /**
   * Set when this node cannot be drawn as meant; the runtime then shows a box in its place, never a broken page. With
   * `bad-props` it is drawn all the same, with defaults for what did not fit.
   */
  readonly problem?: CompileProblem
}

export interface CompileProblem {
  readonly code:
    | 'unknown-block'
    | 'newer-version'
    | 'bad-props'
    | 'upgrade-failed'
    | 'view-failed'
    | 'section-gone'
    | 'section-loop'
    | 'section-empty'
  readonly nodeId: NodeId
  /** For developers; people's words are chosen where it is shown. */
  readonly message: string
}

export interface CompiledPage {
  readonly id: PageId
  /** Path of the page on the program's origin without slashes; empty for the home page. */
  readonly slug: string
  readonly title: string
  /** Can be edited, but is in no navigation, and its address answers 404. Links to it lead nowhere. */
  readonly hidden?: true
  /** The card seen where the page is shared; absent members are taken from the page and the program. */
  readonly share?: {
    readonly title?: string
    readonly text?: string
    readonly picture?: {
      readonly url: string
      readonly widthPx: number
      readonly heightPx: number
      readonly alt: string
    }
  }
  /** Words people search by, separated by commas. */
  readonly searchWords?: string
  /** Search engines are asked to leave it out. */
  readonly unlisted?: true
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
  /** Code blocks that stand on a page, by type; absent where none does. */
  readonly codeBlocks?: { readonly [type: string]: { readonly definition: JsonObject; readonly code: string } }
}

/**
 * The theme's choices; `runtime/theme-css.ts` turns them into CSS variables. Optional members are there when somebody
 * chose something other than the look programs had before there was such a choice.
 */
export interface CompiledTheme {
  /** Seed colour of buttons, prices and accents, `#rrggbb`. */
  readonly accent: string
  /** Ground of the page in the light scheme, `#rrggbb`. */
  readonly ground: string
  /** Ground of cards, text and quiet text in the light scheme, `#rrggbb`; derived from the ground if absent. */
  readonly card?: string
  readonly ink?: string
  readonly muted?: string
  /** Ground of the page in the dark scheme, `#rrggbb`; a dark one of the ground's hue if absent. */
  readonly darkGround?: string
  readonly fontFamily: ThemeChoice<'fontFamily'>
  /** As `fontFamily` if absent. */
  readonly headingFamily?: ThemeChoice<'headingFamily'>
  readonly headings?: ThemeChoice<'headings'>
  /** Multiplies every size of the type scale; 1 is 100 %. */
  readonly typeScale: number
  readonly radiusPx: number
  readonly density?: ThemeChoice<'density'>
  readonly pictures?: ThemeChoice<'pictures'>
  readonly texture?: ThemeChoice<'texture'>
  /** `auto` follows the visitor's phone. */
  readonly scheme: ThemeChoice<'scheme'>
}
