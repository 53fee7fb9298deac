/**
 * Messages between the editor and the frame that draws the canvas or the preview, over one MessagePort handed over at
 * the handshake. Geometry is in the frame's own CSS pixels, from the top left of its document.
 */
import type { CompiledNode, CompiledProgram, CompiledTab, CompiledTheme } from '#model/compiled-program.ts'
import type { NodeId, PageId } from '#model/ids.ts'
import type { JsonValue } from '#model/json.ts'
import type { ShopData } from '#components/kit/view.ts'

export interface Rect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface MeasuredNode {
  readonly id: NodeId
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
    }
  /** What one edit changed. Nodes are whole records; absent members stay. The frame is never reloaded. */
  | {
      readonly kind: 'patch'
      /** Grows by one; the frame answers `painted` with the last one it drew. */
      readonly seq: number
      readonly changed: readonly CompiledNode[]
      readonly removed: readonly NodeId[]
      /** Page facts that changed; `root` is the complete new order. */
      readonly pages?: readonly {
        readonly id: PageId
        readonly title: string
        readonly slug: string
        readonly root: readonly NodeId[]
      }[]
      readonly removedPages?: readonly PageId[]
      readonly tabs?: readonly CompiledTab[]
      readonly theme?: CompiledTheme
      readonly name?: string
      readonly language?: string
      readonly homePageId?: PageId
    }
  | { readonly kind: 'shop-data'; readonly shopData: ShopData }
  | { readonly kind: 'show-page'; readonly pageId: PageId }
  | { readonly kind: 'scheme'; readonly scheme: 'light' | 'dark' }
  /** Lets the person type in this text; the frame answers with `text-input` until `text-end`. */
  | {
      readonly kind: 'edit-text'
      readonly nodeId: NodeId
      readonly prop: string
      readonly at: { readonly x: number; readonly y: number } | 'end' | 'all'
    }
  | { readonly kind: 'end-text' }
  /** Answer to a `host-call`. */
  | { readonly kind: 'host-answer'; readonly callId: number; readonly answer: JsonValue }

export type FromFrame =
  | { readonly kind: 'ready' }
  /** Sent after each layout that moved something, at most once a frame: the whole page shown, or only what changed. */
  | {
      readonly kind: 'measured'
      readonly pageId: PageId
      readonly whole: boolean
      readonly nodes: readonly MeasuredNode[]
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
  | { readonly kind: 'text-end'; readonly reason: 'escape' | 'blur' | 'enter' }
  /** The preview went to another page by a link or a tab. */
  | { readonly kind: 'page-shown'; readonly pageId: PageId }
  | { readonly kind: 'view-failed'; readonly nodeId: NodeId; readonly message: string }
  /** A block in the preview asks its host for something (`quote`, `slots`, …); only reads are granted there. */
  | { readonly kind: 'host-call'; readonly callId: number; readonly method: string; readonly argument: JsonValue }

/** First message to the frame's window; the port comes with it. The frame answers `ready` on the port. */
export interface Handshake {
  readonly kind: 'shopwright:frame'
  readonly nonce: string
}
