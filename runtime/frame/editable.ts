import type { ToFrame } from './protocol.ts'
import { textChange } from './merge-text.ts'

export interface Editable {
  /** What the element holds now. */
  value(): string
  /** In the middle of a composition the text belongs to the input method: nothing may be shown then. */
  isComposing(): boolean
  /** Brings the text to this value without moving the caret more than it must. */
  show(value: string): void
  /** Gives the element back as it was taken. */
  close(): void
}

export interface EditableOptions {
  readonly value: string
  readonly at: Extract<ToFrame, { kind: 'edit-text' }>['at']
  readonly multiline: boolean
  readonly maxLength: number | undefined
  /** After each input, never in the middle of a composition. */
  typed(value: string): void
  ended(reason: 'escape' | 'blur' | 'enter'): void
}

/**
 * Makes an element that a view has drawn typable. Its own children are set aside and put back at the end, because the
 * view still counts on them; the browser edits a text node of ours.
 */
export function openEditable(element: HTMLElement, options: EditableOptions): Editable {
  const { multiline, maxLength, typed, ended } = options
  const drawn = [...element.childNodes]
  const inerted = element.closest<HTMLElement>('[inert]')
  let composing = false

  element.replaceChildren(document.createTextNode(options.value))
  if (inerted) inerted.inert = false
  element.contentEditable = 'plaintext-only'
  element.spellcheck = false
  element.focus({ preventScroll: true })
  placeCaret(element, options.at)

  const listeners: { readonly [name: string]: (event: Event) => void } = {
    compositionstart: () => void (composing = true),
    compositionend: () => {
      composing = false
      settle()
    },
    input: () => settle(),
    beforeinput: (event) => {
      if (event instanceof InputEvent && isTooMuch(event)) event.preventDefault()
    },
    keydown: (event) => {
      if (!(event instanceof KeyboardEvent) || event.isComposing || composing) return
      const leaves = event.key === 'Escape' ? 'escape' : event.key === 'Enter' && !multiline ? 'enter' : undefined
      if (!leaves) return
      event.preventDefault()
      ended(leaves)
    },
    blur: () => {
      // Losing the window is not the end of typing; losing the element is.
      if (document.hasFocus() || document.activeElement !== element) ended('blur')
    },
  }
  for (const [name, listener] of Object.entries(listeners)) element.addEventListener(name, listener)

  function isTooMuch(event: InputEvent): boolean {
    if (maxLength === undefined || composing || !event.inputType.startsWith('insert')) return false
    const selected = getSelection()?.toString().length ?? 0
    return textOf(element).length - selected >= maxLength
  }

  function settle(): void {
    if (composing) return
    const value = cleaned(textOf(element), multiline, maxLength)
    if (value !== textOf(element)) replaceText(element, value)
    typed(value)
  }

  return {
    value: () => cleaned(textOf(element), multiline, maxLength),
    isComposing: () => composing,
    show(value) {
      if (value !== textOf(element)) replaceText(element, value)
    },
    close() {
      for (const [name, listener] of Object.entries(listeners)) element.removeEventListener(name, listener)
      element.removeAttribute('contenteditable')
      element.removeAttribute('spellcheck')
      element.replaceChildren(...drawn)
      getSelection()?.removeAllRanges()
      if (inerted) inerted.inert = true
    },
  }
}

/** Line breaks may be characters or elements, and the browser adds one at the end to make a last empty line visible. */
function textOf(element: HTMLElement): string {
  let text = ''
  for (const node of element.childNodes) {
    if (node instanceof HTMLBRElement) text += '\n'
    else if (node instanceof HTMLElement) text += `${text === '' ? '' : '\n'}${textOf(node)}`
    else text += node.textContent ?? ''
  }
  return element.lastChild instanceof HTMLBRElement ? text.slice(0, -1) : text
}

function cleaned(text: string, multiline: boolean, maxLength: number | undefined): string {
  const plain = text.replaceAll('\u00a0', ' ').replaceAll('\r', '')
  const lines = multiline ? plain : plain.replaceAll(/\s*\n\s*/g, ' ')
  return maxLength === undefined ? lines : lines.slice(0, maxLength)
}

/** Replaces only the stretch that differs: the browser then keeps the caret where it is. */
function replaceText(element: HTMLElement, value: string): void {
  const [first] = element.childNodes
  if (element.childNodes.length !== 1 || !(first instanceof Text)) {
    element.replaceChildren(document.createTextNode(value))
    placeCaret(element, 'end')
    return
  }
  const { at, remove, insert } = textChange(first.data, value)
  first.replaceData(at, remove, insert)
}

function placeCaret(element: HTMLElement, at: EditableOptions['at']): void {
  const selection = getSelection()
  if (!selection) return
  selection.selectAllChildren(element)
  if (at === 'all') return
  selection.collapseToEnd()
  if (at === 'end') return
  const range = rangeAt(at.x - scrollX, at.y - scrollY)
  if (range && element.contains(range.startContainer)) selection.collapse(range.startContainer, range.startOffset)
}

function rangeAt(x: number, y: number): { readonly startContainer: Node; readonly startOffset: number } | undefined {
  if ('caretPositionFromPoint' in document) {
    const position = document.caretPositionFromPoint(x, y)
    return position ? { startContainer: position.offsetNode, startOffset: position.offset } : undefined
  }
  return undefined
}
