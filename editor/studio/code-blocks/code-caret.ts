import * as Y from 'yjs'
import type { CodeBlockId } from '#model/ids.ts'

/** Where somebody's caret is in a source, as the others are told: positions that stay where they are while people type. */
export interface CodeCaret {
  readonly blockId: CodeBlockId
  /** Where the selection began; the same as `head` where nothing is selected. */
  readonly anchor: string
  readonly head: string
}

export function tellCaret(
  text: Y.Text,
  blockId: CodeBlockId,
  at: { readonly anchor: number; readonly head: number },
): CodeCaret {
  return { blockId, anchor: encode(text, at.anchor), head: encode(text, at.head) }
}

/** @returns undefined for a caret that is in another source, or that this document does not know (yet) */
export function findCaret(
  text: Y.Text,
  blockId: CodeBlockId,
  caret: CodeCaret | undefined,
): { readonly anchor: number; readonly head: number } | undefined {
  if (caret?.blockId !== blockId) return undefined
  const [anchor, head] = [decode(text, caret.anchor), decode(text, caret.head)]
  return anchor === undefined || head === undefined ? undefined : { anchor, head }
}

function encode(text: Y.Text, offset: number): string {
  return JSON.stringify(Y.createRelativePositionFromTypeIndex(text, offset))
}

function decode(text: Y.Text, said: string): number | undefined {
  if (!text.doc) return undefined
  try {
    const position = Y.createRelativePositionFromJSON(JSON.parse(said) as object)
    const found = Y.createAbsolutePositionFromRelativePosition(position, text.doc)
    return found?.type === text ? found.index : undefined
  } catch {
    // Another tab may say anything.
    return undefined
  }
}
