/** Between two thoughts somebody pauses about this long. */
const QUIET_MS = 2000
/** Whoever never pauses does not keep it waiting for ever. */
const LONGEST_MS = 60_000

const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchmove'] as const

export interface Quiet {
  /** Resolves as soon as nobody has touched anything, and nothing has changed, for a moment. */
  until(): Promise<void>
  stop(): void
}

/**
 * For long work that nobody waits for, and that nobody shall feel.
 * @param onChange - tells of changes that come from elsewhere, such as typing within a frame
 */
export function watchQuiet(onChange: (listener: () => void) => () => void): Quiet {
  let touchedMs = performance.now()
  const touched = () => {
    touchedMs = performance.now()
  }
  for (const sign of signs) addEventListener(sign, touched, { capture: true, passive: true })
  const stopChanges = onChange(touched)
  return {
    async until() {
      const sinceMs = performance.now()
      for (;;) {
        const nowMs = performance.now()
        const leftMs = Math.min(touchedMs + QUIET_MS, sinceMs + LONGEST_MS) - nowMs
        if (leftMs <= 0) return
        await new Promise((resolve) => setTimeout(resolve, leftMs))
      }
    },
    stop() {
      for (const sign of signs) removeEventListener(sign, touched, true)
      stopChanges()
    },
  }
}
