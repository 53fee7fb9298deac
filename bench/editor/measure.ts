/** The same eyes for both pages: when something was asked for, when it was painted, and what it cost. */
import type { Browser, Frame, Page } from '@playwright/test'

/** Longer than anything measured here may take. */
const PATIENCE_MS = 15_000

/** Milliseconds since 1970, with fractions; clocks of a page and its frames agree. */
type EpochMs = number

/** Remembers when keys and buttons went down or up. Call once per page. */
export async function watchInput(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: { [type: string]: number } = {}
    for (const type of ['keydown', 'mousedown', 'mouseup'])
      addEventListener(type, (event) => (seen[type] = performance.timeOrigin + event.timeStamp), { capture: true })
    Object.assign(window, { lastInput: seen })
  })
}

export function lastInput(page: Page, type: 'keydown' | 'mousedown' | 'mouseup'): Promise<EpochMs> {
  return page.evaluate(
    (name) => (window as unknown as { lastInput: { [type: string]: number } }).lastInput[name]!,
    type,
  )
}

/**
 * Looks once a frame and answers when the frame in which it became true has been handed over for painting.
 * @param isSo - runs in the page, without anything from around it
 */
export function untilPainted<Argument>(
  frame: Frame | Page,
  isSo: (argument: Argument) => boolean,
  argument: Argument,
): Promise<EpochMs> {
  return frame.evaluate(
    ([source, given, patienceMs]) =>
      new Promise<number>((resolve, reject) => {
        const check = new Function(`return (${source as string})`)() as (argument: unknown) => boolean
        const painted = new MessageChannel()
        painted.port1.addEventListener('message', () => resolve(performance.timeOrigin + performance.now()))
        painted.port1.start()
        const since = performance.now()
        const look = () => {
          if (check(given)) painted.port2.postMessage(null)
          else if (performance.now() - since < patienceMs) requestAnimationFrame(look)
          else reject(new Error(`It never became true: ${source}, ${JSON.stringify(given)}`))
        }
        requestAnimationFrame(look)
      }),
    [isSo.toString(), argument, PATIENCE_MS] as const,
  )
}

/** Gaps between the frames of a page while `run` lasts, in milliseconds. */
export async function frameGaps(page: Page, run: () => Promise<void>): Promise<readonly number[]> {
  await page.evaluate(() => {
    const at: number[] = []
    const tick = (now: number) => {
      at.push(now)
      request = requestAnimationFrame(tick)
    }
    let request = requestAnimationFrame(tick)
    Object.assign(window, {
      endFrames: () => {
        cancelAnimationFrame(request)
        return at
      },
    })
  })
  await run()
  const at = await page.evaluate(() => (window as unknown as { endFrames(): number[] }).endFrames())
  return at.slice(1).map((now, index) => now - at[index]!)
}

/** Milliseconds that all renderer processes have computed so far; nearly free of what else the machine does. */
export async function rendererCpuMs(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as {
    processInfo: readonly { readonly type: string; readonly cpuTime: number }[]
  }
  await session.detach()
  return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0)
}

/** Bytes of JavaScript objects in the page and its frames, after a collection. */
export async function heapBytes(page: Page): Promise<number> {
  const targets = [page, ...page.frames().filter((frame) => frame !== page.mainFrame())]
  let bytes = 0
  for (const target of targets) {
    // A frame in the page's own process has no session of its own; its objects are counted with the page's.
    const session = await page
      .context()
      .newCDPSession(target)
      .catch(() => undefined)
    if (!session) continue
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    bytes += usedSize
    await session.detach()
  }
  return bytes
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
