import type { NodeId } from '#model/ids.ts'
import { findDefinition } from '#components/definitions.ts'
import type { NodeStore } from '../node-store.ts'
import { openEditable, type Editable } from './editable.ts'
import { followValues, type ValueFollower } from './follow-values.ts'
import type { FromFrame, ToFrame } from './protocol.ts'

type Begin = Extract<ToFrame, { kind: 'edit-text' }>
type Patch = Extract<ToFrame, { kind: 'patch' }>

export interface TextEditing {
  begin(message: Begin): void
  end(): void
  /** Lets what somebody else typed into the same text appear in it. */
  received(patch: Patch): void
}

interface Running {
  readonly nodeId: NodeId
  readonly prop: string
  readonly editable: Editable
  readonly values: ValueFollower
  /** What came in the middle of a composition. */
  late?: string
  release(): void
}

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
    const { nodeId, prop, editable, values, release } = ended
    editable.close()
    release()
    // The last letters may still be on their way through the editor; nobody should see them go and come back.
    const node = nodes.received(nodeId)
    if (node && node.props[prop] !== values.shown())
      nodes.apply([{ ...node, props: { ...node.props, [prop]: values.shown() } }], [])
    look([nodeId])
    if (reason) send({ kind: 'text-end', reason })
  }

  function show(into: Running, text: string): void {
    into.late = into.editable.isComposing() ? text : undefined
    if (into.late !== undefined) return
    into.values.received(text, into.editable.value())
    into.editable.show(into.values.shown())
  }

  return {
    end: () => end(),
    begin({ nodeId, prop, at }) {
      end()
      const element = findEditable(nodeId, prop)
      const node = nodes.received(nodeId)
      if (!element || !node) return send({ kind: 'text-end', reason: 'blur' })
      const field = findDefinition(node.type)?.fields[prop]
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
          if (running?.late !== undefined) show(running, running.late)
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
      if (typeof text === 'string') show(running, text)
    },
  }
}

/** The text of this node itself, not one of a node inside it. */
function findEditable(nodeId: NodeId, prop: string): HTMLElement | undefined {
  const box = document.querySelector(`[data-node="${CSS.escape(nodeId)}"]`)
  const marked = box?.querySelectorAll<HTMLElement>(`[data-edit="${CSS.escape(prop)}"]`) ?? []
  return [...marked].find((element) => element.closest('[data-node]') === box)
}
