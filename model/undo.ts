import * as Y from 'yjs'
import type { Program } from './program.ts'
import { documentVersionOf } from './newer-document-error.ts'
import { codeBlocksOf, metaOf, nodesOf, pagesOf, sectionsOf, themeOf } from './schema.ts'
import { isKeptSeed } from './seed-text.ts'
import { CommandOrigin } from './transact.ts'
import { followTitles, StepGatherer } from './undo-step.ts'
import type { Retitled, UndoStep } from './undo-step.ts'

export interface Undo {
  /** Takes back this tab's last step; what others did since stays. @returns its command's name, undefined if there was none */
  undo(): string | undefined
  redo(): string | undefined
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** Command names, oldest first. */
  readonly undoNames: readonly string[]
  readonly redoNames: readonly string[]
  /** What can be taken back, oldest first; the same list until a step comes, goes or grows. */
  readonly undoSteps: readonly UndoStep[]
  /** What can be done again; the last one is the next. */
  readonly redoSteps: readonly UndoStep[]
  /** The step that `undo` takes back, without going through the others. */
  readonly nextUndo: UndoStep | undefined
  readonly nextRedo: UndoStep | undefined
  /** Nothing can be taken back any more: what was done before is no longer this person's to undo. */
  forget(): void
  subscribe(listener: () => void): () => void
  destroy(): void
}

/**
 * Undo of this tab's commands in this program. Edits that arrive from others, imports and repairs are not among them.
 * @param now - the clock that dates the steps, in milliseconds since 1970 UTC
 */
export function createUndo(program: Program, { now = Date.now }: { readonly now?: () => number } = {}): Undo {
  const { doc } = program
  const roots = [nodesOf, pagesOf, sectionsOf, codeBlocksOf, metaOf, themeOf].map((rootOf) => rootOf(doc))
  const manager = new Y.UndoManager(roots, {
    doc,
    trackedOrigins: new Set([CommandOrigin]),
    captureTransaction: (transaction) => isOurs(transaction.origin),
    // Steps end by command, not by the clock.
    captureTimeout: Number.POSITIVE_INFINITY,
  })
  const listeners = new Set<() => void>()
  let gesture: string | undefined

  function isOurs(origin: unknown): boolean {
    return origin === manager || (origin instanceof CommandOrigin && origin.program === program)
  }
  const onStart = (transaction: Y.Transaction) => {
    if (!(transaction.origin instanceof CommandOrigin)) return
    if (transaction.origin.gesture === undefined || transaction.origin.gesture !== gesture) manager.stopCapturing()
    gesture = transaction.origin.gesture
  }
  let retitled: Retitled | undefined
  let undoSteps: readonly UndoStep[] | undefined
  let redoSteps: readonly UndoStep[] | undefined
  const gatherers = new WeakMap<object, StepGatherer>()

  const onAdded = ({ stackItem, origin }: { stackItem: StackItem; origin: unknown }) => {
    // While undoing or redoing, the step that is being moved to the other stack lends what it is called.
    if (!(origin instanceof CommandOrigin)) return stackItem.meta.set('step', stepOf(manager.currStackItem))
    gatherers.set(stackItem, new StepGatherer(origin.about))
    return stackItem.meta.set('step', { name: origin.name, atMs: now(), facts: { blocks: 0 } } satisfies UndoStep)
  }
  const gather = (transaction: Y.Transaction) => {
    const item: StackItem | undefined = manager.undoStack.at(-1)
    const step = stepOf(item)
    if (item && step && transaction.origin instanceof CommandOrigin && isOurs(transaction.origin)) {
      const gatherer = gatherers.get(item)
      gatherer?.add(transaction, retitled)
      if (gatherer) item.meta.set('step', { ...step, atMs: now(), facts: gatherer.facts } satisfies UndoStep)
    }
    retitled = undefined
  }
  const stopTitles = followTitles(doc, (news) => (retitled = news))
  const notify = () => {
    undoSteps = undefined
    redoSteps = undefined
    for (const listener of [...listeners]) listener()
  }
  // The beginning of a shared text, which others may have typed in by now, belongs to no step.
  const onGrown = ({ stackItem: { insertions } }: { stackItem: { insertions: { clients: Map<number, unknown> } } }) => {
    for (const client of insertions.clients.keys()) if (isKeptSeed(client)) insertions.clients.delete(client)
  }
  doc.on('beforeTransaction', onStart)
  manager.on('stack-item-added', onGrown)
  manager.on('stack-item-updated', onGrown)
  manager.on('stack-item-added', onAdded)
  doc.on('afterTransaction', notifyIfOurs)

  function notifyIfOurs(transaction: Y.Transaction): void {
    gather(transaction)
    if (isOurs(transaction.origin)) notify()
  }
  function step(move: () => StackItem | null): string | undefined {
    gesture = undefined
    const version = documentVersionOf(doc)
    const moved = move()
    // The version of a document never sinks: others may rely on what it announced. [M15]
    if (version !== undefined && (documentVersionOf(doc) ?? 0) < version) metaOf(doc).set('schemaVersion', version)
    notify()
    return nameOf(moved)
  }

  return {
    undo: () => step(() => manager.undo()),
    redo: () => step(() => manager.redo()),
    forget() {
      manager.clear()
      notify()
    },
    get canUndo() {
      return manager.canUndo()
    },
    get canRedo() {
      return manager.canRedo()
    },
    get undoNames() {
      return manager.undoStack.map((item) => nameOf(item) ?? '')
    },
    get redoNames() {
      return manager.redoStack.map((item) => nameOf(item) ?? '')
    },
    get undoSteps() {
      return (undoSteps ??= manager.undoStack.flatMap((item) => stepOf(item) ?? []))
    },
    get redoSteps() {
      return (redoSteps ??= manager.redoStack.flatMap((item) => stepOf(item) ?? []))
    },
    get nextUndo() {
      return stepOf(manager.undoStack.at(-1))
    },
    get nextRedo() {
      return stepOf(manager.redoStack.at(-1))
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    destroy() {
      doc.off('beforeTransaction', onStart)
      doc.off('afterTransaction', notifyIfOurs)
      stopTitles()
      manager.destroy()
      listeners.clear()
    },
  }
}

interface StackItem {
  readonly meta: Map<unknown, unknown>
}

function stepOf(item: StackItem | null | undefined): UndoStep | undefined {
  return item?.meta.get('step') as UndoStep | undefined
}

function nameOf(item: StackItem | null | undefined): string | undefined {
  return stepOf(item)?.name
}
