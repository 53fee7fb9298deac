/** Typing on within this time is one undo step, like a word or two; after a pause a new one begins. */
const PAUSE_MS = 900

/** Counted across the tab, so that typing on the canvas and in the inspector never share a step. */
let stretches = 0

/** Names the stretches of typing for undo: the same name in a row is undone in one step. */
export function createTypingGesture(clock: Pick<Performance, 'now'>): { of(what: string): string } {
  let last = { what: '', atMs: Number.NEGATIVE_INFINITY }
  let name = ''
  return {
    of(what) {
      const nowMs = clock.now()
      if (what !== last.what || nowMs - last.atMs > PAUSE_MS) name = `type:${what}:${++stretches}`
      last = { what, atMs: nowMs }
      return name
    },
  }
}
