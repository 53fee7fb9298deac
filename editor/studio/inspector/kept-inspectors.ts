import type { NodeId } from '#model/index.ts'

/** Fields that were mounted for one kind of blocks and stay so; out of sight while something else is chosen. */
export interface KeptInspector {
  /** The kinds of the blocks it is for. */
  readonly kind: string
  readonly ids: readonly NodeId[]
  /** Grows with each use. */
  readonly turn: number
}

/** So many kinds of blocks are at hand; who works on a page goes back and forth between few. */
export const mostKept = 4

/**
 * The list with these blocks shown in the one for their kind. It stays where it is in the list, so that nothing moves;
 * a new one takes the place of the one that was not used for longest.
 */
export function keepFor(
  kept: readonly KeptInspector[],
  kind: string,
  ids: readonly NodeId[],
): readonly KeptInspector[] {
  const last = Math.max(0, ...kept.map(({ turn }) => turn))
  const present = kept.find((each) => each.kind === kind)
  if (present && present.ids === ids && present.turn === last) return kept
  const next = { kind, ids, turn: last + 1 }
  if (present) return kept.map((each) => (each === present ? next : each))
  if (kept.length < mostKept) return [...kept, next]
  const oldest = kept.reduce((a, b) => (a.turn <= b.turn ? a : b))
  return kept.map((each) => (each === oldest ? next : each))
}
