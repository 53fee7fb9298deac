import { createStore, type StoreApi } from 'zustand/vanilla'
import type { NodeId } from '#model/ids.ts'
import { findPart, readPartId } from '#model/index.ts'
import { leadOf } from '#editor/state/selection.ts'
import type { FromFrame, ToFrame } from '#runtime/frame/protocol.ts'
import type { CaretLook } from '#runtime/rich-text/rich-editable.ts'
import type { FormatCommand } from '#runtime/rich-text/text-commands.ts'
import { createTypingGesture } from '../canvas/typing-gesture.ts'
import type { StudioSession } from '../session/studio-session.ts'
import { bindPart } from './bind-part.ts'
import { bindText, type BoundText } from './bind-text.ts'

export interface RichTypingState {
  /** What the caret of the typed text stands in; undefined while no rich text is typed. */
  readonly look: CaretLook | undefined
  /** Counts up when a key asks for the link or for the toolbar's first button. */
  readonly asked: { readonly link: number; readonly toolbar: number }
}

/** Typing of rich text on one session's canvas, as the toolbar sees it. */
export interface RichTyping {
  readonly state: StoreApi<RichTypingState>
  format(command: FormatCommand): void
  /** Puts the keyboard back into the text, where its caret was. */
  focusText(): void
}

/** Where the keyboard may be while a text is typed: in the frame, the toolbar and what that opens. */
const partsOfTyping = '.st-device__frame, .st-text-bar, .ui-popover'

const known = new WeakMap<StudioSession, RichTyping & { send: (message: ToFrame) => void }>()

export function richTypingOf(session: StudioSession): RichTyping {
  return typingOf(session)
}

function typingOf(session: StudioSession): RichTyping & { send: (message: ToFrame) => void } {
  let typing = known.get(session)
  if (!typing) {
    const made = {
      state: createStore<RichTypingState>(() => ({ look: undefined, asked: { link: 0, toolbar: 0 } })),
      send: (_message: ToFrame) => {},
      format: (command: FormatCommand) => made.send({ kind: 'format-text', command }),
      focusText: () => document.querySelector<HTMLElement>('.st-device__frame')?.focus({ preventScroll: true }),
    }
    known.set(session, (typing = made))
  }
  return typing
}

/**
 * Stands between the canvas and its frame while a rich text is typed: begins it with the text as it is at that moment,
 * and carries changes both ways.
 */
export function followRichTyping(session: StudioSession, send: (message: ToFrame) => void) {
  const { program, view, undo, blocks, clock } = session
  const typing = typingOf(session)
  const gesture = createTypingGesture(performance)
  let bound: BoundText | undefined
  typing.send = send

  const leave = () => {
    bound?.close()
    bound = undefined
    gesture.end()
    typing.state.setState({ look: undefined })
  }
  const begin = (nodeId: NodeId, prop: string, by: { current: 'typing' | 'format' }) =>
    (readPartId(nodeId) ? bindPart : bindText)({
      program,
      nodeId,
      prop,
      send: (message) => send({ kind: 'text-delta', ...message }),
      edit: (run) =>
        by.current === 'typing'
          ? session.edit('type-text', run, gesture.of(`${nodeId}/${prop}`))
          : session.edit('format-text', run),
      lost: () => view.setState({ typing: undefined }),
    })
  const by: { current: 'typing' | 'format' } = { current: 'typing' }
  // Choosing another block is the end of typing in this one.
  const stop = view.subscribe((state) => {
    if (bound && state.typing && leadOf(state) !== state.typing.nodeId) view.setState({ typing: undefined })
  })

  return {
    /** What goes to the frame passes here. */
    send(message: ToFrame) {
      if (message.kind !== 'edit-text' && message.kind !== 'end-text') return send(message)
      leave()
      if (message.kind === 'end-text') return send(message)
      const { nodeId, prop } = message
      const node = program.node(nodeId) ?? findPart(program, nodeId)?.source
      const field = blocks.find(node?.type ?? '')?.fields[prop]
      if (field?.kind !== 'rich-text') return send(message)
      bound = begin(nodeId, prop, by)
      send({ ...message, runs: bound.runs })
    },
    /** @returns whether the message was about rich text */
    receive(message: FromFrame): boolean {
      switch (message.kind) {
        case 'text-delta':
          by.current = message.by
          clock.typed(performance.now())
          bound?.arrived(message)
          return true
        case 'text-caret':
          if (bound) typing.state.setState({ look: message.look })
          return true
        case 'text-wish': {
          const { asked } = typing.state.getState()
          if (message.wish === 'undo') undo.undo()
          else if (message.wish === 'redo') undo.redo()
          else if (message.wish === 'left') {
            if (!document.activeElement?.closest(partsOfTyping)) view.setState({ typing: undefined })
          } else typing.state.setState({ asked: { ...asked, [message.wish]: asked[message.wish] + 1 } })
          return true
        }
        default:
          if (message.kind === 'text-end') leave()
          return false
      }
    },
    close() {
      stop()
      leave()
    },
  }
}
