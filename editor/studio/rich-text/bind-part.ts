import { changeOverride, findPart } from '#model/index.ts'
import { runsOfValue } from '#model/rich-text.ts'
import { diffRuns, isEmptyDelta } from '#model/text-delta.ts'
import { createDeltaLink } from '#runtime/rich-text/delta-link.ts'
import type { BoundText, BoundTextOptions } from './bind-text.ts'

/**
 * The document's end of a formatted text typed in a part of a placed section: what is typed becomes other in this place
 * only, and merges with what others type there at the same moment. [M56]
 */
export function bindPart({ program, nodeId, prop, send, edit, lost }: BoundTextOptions): BoundText {
  const link = createDeltaLink(false)
  const valueNow = () => findPart(program, nodeId)?.props[prop]
  let value = valueNow()
  const first = runsOfValue(value)
  let known = first
  let isOwn = false

  const stop = program.subscribe(() => {
    if (!findPart(program, nodeId)) return
    const present = valueNow()
    // Records are made anew only when they change, so this costs nothing while others work elsewhere.
    if (present === value) return
    value = present
    const runs = runsOfValue(present)
    const delta = diffRuns(known, runs)
    known = runs
    if (!isOwn && !isEmptyDelta(delta)) send(link.made(delta))
  })

  return {
    runs: first,
    arrived(message) {
      const delta = link.arrived(message)
      if (!delta) return lost()
      isOwn = true
      try {
        edit(() => changeOverride(program, nodeId, prop, delta))
      } finally {
        isOwn = false
      }
    },
    close: stop,
  }
}
