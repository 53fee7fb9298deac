import type { TextRun } from '#model/rich-text.ts'
import { createDeltaLink, type DeltaMessage } from '../rich-text/delta-link.ts'
import { openRichEditable } from '../rich-text/rich-editable.ts'
import type { FormatCommand } from '../rich-text/text-commands.ts'
import type { FromFrame, ToFrame } from './protocol.ts'

type Begin = Extract<ToFrame, { kind: 'edit-text' }>

export interface RichTyping {
  changed(message: DeltaMessage): void
  format(command: FormatCommand): void
  /** Gives the element back as it was taken. @returns the text as it was left */
  close(): readonly TextRun[]
}

export interface RichTypingOptions {
  readonly at: Begin['at']
  readonly runs: readonly TextRun[]
  readonly maxLength: number
  send(message: FromFrame): void
  /** The text may need another room now. */
  drawn(): void
  ended(reason: 'escape' | 'blur'): void
}

/**
 * A rich text of the canvas being typed. Its own children are set aside and put back at the end, because the view still
 * counts on them. What others change waits while an input method is at work.
 */
export function openRichTyping(element: HTMLElement, options: RichTypingOptions): RichTyping {
  const { send, drawn, ended } = options
  const own = [...element.childNodes]
  const inerted = element.closest<HTMLElement>('[inert]')
  const link = createDeltaLink(true)
  let late: DeltaMessage[] = []

  if (inerted) inerted.inert = false
  const editable = openRichEditable(element, {
    ...options,
    tabToToolbar: true,
    // The keyboard may have gone to the toolbar, which is part of typing: the editor knows.
    ended: (reason) => (reason === 'blur' ? send({ kind: 'text-wish', wish: 'left' }) : ended(reason)),
    changed(delta, by) {
      send({ kind: 'text-delta', by, ...link.made(delta) })
      drawn()
    },
    composed() {
      const waiting = late
      late = []
      for (const message of waiting) take(message)
    },
    caretMoved: (look) => send({ kind: 'text-caret', look }),
    wished: (wish) => send({ kind: 'text-wish', wish }),
  })

  function take(message: DeltaMessage): void {
    const delta = link.arrived(message)
    // Out of step, typing on would tear the two texts apart.
    if (!delta) return ended('blur')
    editable.receive(delta)
    drawn()
  }

  return {
    changed(message) {
      if (editable.isComposing()) late.push(message)
      else take(message)
    },
    format: (command) => editable.run(command),
    close() {
      const runs = editable.runs()
      editable.close()
      element.replaceChildren(...own)
      getSelection()?.removeAllRanges()
      if (inerted) inerted.inert = true
      return runs
    },
  }
}
