import type * as Y from 'yjs'
import { changeText, type NodeId, type Program, type TextDelta } from '#model/index.ts'
import { runsOfText, runsOfValue, type TextRun } from '#model/rich-text.ts'
import { diffRuns, isEmptyDelta } from '#model/text-delta.ts'
import { createDeltaLink, type DeltaMessage } from '#runtime/rich-text/delta-link.ts'

export interface BoundText {
  /** As the document has it now; what the other end begins with. */
  readonly runs: readonly TextRun[]
  /** A change made at the other end. */
  arrived(message: DeltaMessage): void
  close(): void
}

export interface BoundTextOptions {
  readonly program: Program
  readonly nodeId: NodeId
  readonly prop: string
  /** Tells the other end what others changed, and what was undone here. */
  send(message: DeltaMessage): void
  /** Runs an edit of the document as a command. */
  edit(run: () => void): void
  /** The two ends no longer agree: typing has to begin anew. */
  lost(): void
}

/** The document's end of a text that is typed elsewhere, in the canvas's frame. */
export function bindText({ program, nodeId, prop, send, edit, lost }: BoundTextOptions): BoundText {
  const link = createDeltaLink(false)
  const read = () => {
    const text = program.text(nodeId, prop)
    return text ? runsOfText(text) : runsOfValue(program.node(nodeId)?.props[prop])
  }
  const first = read()
  let known = first
  let isOwn = false
  let followed: Y.Text | undefined

  const tell = (delta: TextDelta) => {
    if (!isEmptyDelta(delta)) send(link.made(delta))
  }
  const onChange = (event: Y.YTextEvent) => {
    if (!isOwn) tell(event.delta as TextDelta)
    known = read()
  }
  /** A text is there once something was written; undo may take it away again. */
  const follow = () => {
    const present = program.text(nodeId, prop)
    if (present === followed) return
    followed?.unobserve(onChange)
    followed = present
    followed?.observe(onChange)
    const runs = read()
    if (!isOwn) tell(diffRuns(known, runs))
    known = runs
  }
  follow()
  const stop = program.subscribe(({ nodes }) => {
    if (nodes.has(nodeId)) follow()
  })

  return {
    runs: first,
    arrived(message) {
      const delta = link.arrived(message)
      if (!delta) return lost()
      isOwn = true
      try {
        edit(() => changeText(program, nodeId, prop, delta))
      } finally {
        isOwn = false
      }
    },
    close() {
      stop()
      followed?.unobserve(onChange)
    },
  }
}
