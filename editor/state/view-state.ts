/**
 * What this tab looks at in one program. Holds ids, never copies of nodes: what is shown is worked out from the
 * document. One store per opened program, so nothing of the last one lingers.
 */
import { createStore, type StoreApi } from 'zustand'
import type { CodeBlockId, NodeId, PageId, SectionId } from '#model/ids.ts'
import type { SituationId } from '#components/kit/situations.ts'
import type { CodeCaret } from '#editor/studio/code-blocks/code-caret.ts'
import type { DropMark, DropPlace } from '#editor/studio/canvas/find-drop-place.ts'
import type { LayerPlace } from '#editor/studio/layers/layer-place.ts'
import type { ToFrame } from '#runtime/frame/protocol.ts'
import { nothing, type Selection } from './selection.ts'
import type { Dragged, SlotAddress } from '#editor/studio/canvas/drop-tree.ts'

export type Panel = 'insert' | 'pages' | 'layers' | 'theme' | 'pictures' | 'shop' | 'checks'

export interface DragView {
  readonly dragged: Dragged
  /** Where it would land on the canvas or in the layer tree; undefined over neither. */
  readonly place: DropPlace | undefined
  readonly over: 'canvas' | 'layers' | undefined
  /** The row of the layer tree that is marked. */
  readonly layer?: Pick<LayerPlace, 'row' | 'edge'>
  /** The page that opens if the pointer rests on it a moment longer. */
  readonly overPage?: PageId
  /** How it is steered; absent means by a pointer that holds it. */
  readonly by?: 'keys' | 'tap'
}

/** The list of blocks to insert, opened at one place of the canvas. */
export interface InserterView {
  readonly to: SlotAddress & { readonly index: number }
  /** Where the place is, in the frame's pixels; worked out by who opened it. */
  readonly mark: DropMark
}

/** A block, as drawn on this page; without one the page itself. */
export interface CommentsAt {
  readonly pageId: PageId
  readonly nodeId?: NodeId
}

/** One slot of one block. */
export interface SlotOfNode {
  readonly nodeId: NodeId
  readonly slot: string
}

export interface ViewState {
  readonly pageId: PageId | undefined
  /** What is chosen; the last one leads. */
  readonly selection: Selection
  /** Each tap or click adds to what is chosen or takes from it, as with Shift held; ends when anything else chooses. */
  readonly choosingMore: boolean
  readonly hovered: NodeId | undefined
  readonly panel: Panel | undefined
  readonly inspectorOpen: boolean
  readonly previewOpen: boolean
  /** The code block whose code is open beside the canvas. */
  readonly codeOf: CodeBlockId | undefined
  /** A place in it to be led to, once. */
  readonly codeAt: { readonly line: number; readonly column: number } | undefined
  /** Where this person's caret is in it. */
  readonly codeCaret: CodeCaret | undefined
  /** A code block that is in use and about to be deleted. */
  readonly deletingCode: CodeBlockId | undefined
  readonly publishOpen: boolean
  readonly helpOpen: boolean
  /** The people of the program and how to invite more. */
  readonly sharingOpen: boolean
  /** Choosing what a new page begins with. */
  readonly addingPage: boolean
  /** The page whose name is being typed in the list of pages. */
  readonly renamingPage: PageId | undefined
  /** The page whose settings take the place of the list of pages. */
  readonly pageSettingsOf: PageId | undefined
  /** The list of all commands with a search. */
  readonly finderOpen: boolean
  readonly historyOpen: boolean
  /** The list of all comments. */
  readonly commentsOpen: boolean
  /** A click chooses what to say something about. */
  readonly commenting: boolean
  /** What is said about one block or page is open, with a field to say more. */
  readonly commentsAt: CommentsAt | undefined
  /** The thread that is open in the list. */
  readonly threadId: string | undefined
  readonly pinsHidden: boolean
  /** What the history shows: versions of everybody's work, who changed the shop, or this tab's own steps. */
  readonly historyTab: 'versions' | 'shop' | 'steps'
  /** A version, or all that came since one was last here, is open to look at. */
  readonly lookingBack:
    | { readonly kind: 'version'; readonly seq: number }
    | { readonly kind: 'since'; readonly seq: number; readonly atMs: number }
    | undefined
  /** Where this person stopped the time before, as long as there is something new since. */
  readonly lastHere: { readonly seq: number; readonly atMs: number } | undefined
  /** How many saw and tapped each block is shown over the page. */
  readonly figuresOpen: boolean
  /** Where the menu of the selection is open, in the window's pixels. */
  readonly menuAt: { readonly x: number; readonly y: number } | undefined
  readonly widthPx: number
  readonly zoom: number
  /** Only asked for while the theme leaves the scheme to the phone. */
  readonly scheme: 'light' | 'dark'
  /** The text being typed on the canvas. */
  readonly typing:
    | { readonly nodeId: NodeId; readonly prop: string; readonly at: Extract<ToFrame, { kind: 'edit-text' }>['at'] }
    | undefined
  /** Slots that take turns and were opened last, by choosing what is in them or by a click on what opens them. */
  readonly openSlots: readonly SlotOfNode[]
  readonly drag: DragView | undefined
  /** The gap between two blocks that the pointer is in. */
  readonly gap: InserterView | undefined
  readonly inserter: InserterView | undefined
  /** What was shown before a shared section was opened for editing; the last one is where "Done" leads. */
  readonly cameFrom: readonly { readonly pageId: PageId; readonly selection: Selection }[]
  /** A shared section that was just saved and may be given a name. */
  readonly naming: SectionId | undefined
  /** Whose view this tab shows as its own, by the person's id. */
  readonly following: string | undefined
  /** What canvas and preview pretend. */
  readonly situation: SituationId
}

