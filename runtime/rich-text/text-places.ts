/** Where a place in the text is in the elements, and the other way round; also after a browser has changed them. */
import type { TextRange } from './text-lines.ts'

export type CaretStart = { readonly x: number; readonly y: number } | 'end' | 'all'

/** What is written there, a line per element; a `<br>` at the end of a line is only its stand-in. */
export function readText(element: HTMLElement): string {
  return textUpTo(element, undefined)
}

/** How many characters of {@link readText} are before this place. */
export function offsetOf(element: HTMLElement, node: Node, offset: number): number {
  return textUpTo(element, { node, offset }).length
}

/** The place in the elements: at the end of the letters before it rather than at the start of those behind. */
export function placeOf(element: HTMLElement, offset: number): readonly [Node, number] {
  let left = offset
  for (const line of element.children) {
    const length = line.textContent.length
    if (left > length) {
      left -= length + 1
      continue
    }
    const letters = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
    for (let text = letters.nextNode(); text; text = letters.nextNode()) {
      const size = text.textContent?.length ?? 0
      if (left <= size) return [text, left]
      left -= size
    }
    return [line, 0]
  }
  const last = element.lastElementChild ?? element
  return [last, last.childNodes.length]
}

/** What is chosen in the element, by characters; undefined if the selection is not all in it. */
export function selectionIn(element: HTMLElement): { readonly anchor: number; readonly focus: number } | undefined {
  const { anchorNode, anchorOffset, focusNode, focusOffset } = getSelection() ?? {}
  if (!anchorNode || !focusNode || !element.contains(anchorNode) || !element.contains(focusNode)) return undefined
  return {
    anchor: offsetOf(element, anchorNode, anchorOffset ?? 0),
    focus: offsetOf(element, focusNode, focusOffset ?? 0),
  }
}

export function selectIn(element: HTMLElement, anchor: number, focus: number): void {
  const [anchorNode, anchorOffset] = placeOf(element, anchor)
  const [focusNode, focusOffset] = placeOf(element, focus)
  getSelection()?.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset)
}

/** What an input event is about. */
export function rangeOf(element: HTMLElement, range: StaticRange): TextRange {
  const isInside = element.contains(range.startContainer) && element.contains(range.endContainer)
  if (!isInside) return { from: 0, to: 0 }
  return {
    from: offsetOf(element, range.startContainer, range.startOffset),
    to: offsetOf(element, range.endContainer, range.endOffset),
  }
}

/** Puts the caret where the text was clicked, at its end, or around all of it. */
export function placeCaret(element: HTMLElement, at: CaretStart): void {
  const chosen = getSelection()
  if (!chosen) return
  const end = placeOf(element, readText(element).length)
  chosen.collapse(...end)
  if (at === 'all') {
    const [node, offset] = placeOf(element, 0)
    chosen.setBaseAndExtent(node, offset, ...end)
  } else if (at !== 'end' && 'caretPositionFromPoint' in document) {
    const position = document.caretPositionFromPoint(at.x - scrollX, at.y - scrollY)
    if (position && element.contains(position.offsetNode)) chosen.collapse(position.offsetNode, position.offset)
  }
}

interface Place {
  readonly node: Node
  readonly offset: number
}

/** The text up to a place, or all of it. */
function textUpTo(element: HTMLElement, end: Place | undefined): string {
  let text = ''
  /** @returns whether the end was reached */
  const read = (node: Node): boolean => {
    const isEnd = end?.node === node
    if (node instanceof Text) {
      text += isEnd ? node.data.slice(0, end.offset) : node.data
      return isEnd
    }
    const children = [...node.childNodes]
    for (const [index, child] of children.entries()) {
      if (isEnd && end.offset === index) return true
      const before = children[index - 1]
      if (node === element && before && (isLine(child) || isLine(before))) text += '\n'
      if (child instanceof HTMLBRElement) text += node !== element && index < children.length - 1 ? '\n' : ''
      if (read(child)) return true
    }
    return isEnd
  }
  read(element)
  return text
}

function isLine(node: Node): boolean {
  return node instanceof HTMLElement && !(node instanceof HTMLSpanElement)
}
