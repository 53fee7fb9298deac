/**
 * Visitors arrive as a clock says, whether those before them were served or not: a slow product gets a longer queue and
 * not fewer visitors, so its slowness shows in the figures.
 */

/**
 * @param perSecond - how many arrive
 * @param visit - one of them; its failures are counted where they happen
 * @returns when the last one has left
 */
export async function arrive(
  perSecond: number,
  seconds: number,
  visit: (index: number) => Promise<void>,
): Promise<void> {
  const total = Math.round(perSecond * seconds)
  const startedMs = performance.now()
  const under = new Set<Promise<void>>()
  for (let index = 0; index < total; index++) {
    await until(startedMs + (index / perSecond) * 1000)
    const visiting = visit(index)
      .catch(() => undefined)
      .finally(() => under.delete(visiting))
    under.add(visiting)
  }
  await Promise.all(under)
}

async function until(momentMs: number): Promise<void> {
  const waitMs = momentMs - performance.now()
  if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs))
}
