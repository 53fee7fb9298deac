/**
 * Times from a person's keystroke to the canvas having painted it, as `performance` measures named
 * `keystroke-to-canvas`, which benches read.
 */
export interface KeystrokeClock {
  /** A key or an input happened; `atMs` on the clock of `performance.now()`. */
  typed(atMs: number): void
  /** A patch with this number left for the canvas. */
  sent(seq: number): void
  painted(seq: number): void
  /** The canvas knows where things are: from now on they can be chosen. Told once, as the mark `canvas-usable`. */
  measured(): void
}

/** A patch later than this after the last key has another cause. */
const FRESH_MS = 100

export function createKeystrokeClock(timeline: Pick<Performance, 'now' | 'measure' | 'mark'>): KeystrokeClock {
  let typedAtMs: number | undefined
  let isUsable = false
  const flying: { readonly seq: number; readonly startMs: number }[] = []
  return {
    measured() {
      if (!isUsable) timeline.mark('canvas-usable')
      isUsable = true
    },
    typed(atMs) {
      typedAtMs = atMs
    },
    sent(seq) {
      if (typedAtMs !== undefined && timeline.now() - typedAtMs < FRESH_MS) flying.push({ seq, startMs: typedAtMs })
      typedAtMs = undefined
    },
    painted(seq) {
      while (flying[0] && flying[0].seq <= seq) {
        const { startMs } = flying.shift()!
        timeline.measure('keystroke-to-canvas', { start: startMs, end: timeline.now() })
      }
    },
  }
}
