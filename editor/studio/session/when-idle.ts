/** Typing and dragging come first, but nothing waits longer than this. */
const LONGEST_MS = 1000

/** Runs something when the screen has nothing better to do. @returns takes it back */
export function whenIdle(run: () => void): () => void {
  // Safari has no idle callbacks.
  if (typeof requestIdleCallback !== 'function') {
    const timer = setTimeout(run, LONGEST_MS / 4)
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback(run, { timeout: LONGEST_MS })
  return () => cancelIdleCallback(handle)
}
