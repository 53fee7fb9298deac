/**
 * Messages between the editor and the frame that draws the canvas or the preview, over one MessagePort handed over at
 * the handshake. Geometry is in the frame's own CSS pixels, from the top left of its document.
 */
import type {
  CompiledNode,
  CompiledPage,
  CompiledProgram,
  CompiledTab,
  CompiledTheme,
} from '#model/compiled-program.ts'
import type { NodeId, PageId } from '#model/ids.ts'
import type { JsonValue } from '#model/json.ts'
import type { CompiledCodeBlock } from '#components/kit/code-block.ts'
import type { SituationId } from '#components/kit/situations.ts'
import type { TextRun } from '#model/rich-text.ts'
import type { ShopData } from '#components/kit/view.ts'
import type { DeltaMessage } from '../rich-text/delta-link.ts'
import type { TextWish } from '../rich-text/key-action.ts'
import type { CaretLook } from '../rich-text/rich-editable.ts'
import type { FormatCommand } from '../rich-text/text-commands.ts'

export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface MeasuredNode {
  readonly id: NodeId
  /** The box at the top of the page that it stands in; what is in one box moves together. */
  readonly box: number
  readonly rect: Rect
  /** One entry per slot of a container; `rect` is the slot's own box, also when it is empty. */
  readonly slots: readonly { readonly name: string; readonly rect: Rect; readonly axis: 'vertical' | 'horizontal' }[]
  /** Texts that can be typed on the canvas. */
  readonly texts: readonly { readonly prop: string; readonly rect: Rect }[]
}

export type ToFrame =
  | {
      readonly kind: 'start'
      readonly mode: 'canvas' | 'preview'
      readonly program: CompiledProgram
      readonly pageId: PageId
      readonly shopData: ShopData | null
      readonly scheme: 'light' | 'dark'
      /** `now` when absent. */
      readonly situation?: SituationId
    }
  /** What one edit changed. Nodes are whole records; absent members stay. The frame is never reloaded. */
  | {
      readonly kind: 'patch'
      /** Grows by one; the frame answers `painted` with the last one it drew. */
      readonly seq: number
      readonly changed: readonly CompiledNode[]
      readonly removed: readonly NodeId[]
      /** Page facts that changed; `root` is the complete new order. */
      readonly pages?: readonly Omit<CompiledPage, 'nodes'>[]
      readonly removedPages?: readonly PageId[]
      readonly tabs?: readonly CompiledTab[]
      readonly theme?: CompiledTheme
      readonly name?: string
      readonly language?: string
      readonly homePageId?: PageId
    }
  | { readonly kind: 'shop-data'; readonly shopData: ShopData }
  /** Code blocks that are other now, by type; null for one that is gone. Kept over a `start`. */
  | { readonly kind: 'code-blocks'; readonly blocks: { readonly [type: string]: CompiledCodeBlock | null } }
  /** Shows the program as it would be then; the frame is not loaded anew. */
  | { readonly kind: 'situation'; readonly situation: SituationId }
  | { readonly kind: 'show-page'; readonly pageId: PageId }
  | { readonly kind: 'scheme'; readonly scheme: 'light' | 'dark' }
  /** What is shown of the canvas, with a margin to scroll to, in pixels of the page. Far from it nothing is drawn. */
  | { readonly kind: 'in-sight'; readonly top: number; readonly bottom: number }
  /** Shows these slots of blocks whose slots take turns, until others of them are asked for. */
  | { readonly kind: 'open-slots'; readonly slots: readonly { readonly nodeId: NodeId; readonly slot: string }[] }
  /** Lets the person type in this text; the frame answers with `text-input` until `text-end`. */
  | {
      readonly kind: 'edit-text'
      readonly nodeId: NodeId
      readonly prop: string
      readonly at: { readonly x: number; readonly y: number } | 'end' | 'all'
      /** As the document has it at this moment, for a rich text: both sides then tell each other `text-delta`s. */
      readonly runs?: readonly TextRun[]
    }
  /** What somebody else, or undo, changed in the rich text being typed. */
  | ({ readonly kind: 'text-delta' } & DeltaMessage)
  /** A button of the toolbar, for what is chosen in the text being typed. */
  | { readonly kind: 'format-text'; readonly command: FormatCommand }
  | { readonly kind: 'end-text' }
  /** Answer to `picture-wanted`. */
  | { readonly kind: 'picture'; readonly url: string; readonly picture: Blob }
  /** Answer to a `host-call`. */
  | { readonly kind: 'host-answer'; readonly callId: number; readonly answer: JsonValue }

export type FromFrame =
  | { readonly kind: 'ready' }
  /**
   * Sent after each layout that moved something, at most once a frame: the whole page shown, or only what changed. What
   * is below something that grew is not measured again: its boxes have `moved` since they were told last.
   */
  | {
      readonly kind: 'measured'
      readonly pageId: PageId
      readonly whole: boolean
      readonly nodes: readonly MeasuredNode[]
      readonly moved: readonly { readonly box: number; readonly dx: number; readonly dy: number }[]
      readonly removed: readonly NodeId[]
      readonly heightPx: number
    }
  | { readonly kind: 'painted'; readonly seq: number }
  /**
   * The whole value after an input, never in the middle of a composition. `base` is the value it grew from, so that the
   * editor keeps what somebody else typed meanwhile: `setText(program, nodeId, prop, mergeText(base, value, present))`
   * with `mergeText` of `runtime/frame/merge-text.ts`.
   */
  | {
      readonly kind: 'text-input'
      readonly nodeId: NodeId
      readonly prop: string
      readonly value: string
      readonly base: string
    }
  /** What was typed or formatted in a rich text, never in the middle of a composition. */
  | ({ readonly kind: 'text-delta'; readonly by: 'typing' | 'format' } & DeltaMessage)
  | { readonly kind: 'text-caret'; readonly look: CaretLook }
  | { readonly kind: 'text-wish'; readonly wish: TextWish }
  | {
      readonly kind: 'text-end'
      readonly nodeId: NodeId
      readonly prop: string
      readonly reason: 'escape' | 'blur' | 'enter'
    }
  /** The key that saves, which in here would save this document. */
  | { readonly kind: 'save-pressed' }
  /** The preview went to another page by a link or a tab. */
  | { readonly kind: 'page-shown'; readonly pageId: PageId }
  /** A picture could not be loaded; without a network the editor may have kept it, in some size. */
  | { readonly kind: 'picture-wanted'; readonly url: string }
  | { readonly kind: 'view-failed'; readonly nodeId: NodeId; readonly message: string }
  /** A block in the preview asks its host for something (`quote`, `slots`, …); only reads are granted there. */
  | { readonly kind: 'host-call'; readonly callId: number; readonly method: string; readonly argument: JsonValue }

/** First message to the frame's window; the port comes with it. The frame answers `ready` on the port. */
export interface Handshake {
  readonly kind: 'shopwright:frame'
  readonly nonce: string
}
