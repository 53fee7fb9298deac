import type { Awareness } from 'y-protocols/awareness'
import type { OwnView } from './presence.ts'

/** A pointer told so often looks like one that glides, once it is drawn gliding from place to place. */
export const TELL_EVERY_MS = 50

export interface Teller {
  /** What this tab looks at has changed: the others hear of it soon. */
  changed(): void
  stop(): void
}

/**
 * Tells the others what this tab looks at, at most every {@link TELL_EVERY_MS}. Alone, nothing is read and nothing is
 * sent: who comes later is told at once.
 * @param look - reads what this tab looks at
 * @param after - runs something later; returns what calls that off
 */
export function tellPresence(
  awareness: Awareness,
  look: () => OwnView,
  after: (ms: number, run: () => void) => () => void,
): Teller {
  let isDue = false
  let waiting: (() => void) | undefined
  let wasAlone = true

  const tell = () => {
    isDue = false
    const view = look()
    if (JSON.stringify(view) !== JSON.stringify(awareness.getLocalState()?.view))
      awareness.setLocalStateField('view', view)
    waiting = after(TELL_EVERY_MS, () => {
      waiting = undefined
      if (isDue) tell()
    })
  }
  const changed = () => {
    if (isAlone(awareness)) return
    isDue = true
    if (!waiting) tell()
  }
  const onOthers = () => {
    const alone = isAlone(awareness)
    if (wasAlone && !alone) changed()
    wasAlone = alone
  }
  awareness.on('change', onOthers)
  onOthers()
  return {
    changed,
    stop() {
      awareness.off('change', onOthers)
      waiting?.()
    },
  }
}

function isAlone(awareness: Awareness): boolean {
  for (const clientId of awareness.getStates().keys()) if (clientId !== awareness.clientID) return false
  return true
}
