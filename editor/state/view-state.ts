/**
 * What this tab looks at in one program. Holds ids, never copies of nodes: what is shown is worked out from the
 * document. One store per opened program, so nothing of the last one lingers.
 */
import { createStore, type StoreApi } from 'zustand'
import type { NodeId, PageId } from '#model/ids.ts'
import type { DropPlace } from '#editor/studio/canvas/find-drop-place.ts'
import type { LayerPlace } from '#editor/studio/layers/layer-place.ts'
import type { ToFrame } from '#runtime/frame/protocol.ts'
import type { Dragged } from '#editor/studio/canvas/drop-tree.ts'

export type Panel = 'insert' | 'pages' | 'layers' | 'theme'

export interface DragView {
  readonly dragged: Dragged
  /** Where it would land on the canvas or in the layer tree; undefined over neither. */
  readonly place: DropPlace | undefined
  readonly over: 'canvas' | 'layers' | undefined
  /** The row of the layer tree that is marked. */
  readonly layer?: Pick<LayerPlace, 'row' | 'edge'>
}

export interface ViewState {
  readonly pageId: PageId | undefined
  readonly selected: NodeId | undefined
  readonly hovered: NodeId | undefined
  readonly panel: Panel | undefined
  readonly inspectorOpen: boolean
  readonly previewOpen: boolean
  readonly publishOpen: boolean
  readonly helpOpen: boolean
  readonly widthPx: number
  readonly zoom: number
  /** Only asked for while the theme leaves the scheme to the phone. */
  readonly scheme: 'light' | 'dark'
  /** The text being typed on the canvas. */
  readonly typing:
    | { readonly nodeId: NodeId; readonly prop: string; readonly at: Extract<ToFrame, { kind: 'edit-text' }>['at'] }
    | undefined
  readonly drag: DragView | undefined
}

export type ViewStore = StoreApi<ViewState>

export const zoomSteps = [0.5, 0.75, 1, 1.25, 1.5] as const
export const deviceWidthsPx = [320, 375, 390, 430] as const

export function createViewState(initial: Partial<ViewState> = {}): ViewStore {
  return createStore<ViewState>(() => ({
    pageId: undefined,
    selected: undefined,
    hovered: undefined,
    panel: 'insert',
    inspectorOpen: true,
    previewOpen: false,
    publishOpen: false,
    helpOpen: false,
    widthPx: 390,
    zoom: 1,
    scheme: 'light',
    typing: undefined,
    drag: undefined,
    ...initial,
  }))
}
