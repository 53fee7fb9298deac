/**
 * Which of `after` kept their order among each other since `before`, as many as possible: everything else was moved. One
 * thing dragged from the top to the bottom is one move, not a move of all others.
 */
export function keptInOrder<Id>(before: readonly Id[], after: readonly Id[]): ReadonlySet<Id> {
  const placeBefore = new Map(before.map((id, index) => [id, index]))
  const shared = after.filter((id) => placeBefore.has(id))
  const places = shared.map((id) => placeBefore.get(id) ?? 0)
  // The longest increasing run of places; `ends[n]` is where the best run of n + 1 ends.
  const ends: number[] = []
  const previous: number[] = []
  places.forEach((place, at) => {
    const length = firstAtLeast(ends, (end) => (places[end] ?? 0) >= place)
    previous[at] = ends[length - 1] ?? -1
    ends[length] = at
  })
  const kept = new Set<Id>()
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) kept.add(shared[at] as Id)
  return kept
}

function firstAtLeast(ends: readonly number[], isEnough: (end: number) => boolean): number {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isEnough(ends[middle] ?? 0)) high = middle
    else low = middle + 1
  }
  return low
}
