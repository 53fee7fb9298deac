import * as Y from 'yjs'
import type { Program } from './program.ts'
import { metaOf, nodesOf, pagesOf, themeOf } from './schema.ts'
import { CommandOrigin } from './transact.ts'

export interface Undo {
  /** Takes back this tab's last step; what others did since stays. @returns its command's name, undefined if there was none */
  undo(): string | undefined
  redo(): string | undefined
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** Command names, oldest first. */
  readonly undoNames: readonly string[]
  readonly redoNames: readonly string[]
  subscribe(listener: () => void): () => void
  destroy(): void
}

/**
 * Undo of this tab's commands in this program. Edits that arrive from others, imports and repairs are not among them.
 */
export function createUndo(program: Program): Undo {
  const { doc } = program
  const manager = new Y.UndoManager([nodesOf(doc), pagesOf(doc), metaOf(doc), themeOf(doc)], {
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
  const onAdded = ({ stackItem, origin }: { stackItem: { meta: Map<unknown, unknown> }; origin: unknown }) => {
    // While undoing or redoing, the step that is being moved to the other stack lends its name.
    stackItem.meta.set('name', origin instanceof CommandOrigin ? origin.name : nameOf(manager.currStackItem))
  }
  const notify = () => {
    for (const listener of [...listeners]) listener()
  }
  doc.on('beforeTransaction', onStart)
  manager.on('stack-item-added', onAdded)
  doc.on('afterTransaction', notifyIfOurs)

  function notifyIfOurs(transaction: Y.Transaction): void {
    if (isOurs(transaction.origin)) notify()
  }
  function step(move: () => { meta: Map<unknown, unknown> } | null): string | undefined {
    gesture = undefined
    const moved = move()
    notify()
    return nameOf(moved)
  }

  return {
    undo: () => step(() => manager.undo()),
    redo: () => step(() => manager.redo()),
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
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    destroy() {
      doc.off('beforeTransaction', onStart)
      doc.off('afterTransaction', notifyIfOurs)
      manager.destroy()
      listeners.clear()
    },
  }
}

function nameOf(item: { meta: Map<unknown, unknown> } | null | undefined): string | undefined {
  const name = item?.meta.get('name')
  return typeof name === 'string' ? name : undefined
}
