import type { NodeId } from '#model/ids.ts'
import { isSameJson, valueOfRuns, type RichText } from '#model/rich-text.ts'
import { findDefinition } from '#components/definitions.ts'
import type { DeltaMessage } from '../rich-text/delta-link.ts'
import type { FormatCommand } from '../rich-text/text-commands.ts'
import type { NodeStore } from '../node-store.ts'
import { openEditable, type Editable } from './editable.ts'
import { followValues, type ValueFollower } from './follow-values.ts'
import type { FromFrame, ToFrame } from './protocol.ts'
import { openRichTyping, type RichTyping } from './rich-typing.ts'

type Begin = Extract<ToFrame, { kind: 'edit-text' }>
type Patch = Extract<ToFrame, { kind: 'patch' }>

export interface TextEditing {
  begin(message: Begin): void
  end(): void
  /** Lets what somebody else typed into the same text appear in it. */
  received(patch: Patch): void
  /** The same for a rich text, which hears of single changes. */
  changed(message: DeltaMessage): void
  format(command: FormatCommand): void
}

interface Typed {
  readonly nodeId: NodeId
  readonly prop: string
  release(): void
}

interface PlainTyping extends Typed {
  readonly editable: Editable
  readonly values: ValueFollower
  readonly rich?: undefined
  /** What came in the middle of a composition. */
  late?: string
}

type Running = PlainTyping | (Typed & { readonly rich: RichTyping })

/**
 * Typing on the canvas. The element is the person's own meanwhile: views see the text as it was at the start, so that
 * drawing again never touches the caret or a composition, and get the newest one when typing ends.
 */
export function createTextEditing(
  nodes: NodeStore,
  send: (message: FromFrame) => void,
  look: (ids: readonly NodeId[]) => void = () => {},
): TextEditing {
  let running: Running | undefined

  function end(reason?: 'escape' | 'blur' | 'enter'): void {
    const ended = running
    if (!ended) return
    running = undefined
    const { nodeId, prop, release } = ended
    const value = leave(ended)
    release()
    // The last letters may still be on their way through the editor; nobody should see them go and come back.
    const node = nodes.received(nodeId)
    if (node && !isSameJson(node.props[prop], value))
      nodes.apply([{ ...node, props: { ...node.props, [prop]: value } }], [])
    look([nodeId])
    if (reason) send({ kind: 'text-end', nodeId, prop, reason })
  }

  function show(into: PlainTyping, text: string): void {
    into.late = into.editable.isComposing() ? text : undefined
    if (into.late !== undefined) return
    into.values.received(text, into.editable.value())
    into.editable.show(into.values.shown())
  }

  return {
    end: () => end(),
    begin({ nodeId, prop, at, runs }) {
      end()
      const element = findEditable(nodeId, prop)
      const node = nodes.received(nodeId)
      if (!element || !node) return send({ kind: 'text-end', nodeId, prop, reason: 'blur' })
      const field = findDefinition(node.type)?.fields[prop]
      if (runs) {
        const maxLength = field?.kind === 'rich-text' ? field.maxLength : Number.MAX_SAFE_INTEGER
        const release = nodes.hold(nodeId, prop)
        const drawn = () => look([nodeId])
        running = {
          nodeId,
          prop,
          release,
          rich: openRichTyping(element, { at, runs, maxLength, send, drawn, ended: end }),
        }
        return drawn()
      }
      const text = node.props[prop]
      const values = followValues(typeof text === 'string' ? text : '')
      const release = nodes.hold(nodeId, prop)
      const editable = openEditable(element, {
        value: values.shown(),
        at,
        multiline: field?.kind === 'text' && field.multiline === true,
        maxLength: field?.kind === 'text' ? field.maxLength : undefined,
        typed(value) {
          const base = values.typed(value)
          if (base !== undefined) send({ kind: 'text-input', nodeId, prop, value, base })
          if (running && !running.rich && running.late !== undefined) show(running, running.late)
          look([nodeId])
        },
        ended: end,
      })
      running = { nodeId, prop, editable, values, release }
    },
    received({ changed, removed }) {
      if (!running) return
      const { nodeId, prop } = running
      const element = findEditable(nodeId, prop)
      if (removed.includes(nodeId) || !element) return end('blur')
      const text = changed.find(({ id }) => id === nodeId)?.props[prop]
      if (typeof text === 'string' && !running.rich) show(running, text)
    },
    changed: (message) => running?.rich?.changed(message),
    format: (command) => running?.rich?.format(command),
  }
}

/** Gives the element back. @returns the text as it was left there */
function leave(running: Running): string | RichText {
  if (running.rich) return valueOfRuns(running.rich.close())
  running.editable.close()
  return running.values.shown()
}

/** The text of this node itself, not one of a node inside it. */
function findEditable(nodeId: NodeId, prop: string): HTMLElement | undefined {
  const box = document.querySelector(`[data-node="${CSS.escape(nodeId)}"]`)
  const marked = box?.querySelectorAll<HTMLElement>(`[data-edit="${CSS.escape(prop)}"]`) ?? []
  return [...marked].find((element) => element.closest('[data-node]') === box)
}
