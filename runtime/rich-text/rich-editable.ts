import { textChange } from '../frame/merge-text.ts'
import type { JsonObject } from '#model/json.ts'
import { charactersOf } from '#model/rich-text.ts'
import type { TextRun } from '#model/rich-text.ts'
import { applyDelta, isEmptyDelta, transformOffset } from '#model/text-delta.ts'
import type { TextDelta } from '#model/text-delta.ts'
import { createTextDrawing } from './draw-rich-text.ts'
import { copyRuns, pastedRuns } from './text-clipboard.ts'
import { format, linkRange, lookOf, marksAt, type FormatCommand, type TextLook } from './text-commands.ts'
import { cutRuns, seenText, type TextRange } from './text-lines.ts'
import { breakDelta, leaveList, pasteDelta, removeDelta, typeDelta } from './typing-deltas.ts'
import { keyAction, type TextWish } from './key-action.ts'
import { placeCaret, rangeOf, readText, selectIn, selectionIn, type CaretStart } from './text-places.ts'

/** Where the caret is and what it stands in, for a toolbar. */
export interface CaretLook extends TextLook {
  /** Whether letters are chosen; without, a link needs one that is already there. */
  readonly hasRange: boolean
  readonly canLink: boolean
}

export interface RichEditableOptions {
  readonly runs: readonly TextRun[]
  readonly at: CaretStart | 'none'
  readonly maxLength: number
  /** A change made here; never in the middle of a composition. */
  changed(delta: TextDelta, by: 'typing' | 'format'): void
  /** A composition is over and told of: what waited for it may come in. */
  composed(): void
  caretMoved(look: CaretLook): void
  wished(wish: TextWish): void
  ended(reason: 'escape' | 'blur'): void
  /** Whether Tab goes to the toolbar; otherwise the browser decides. */
  readonly tabToToolbar: boolean
}

export interface RichEditable {
  runs(): readonly TextRun[]
  /** In the middle of a composition the text belongs to the input method: nothing may be shown then. */
  isComposing(): boolean
  /** Takes in what somebody else changed; the caret stays at its letters. */
  receive(delta: TextDelta): void
  run(command: FormatCommand): void
  /** Gives the element back, empty. */
  close(): void
}

/**
 * Formatted text that is typed in. What keys do is worked out on the text and then drawn; only an input method changes
 * the elements itself, and what it leaves is read back as one replaced stretch. So nothing comes in twice or gets lost
 * whatever the order of a browser's events.
 */
