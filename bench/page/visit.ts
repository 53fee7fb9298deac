/** One visit of a cheap phone: what is painted when, and how soon a tap is answered. */
import type { Browser } from '@playwright/test'

/** Chrome's "Slow 4G". */
const slow4g = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 }
const slowerProcessor = 4
/** Nobody taps on something sooner after it has appeared. */
const reactionMs = 300

/** How a page names what is tapped and what answers. */
export interface Kind {
  /** Two buttons that put a dish into the cart at once. */
  readonly add: readonly [first: string, later: string]
  /** There as soon as a tap is answered. */
  readonly answered: string
}

export interface Visit {
  readonly paintMs: number
  readonly largestMs: number
  /** From the tap to the frame that shows it: on a page that is just painted. */
  readonly firstTapMs: number
  /** The same on a page that has come to rest. */
  readonly laterTapMs: number
  /** From the start of the page until the first tap is in the cart, kept. */
  readonly keptMs: number
  readonly blockedMs: number
  readonly shift: number
}

/**
 * The page watches itself and tells when there is something to tap; from outside come touches and nothing else. What a test
 * runner puts into a page to find and wait for things would itself be the longest task of the visit.
 */
export async function visitSlowly(browser: Browser, url: string, kind: Kind): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await context.addInitScript({ content: 'globalThis.__name ??= (named) => named' })
  await context.addInitScript(watch, { kind, binding, reactionMs })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  const told = (wanted: Told['what']) =>
    new Promise<Told>((resolve) => {
      session.on('Runtime.bindingCalled', ({ payload }) => {
        const said = JSON.parse(payload) as Told
        if (said.what === wanted) resolve(said)
      })
    })
  const touch = async ({ x, y }: Told) => {
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }
  const [painted, first, kept] = [told('painted'), told('first'), told('kept')]
  const [rested, later] = [told('rested'), told('later')]
  await session.send('Runtime.enable')
  await session.send('Runtime.addBinding', { name: binding })
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', slow4g)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowerProcessor })
  const gone = page.goto(url, { waitUntil: 'commit' })
  await touch(await painted)
  const { ms: firstTapMs } = await first
  const { ms: keptMs } = await kept
  await gone
  await page.waitForLoadState('networkidle')
  await session.send('Runtime.evaluate', { expression: 'askAgain()' })
  await touch(await rested)
  const { ms: laterTapMs } = await later
  const { result } = await session.send('Runtime.evaluate', { expression: 'JSON.stringify(seen)' })
  const seen = JSON.parse(String(result.value)) as Seen
  await context.close()
  const [paint] = seen.paints
  return {
    paintMs: paint ?? Number.NaN,
    largestMs: seen.largestMs,
    firstTapMs,
    laterTapMs,
    keptMs,
    blockedMs: seen.tasks
      .filter(({ startMs }) => startMs >= (paint ?? 0))
      .reduce((sum, { lastsMs }) => sum + Math.max(0, lastsMs - 50), 0),
    shift: seen.shift,
  }
}

const binding = 'tellBench'

interface Told {
  /** Something can be tapped (`painted`, `rested`: where), a tap was answered (`first`, `later`), the cart is kept. */
  readonly what: 'painted' | 'first' | 'kept' | 'rested' | 'later'
  readonly x: number
  readonly y: number
  readonly ms: number
}

interface Seen {
  readonly paints: number[]
  largestMs: number
  shift: number
  readonly tasks: { startMs: number; lastsMs: number }[]
}

/** Runs in the page before anything else. */
function watch({ kind, binding, reactionMs }: { kind: Kind; binding: string; reactionMs: number }): void {
  const seen: Seen = { paints: [], largestMs: 0, shift: 0, tasks: [] }
  const tell = (what: Told['what'], more: Partial<Told>) =>
    (Reflect.get(globalThis, binding) as (text: string) => void)(JSON.stringify({ x: 0, y: 0, ms: 0, ...more, what }))
  const observe = (type: string, each: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true })
  observe('paint', (entry) => {
    if (entry.name !== 'first-contentful-paint') return
    seen.paints.push(entry.startTime)
    void offer(0, 'painted', 'first').then(whenKept)
  })
  observe('largest-contentful-paint', (entry) => (seen.largestMs = entry.startTime))
  observe('longtask', (entry) => seen.tasks.push({ startMs: entry.startTime, lastsMs: entry.duration }))
  observe('layout-shift', (entry) => {
    if (!Reflect.get(entry, 'hadRecentInput')) seen.shift += Number(Reflect.get(entry, 'value'))
  })
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))

  /** Brings the button in sight and says where it is as soon as it can be tapped, and then how long its answer took. */
  async function offer(index: 0 | 1, what: 'painted' | 'rested', answer: 'first' | 'later'): Promise<void> {
    let button: Element | null
    while (!(button = document.querySelector(kind.add[index]))) await nextFrame()
    button.scrollIntoView({ block: 'center' })
    await new Promise((resolve) => setTimeout(resolve, reactionMs))
    const { x, y, width, height } = button.getBoundingClientRect()
    const answered = whenAnswered()
    tell(what, { x: x + width / 2, y: y + height / 2 })
    tell(answer, { ms: await answered })
  }

  function whenAnswered(): Promise<number> {
    const before = document.querySelectorAll(kind.answered).length
    return new Promise((resolve) => {
      let tappedMs = Number.NaN
      addEventListener('click', (event) => (tappedMs = event.timeStamp), { capture: true, once: true })
      const look = () => {
        if (Number.isNaN(tappedMs) || document.querySelectorAll(kind.answered).length === before) return
        watcher.disconnect()
        // The next frame shows it; a message comes after that frame has been handed over.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', () => resolve(performance.now() - tappedMs))
          port1.start()
          port2.postMessage(null)
        })
      }
      const watcher = new MutationObserver(look)
      watcher.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
    })
  }

  async function whenKept(): Promise<void> {
    const cart = () => localStorage.getItem('sw:kv:cart') ?? localStorage.getItem('cart')
    while (['[]', null].includes(cart())) await nextFrame()
    tell('kept', { ms: performance.now() })
  }
  Object.assign(window, { seen, askAgain: () => offer(1, 'rested', 'later') })
}
