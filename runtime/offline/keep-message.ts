/** At the root, so that the worker sees every page of its origin. */
export const workerPath = '/sw.js'

/** A page tells the worker what it had loaded before the worker was there. */
export interface KeepMessage {
  readonly kind: 'keep'
  readonly page: string
  /** Whole addresses; the worker takes only those that it would keep. */
  readonly parts: readonly string[]
}