export type ViewStore = StoreApi<ViewState>

export const zoomSteps = [0.5, 0.75, 1, 1.25, 1.5] as const
export const deviceWidthsPx = [320, 375, 390, 430] as const

/** The view of one tab. Choosing what is chosen already changes nothing, so that nothing is drawn anew for it. */
export function createViewState(initial: Partial<ViewState> = {}): ViewStore {
  const store = createStore<ViewState>(() => ({
    pageId: undefined,
    selection: nothing,
    choosingMore: false,
    hovered: undefined,
    panel: 'insert',
    inspectorOpen: true,
    previewOpen: false,
    codeOf: undefined,
    codeAt: undefined,
    codeCaret: undefined,
    deletingCode: undefined,
    publishOpen: false,
    helpOpen: false,
    sharingOpen: false,
    addingPage: false,
    renamingPage: undefined,
    pageSettingsOf: undefined,
    finderOpen: false,
    historyOpen: false,
    commentsOpen: false,
    commenting: false,
    commentsAt: undefined,
    threadId: undefined,
    pinsHidden: false,
    historyTab: 'versions',
    lookingBack: undefined,
    lastHere: undefined,
    figuresOpen: false,
    menuAt: undefined,
    widthPx: 390,
    zoom: 1,
    scheme: 'light',
    typing: undefined,
    openSlots: [],
    drag: undefined,
    situation: 'now',
    following: undefined,
    gap: undefined,
    inserter: undefined,
    cameFrom: [],
    naming: undefined,
    ...initial,
  }))
  type Change = Partial<ViewState> | ((now: ViewState) => Partial<ViewState>)
  return {
    ...store,
    setState: (change: Change) =>
      store.setState((now) =>
        endingChoice(now, keepingSelection(now, typeof change === 'function' ? change(now) : change)),
      ),
  }
}

/** Who edits, drags, types or goes elsewhere has chosen; what is chosen next is a choice of its own. */
function endingChoice(now: ViewState, change: Partial<ViewState>): Partial<ViewState> {
  if (!now.choosingMore || change.choosingMore) return change
  const choosesOther = change.selection !== undefined && change.selection !== now.selection
  const goesElsewhere = change.pageId !== undefined && change.pageId !== now.pageId
  return choosesOther || goesElsewhere || change.drag || change.typing ? { ...change, choosingMore: false } : change
}

function keepingSelection(now: ViewState, change: Partial<ViewState>): Partial<ViewState> {
  const { selection } = change
  if (!selection || selection === now.selection) return change
  const isSame = selection.length === now.selection.length && selection.every((id, at) => id === now.selection[at])
  return isSame ? { ...change, selection: now.selection } : change
}
