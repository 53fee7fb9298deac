import * as Y from 'yjs'
import { createIncrementalCompiler } from '#compiler/index.ts'
import { createUndo, openProgram, transact, type Program, type Undo } from '#model/index.ts'
import type { LocalText } from '#model/program-spec.ts'
import type { Program as ProgramFacts } from '#platform/contract/merchant.ts'
import { may } from '#platform/contract/rights.ts'
import { createViewState, type ViewStore } from '#editor/state/view-state.ts'
import type { StoreApi } from 'zustand/vanilla'
import { createOwnBlocks, type OwnBlocks } from '../code-blocks/own-blocks.ts'
import { withOwnBlocks } from '../code-blocks/with-own-blocks.ts'
import { createMeasuredMap, type MeasuredMap } from '../canvas/measured-map.ts'
import type { Blocks } from './blocks.ts'
import type { DocumentLink } from './document-link.ts'
import { dropWhatIsGone, type Taken } from './drop-what-is-gone.ts'
import type { CopyKeeper } from './keep-copy.ts'
import { createKeystrokeClock, type KeystrokeClock } from './keystroke-clock.ts'
import { createNodeSignals, type NodeSignals } from './node-signals.ts'
import type { ShopState } from './shop-store.ts'

/** One program open in this tab: the document, what follows it, and this tab's view of it. */
export interface StudioSession {
  /** As the platform told when it was opened: who we are here, what it is called, where it is live. */
  readonly facts: ProgramFacts
  readonly ownUserId: string
  /** May change anything that is not locked; false also where the structure is locked for this person. */
  readonly canEdit: boolean
  /** May change words, pictures, prices and dates at least. */
  readonly canWrite: boolean
  /** May lock, and change what is locked. */
  readonly canLock: boolean
  readonly program: Program
  readonly undo: Undo
  readonly compiler: ReturnType<typeof createIncrementalCompiler>
  readonly signals: NodeSignals
  readonly link: DocumentLink
  /** This browser's copy. */
  readonly keeper: CopyKeeper
  readonly shop: StoreApi<ShopState>
  readonly view: ViewStore
  readonly map: MeasuredMap
  /** Those of the library, and the code blocks of this program. */
  readonly blocks: Blocks
  /** The code blocks of this program, compiled as they are typed. */
  readonly ownBlocks: OwnBlocks
  readonly clock: KeystrokeClock
  /**
   * One undo step. Edits with the same `gesture` in a row are one step together.
   * @param about - what the step is about where the document does not tell, for the history: the name of a theme
   */
  edit(name: string, run: (program: Program) => void, gesture?: string, about?: LocalText): void
  /** Hears of what somebody else deleted under this person's hands. @returns stops it */
  onTaken(listener: (taken: Taken) => void): () => void
  /** The same session with what this person may do now: their role changed, or the structure was locked or opened. */
  renewed(facts: ProgramFacts): StudioSession
  close(): void
}

export interface SessionParts {
  readonly facts: ProgramFacts
  readonly ownUserId: string
  readonly doc: Y.Doc
  readonly link: DocumentLink
  readonly keeper: CopyKeeper
  readonly shop: StoreApi<ShopState>
  readonly blocks: Blocks
  /** Called when a newer version of the document has arrived, which this tab must not touch. */
  readonly onNewer: () => void
}

/** @throws NewerDocumentError */
export function createSession({
  facts,
  ownUserId,
  doc,
  link,
  keeper,
  shop,
  blocks,
  onNewer,
}: SessionParts): StudioSession {
  const program = openProgram(doc)
  const ownBlocks = createOwnBlocks(program)
  let { canWrite } = rightsIn(program, facts)
  const undo = createUndo(program)
  const signals = createNodeSignals(program)
  const home = program.pages()[0]?.id
  const view = createViewState({ pageId: home })
  const compiler = createIncrementalCompiler(program, ownBlocks.definitions)
  ownBlocks.onDefined((types) => {
    compiler.redefine(types)
    signals.redefined(types)
  })
  const clock = createKeystrokeClock(performance)
  const takenListeners = new Set<(taken: Taken) => void>()
  const stopCaring = dropWhatIsGone(program, view, (taken) => {
    for (const listener of takenListeners) listener(taken)
  })
  const session: StudioSession = {
    facts,
    ownUserId,
    ...rightsIn(program, facts),
    program,
    undo,
    compiler,
    signals,
    link,
    keeper,
    shop,
    view,
    map: createMeasuredMap(),
    blocks: withOwnBlocks(blocks, program, ownBlocks),
    ownBlocks,
    clock,
    edit(name, run, gesture, about) {
      if (!canWrite) return
      try {
        const step = { ...(gesture === undefined ? {} : { gesture }), ...(about && { about }) }
        transact(program, { by: 'command', name, ...step }, () => run(program))
      } catch (thrown) {
        if (!isNewer(thrown)) throw thrown
        onNewer()
      }
    },
    onTaken(listener) {
      takenListeners.add(listener)
      return () => takenListeners.delete(listener)
    },
    renewed(now) {
      const rights = rightsIn(program, now)
      canWrite = rights.canWrite
      // Steps from before may hold what is locked by now.
      if (!rights.canEdit) undo.forget()
      return { ...session, facts: now, ...rights }
    },
    close() {
      stopCaring()
      ownBlocks.stop()
      compiler.destroy()
      signals.stop()
      undo.destroy()
      program.destroy()
    },
  }
  return session
}

function rightsIn(program: Program, { role }: ProgramFacts): Pick<StudioSession, 'canEdit' | 'canWrite' | 'canLock'> {
  const canWrite = may(role, 'edit')
  const canLock = may(role, 'lock')
  return { canWrite, canLock, canEdit: canWrite && (canLock || !program.contentOnly) }
}

function isNewer(thrown: unknown): boolean {
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown && thrown.code === 'newer-document'
}