export function openRichEditable(element: HTMLElement, options: RichEditableOptions): RichEditable {
  let runs = options.runs
  /** Marks that wait for the next letter, as long as the caret stays. */
  let pending: JsonObject | undefined
  let pendingAt = 0
  let composing = false
  const drawing = createTextDrawing(element)

  element.contentEditable = 'true'
  element.spellcheck = false
  drawing.draw(runs)
  if (options.at !== 'none') {
    element.focus({ preventScroll: true })
    placeCaret(element, options.at)
  }

  const selection = () => selectionIn(element)
  const select = (anchor: number, focus: number) => selectIn(element, anchor, focus)
  const rangeNow = (): TextRange => {
    const { anchor, focus } = selection() ?? { anchor: seenText(runs).length, focus: seenText(runs).length }
    return { from: Math.min(anchor, focus), to: Math.max(anchor, focus) }
  }
  const tellCaret = () => {
    if (composing) return
    const range = rangeNow()
    const link = linkRange(runs, range)
    options.caretMoved({
      ...lookOf(runs, range, pending),
      hasRange: range.to > range.from,
      canLink: link.to > link.from,
    })
  }

  /** Makes a change and draws it, the caret behind what came in. */
  const change = (delta: TextDelta, by: 'typing' | 'format', caret?: { anchor: number; focus: number }) => {
    if (!isEmptyDelta(delta)) {
      const old = selection()
      runs = applyDelta(runs, delta)
      drawing.draw(runs)
      const moved = (offset: number) => transformOffset(offset, delta, false)
      const next = caret ?? (old && { anchor: moved(old.anchor), focus: moved(old.focus) })
      if (next) select(next.anchor, next.focus)
      if (by === 'typing') pending = undefined
      options.changed(delta, by)
    }
    tellCaret()
  }
  const fitting = (text: string, range: TextRange): string => {
    const room = Math.max(0, options.maxLength - (charactersOf(runs).length - (range.to - range.from)))
    const part = text.slice(0, room)
    return part.length < text.length && /[\uD800-\uDBFF]$/.test(part) ? part.slice(0, -1) : part
  }
  const type = (text: string, range: TextRange) => {
    const typed = fitting(text, range)
    const after = range.from + typed.length
    const marks = pending
    change(typeDelta(runs, range, typed, marks), 'typing', { anchor: after, focus: after })
    // What was typed bold goes on bold, also over nothing typed yet.
    if (typed === '' && marks) wait(marks, after)
  }
  const paste = (data: DataTransfer, range: TextRange) => {
    const pasted = pastedRuns(data)
    const isPlain = pasted.every(({ insert, attributes }) => !attributes && !insert.includes('\n'))
    if (isPlain) return type(charactersOf(pasted), range)
    const delta = pasteDelta(runs, range, shortened(pasted, fitting(charactersOf(pasted), range).length))
    const end = seenText(applyDelta(runs, delta)).length - (seenText(runs).length - range.to)
    change(delta, 'typing', { anchor: end, focus: end })
  }

  /** Reads back what an input method, or a browser that did not ask, has written. */
  const settle = () => {
    if (composing) return
    const before = seenText(runs)
    const text = readText(element).replaceAll('\u00a0', ' ')
    const caret = selection()
    const { at, remove, insert } = textChange(before, text)
    if (remove === 0 && insert === '') return drawing.draw(runs)
    const range = { from: at, to: at + remove }
    const typed = fitting(insert, range)
    const attributes =
      pending ?? marksAt(runs, remove > 0 && !before.slice(at, at + remove).includes('\n') ? at + 1 : at)
    const marked = Object.keys(attributes).length > 0 ? { insert: typed, attributes } : { insert: typed }
    const delta = [
      ...(at > 0 ? [{ retain: at }] : []),
      ...(typed === '' ? [] : [marked]),
      ...(remove > 0 ? [{ delete: remove }] : []),
    ]
    runs = applyDelta(runs, delta)
    drawing.draw(runs, true)
    const most = seenText(runs).length
    if (caret) select(Math.min(caret.anchor, most), Math.min(caret.focus, most))
    pending = undefined
    if (!isEmptyDelta(delta)) options.changed(delta, 'typing')
    tellCaret()
  }

  const listeners: { readonly [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => void } = {
    compositionstart: () => void (composing = true),
    compositionend: () => {
      composing = false
      settle()
      options.composed()
    },
    input: settle,
    beforeinput: (event) => {
      // While composing the browser writes; some cannot even be stopped.
      if (composing || event.isComposing || event.inputType.includes('Composition')) return
      const [target] = event.getTargetRanges()
      const range = target ? rangeOf(element, target) : rangeNow()
      const handle = inputs[event.inputType] ?? (event.inputType.startsWith('delete') ? inputs.delete : undefined)
      event.preventDefault()
      handle?.(range, event)
    },
    copy: (event) => {
      copyTo(event)
    },
    cut: (event) => {
      if (copyTo(event)) {
        const range = rangeNow()
        change(removeDelta(runs, range), 'typing', { anchor: range.from, focus: range.from })
      }
    },
    paste: (event) => {
      event.preventDefault()
      if (event.clipboardData && !composing) paste(event.clipboardData, rangeNow())
    },
    dragstart: (event) => event.preventDefault(),
    keydown: (event) => {
      if (event.isComposing || composing) return
      if (event.key === 'Escape') {
        event.preventDefault()
        return options.ended('escape')
      }
      if (event.key === 'Tab' && options.tabToToolbar && !event.ctrlKey && !event.altKey && !event.metaKey) {
        event.preventDefault()
        return event.shiftKey ? options.ended('escape') : options.wished('toolbar')
      }
      const act = keyAction(event)
      if (!act) return
      event.preventDefault()
      // What the surroundings do with it must not be done twice.
      event.stopPropagation()
      if (typeof act === 'string') options.wished(act)
      else run(act)
    },
    blur: () => {
      // Losing the window is not the end of typing; losing the element may be.
      if (document.activeElement !== element) options.ended('blur')
    },
  }

  const inputs: { readonly [type: string]: (range: TextRange, event: InputEvent) => void } = {
    insertText: (range, event) => type(event.data ?? '', range),
    insertReplacementText: (range, event) => type(event.data ?? event.dataTransfer?.getData('text/plain') ?? '', range),
    insertFromPaste: (range, event) => event.dataTransfer && paste(event.dataTransfer, range),
    insertFromDrop: (range, event) => event.dataTransfer && paste(event.dataTransfer, range),
    insertParagraph: (range) => breakLine(range),
    insertLineBreak: (range) => breakLine(range),
    delete: (range, event) => {
      const isAtStart = event.inputType.endsWith('Backward') && rangeNow().from === rangeNow().to
      const left = isAtStart ? leaveList(runs, rangeNow().from) : []
      if (left.length > 0) return change(left, 'typing', { anchor: rangeNow().from, focus: rangeNow().from })
      change(removeDelta(runs, range), 'typing', { anchor: range.from, focus: range.from })
    },
    formatBold: () => run({ kind: 'toggle', mark: 'bold' }),
    formatItalic: () => run({ kind: 'toggle', mark: 'italic' }),
    historyUndo: () => options.wished('undo'),
    historyRedo: () => options.wished('redo'),
  }

  function breakLine(range: TextRange): void {
    if (fitting('\n', range) === '') return
    const delta = breakDelta(runs, range)
    const isLonger = seenText(applyDelta(runs, delta)).length > seenText(runs).length - (range.to - range.from)
    const after = range.from + (isLonger ? 1 : 0)
    const marks = pending
    change(delta, 'typing', { anchor: after, focus: after })
    if (marks) wait(marks, after)
  }

  function copyTo(event: ClipboardEvent): boolean {
    const range = rangeNow()
    if (range.from === range.to || !event.clipboardData) return false
    event.preventDefault()
    copyRuns(cutRuns(runs, range), event.clipboardData)
    return true
  }

  function run(command: FormatCommand): void {
    if (composing) return
    const range = rangeNow()
    const formatted = format(runs, range, command, range.from === range.to ? pending : undefined)
    const caret = selection()
    change(formatted.delta, 'format', caret)
    if (formatted.pending) wait(formatted.pending, range.from)
    tellCaret()
  }

  function wait(marks: JsonObject, at: number): void {
    pending = marks
    pendingAt = at
  }
  const onSelection = () => {
    const caret = selection()
    if (!caret || composing) return
    if (caret.focus !== pendingAt || caret.anchor !== pendingAt) pending = undefined
    tellCaret()
  }

  for (const [name, listener] of Object.entries(listeners)) element.addEventListener(name, listener as EventListener)
  document.addEventListener('selectionchange', onSelection)
  // A toolbar in another document gives the keyboard back to this window, not to the element.
  const onReturn = () => document.activeElement === document.body && element.focus({ preventScroll: true })
  if (options.at !== 'none') addEventListener('focus', onReturn)
  if (options.at !== 'none') tellCaret()

  return {
    runs: () => runs,
    isComposing: () => composing,
    receive(delta) {
      const caret = selection()
      runs = applyDelta(runs, delta)
      drawing.draw(runs)
      const moved = (offset: number) => transformOffset(offset, delta, true)
      if (caret) select(moved(caret.anchor), moved(caret.focus))
      if (caret) tellCaret()
    },
    run,
    close() {
      for (const [name, listener] of Object.entries(listeners))
        element.removeEventListener(name, listener as EventListener)
      document.removeEventListener('selectionchange', onSelection)
      removeEventListener('focus', onReturn)
      element.removeAttribute('contenteditable')
      element.removeAttribute('spellcheck')
      element.replaceChildren()
    },
  }
}

function shortened(runs: readonly TextRun[], length: number): readonly TextRun[] {
  const all = charactersOf(runs).length
  return all > length ? cutRuns(runs, { from: 0, to: length }) : runs
}
