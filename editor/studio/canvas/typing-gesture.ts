/** Typing on within this time is one undo step, like a word or two; after a pause a new one begins. */
const PAUSE_MS = 900

/** Who types without a pause still gets steps: one ends with the word that is written when it has become this long. */
const MOST_INPUTS = 60

/** Counted across the tab, so that typing on the canvas and in the inspector never share a step. */
let stretches = 0

export interface TypingGesture {
  /**
   * The stretch that this input belongs to.
   * @param atMs - when the person made it; the time of the event that is being handled, if not told
   * @param typed - what came in, where that is known
   */
  of(what: string, atMs?: number, typed?: string): string
  /** The text was left: what is typed next is another step, however soon. */
  end(): void
}

/** Names the stretches of typing for undo: the same name in a row is undone in one step. */
export function createTypingGesture(clock: Pick<Performance, 'now'>): TypingGesture {
  let last = { what: '', atMs: Number.NEGATIVE_INFINITY }
  let name = ''
  let inputs = 0
  let isFull = false
  return {
    of(what, atMs = handledAtMs() ?? clock.now(), typed = '') {
      if (what !== last.what || atMs - last.atMs > PAUSE_MS || isFull) {
        name = `type:${what}:${++stretches}`
        inputs = 0
      }
      inputs++
      isFull = inputs >= MOST_INPUTS && endsWord.test(typed)
      last = { what, atMs }
      return name
    },
    end() {
      last = { what: '', atMs: Number.NEGATIVE_INFINITY }
    },
  }
}

const endsWord = /[\s\p{P}]$/u

/**
 * Work that waits in the queue of a busy machine is handled late, but its event still says when the key was pressed; the
 * canvas' frame sends that time along (`atMs`), on a clock of its own.
 */
function handledAtMs(): number | undefined {
  // Counts as outdated for one reason: it is not there in shadow trees, which the studio has none of.
  const event = typeof window === 'undefined' ? undefined : (window as { readonly event?: Event | undefined }).event
  const sent = event instanceof MessageEvent ? (event.data as { readonly atMs?: unknown } | null)?.atMs : undefined
  return typeof sent === 'number' ? sent : event?.timeStamp
}
