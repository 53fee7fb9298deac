/**
 * Lets at most `most` tasks run at once; the others wait in order. Decoding a large picture takes 150 MB, so a burst of
 * uploads must not decode them all together.
 */
export function createTurns(most: number): <Result>(task: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = []
  let running = 0
  return async (task) => {
    if (running >= most) await new Promise<void>((begin) => waiting.push(begin))
    else running++
    try {
      return await task()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
