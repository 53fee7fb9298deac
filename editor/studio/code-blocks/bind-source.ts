import * as Y from 'yjs'

/** A stretch of text, by offsets in UTF-16 units, and what stands in its place. */
export interface TextEdit {
  readonly offset: number
  readonly length: number
  readonly text: string
}

/** A text that is shown and typed in: what the binding needs of Monaco's model. Line ends are `\n`. */
export interface ShownText {
  getValue(): string
  setValue(value: string): void
  /** Edits that came from elsewhere, or from taking back or doing again what was typed here. */
  apply(edits: readonly TextEdit[], isOwn: boolean): void
  /** Called with what was just typed, offsets as they were before all of it. @returns stops it */
  onTyped(listener: (edits: readonly TextEdit[]) => void): () => void
}

export interface SourceBinding {
  /** Takes back what this tab typed last in this source; what others typed since stays. */
  undo(): void
  redo(): void
  /** What is typed from here on is a step of its own. */
  endStep(): void
  stop(): void
}

/** Who pauses for so long begins a new step. */
const STEP_MS = 1000

/** What one tab has typed in each source, for as long as the program is open: closing the panel forgets no step. */
const steps = new WeakMap<Y.Text, { readonly origin: object; readonly manager: Y.UndoManager }>()

function stepsOf(text: Y.Text) {
  const known = steps.get(text)
  if (known) return known
  const origin = { by: 'code' }
  const made = {
    origin,
    manager: new Y.UndoManager(text, { trackedOrigins: new Set([origin]), captureTimeout: STEP_MS }),
  }
  steps.set(text, made)
  return made
}

/**
 * Keeps a shown text and a shared one alike: what is typed goes into the document, what others type appears.
 * @param mayWrite - line ends of another system are then made `\n` in the document, so that both count alike
 */
export function bindSource(text: Y.Text, shown: ShownText, mayWrite: boolean): SourceBinding {
  const { origin, manager } = stepsOf(text)
  let isApplying = false
  if (mayWrite) removeReturns(text)
  const source = text.toString().replaceAll('\r', '')
  if (shown.getValue() !== source) shown.setValue(source)

  const stopTyping = shown.onTyped((edits) => {
    if (isApplying) return
    text.doc?.transact(() => {
      // From the end, so that offsets before stay true.
      for (const { offset, length, text: typed } of [...edits].sort((a, b) => b.offset - a.offset)) {
        if (length > 0) text.delete(offset, length)
        if (typed !== '') text.insert(offset, typed)
      }
    }, origin)
  })
  const observe = (event: Y.YTextEvent, transaction: Y.Transaction) => {
    if (transaction.origin === origin) return
    isApplying = true
    try {
      shown.apply(editsOf(event.delta as readonly DeltaPart[]), transaction.origin === manager)
    } finally {
      isApplying = false
    }
  }
  text.observe(observe)
  return {
    undo: () => void manager.undo(),
    redo: () => void manager.redo(),
    endStep: () => manager.stopCapturing(),
    stop() {
      stopTyping()
      text.unobserve(observe)
      manager.stopCapturing()
    },
  }
}

function removeReturns(text: Y.Text): void {
  const source = text.toString()
  if (!source.includes('\r')) return
  text.doc?.transact(() => {
    for (let at = source.lastIndexOf('\r'); at >= 0; at = at === 0 ? -1 : source.lastIndexOf('\r', at - 1))
      text.delete(at, 1)
  })
}

interface DeltaPart {
  readonly retain?: number
  readonly insert?: unknown
  readonly delete?: number
}

/** A change of a shared text as edits of what stood before, in order; an insertion right at a deletion is one with it. */
export function editsOf(delta: readonly DeltaPart[]): readonly TextEdit[] {
  const edits: TextEdit[] = []
  let offset = 0
  for (const { retain = 0, insert, delete: length = 0 } of delta) {
    const last = edits.at(-1)
    const text = typeof insert === 'string' ? insert : ''
    if (retain === 0 && last && last.offset + last.length === offset)
      edits[edits.length - 1] = { ...last, length: last.length + length, text: last.text + text }
    else if (retain === 0) edits.push({ offset, length, text })
    offset += retain + length
  }
  return edits
}

/** Where a caret is after edits of somebody else; what is typed right at it comes behind it. */
export function caretAfter(offset: number, edits: readonly TextEdit[]): number {
  let moved = offset
  for (const { offset: from, length, text } of edits) {
    if (from >= offset) break
    moved += from + length <= offset ? text.length - length : from - offset
  }
  return moved
}
