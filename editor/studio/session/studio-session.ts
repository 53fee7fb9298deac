import * as Y from 'yjs'
import { createIncrementalCompiler } from '#compiler/index.ts'
import { createUndo, openProgram, transact, type NodeId, type Program, type Undo } from '#model/index.ts'
import type { Program as ProgramFacts } from '#platform/contract/merchant.ts'
import { createViewState, type ViewStore } from '#editor/state/view-state.ts'
import type { StoreApi } from 'zustand/vanilla'
import { createMeasuredMap, type MeasuredMap } from '../canvas/measured-map.ts'
import type { Blocks } from './blocks.ts'
import type { DocumentLink } from './document-link.ts'
import { createKeystrokeClock, type KeystrokeClock } from './keystroke-clock.ts'
import { createNodeSignals, type NodeSignals } from './node-signals.ts'
import type { ShopState } from './shop-store.ts'

/** One program open in this tab: the document, what follows it, and this tab's view of it. */
export interface StudioSession {
  /** As the platform told when it was opened: who we are here, what it is called, where it is live. */
  readonly facts: ProgramFacts
  readonly ownUserId: string
  readonly canEdit: boolean
  readonly program: Program
  readonly undo: Undo
  readonly compiler: ReturnType<typeof createIncrementalCompiler>
  readonly signals: NodeSignals
  readonly link: DocumentLink
  readonly shop: StoreApi<ShopState>
  readonly view: ViewStore
  readonly map: MeasuredMap
  readonly blocks: Blocks
  readonly clock: KeystrokeClock
  /** One undo step. Edits with the same `gesture` in a row are one step together. */
  edit(name: string, run: (program: Program) => void, gesture?: string): void
  close(): void
}

export interface SessionParts {
  readonly facts: ProgramFacts
  readonly ownUserId: string
  readonly doc: Y.Doc
  readonly link: DocumentLink
  readonly shop: StoreApi<ShopState>
  readonly blocks: Blocks
  /** Called when a newer version of the document has arrived, which this tab must not touch. */
  readonly onNewer: () => void
}

/** @throws NewerDocumentError */
export function createSession({ facts, ownUserId, doc, link, shop, blocks, onNewer }: SessionParts): StudioSession {
  const program = openProgram(doc)
  const canEdit = facts.role !== 'viewer'
  const undo = createUndo(program)
  const signals = createNodeSignals(program)
  const home = program.pages()[0]?.id
  const view = createViewState({ pageId: home })
  const compiler = createIncrementalCompiler(program)
  const clock = createKeystrokeClock(performance)
  const stopCaring = dropWhatIsGone(program, view)
  return {
    facts,
    ownUserId,
    canEdit,
    program,
    undo,
    compiler,
    signals,
    link,
    shop,
    view,
    map: createMeasuredMap(),
    blocks,
    clock,
    edit(name, run, gesture) {
      if (!canEdit) return
      try {
        transact(program, { by: 'command', name, ...(gesture === undefined ? {} : { gesture }) }, () => run(program))
      } catch (thrown) {
        if (!isNewer(thrown)) throw thrown
        onNewer()
      }
    },
    close() {
      stopCaring()
      compiler.destroy()
      signals.stop()
      undo.destroy()
      program.destroy()
    },
  }
}

/** Selection and page follow the document: what somebody else deleted cannot stay selected. */
function dropWhatIsGone(program: Program, view: ViewStore): () => void {
  const isGone = (id: NodeId | undefined) => id !== undefined && !program.has(id)
  return program.subscribe(({ removed, pages }) => {
    const { selected, hovered, typing, pageId } = view.getState()
    if (pages.size > 0 && (pageId === undefined || !program.page(pageId))) {
      view.setState({ pageId: program.pages()[0]?.id, selected: undefined, hovered: undefined, typing: undefined })
    }
    if (removed.size === 0) return
    if (isGone(selected)) view.setState({ selected: undefined })
    if (isGone(hovered)) view.setState({ hovered: undefined })
    if (isGone(typing?.nodeId)) view.setState({ typing: undefined })
  })
}

function isNewer(thrown: unknown): boolean {
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown && thrown.code === 'newer-document'
}
