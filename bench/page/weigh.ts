/** What pages weigh: by what they load, and by what comes over the wire when a browser knows another shop already. */
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from '@playwright/test'

/** Without the worker that keeps pages for reading offline, which fetches all once more. */
const phone = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  serviceWorkers: 'block',
} as const

export interface Weight {
  readonly htmlBytes: number
  /** Scripts in the document, its data not counted. */
  readonly inlineBytes: number
  readonly styleBytes: number
  /** Modules by address, gzipped. */
  readonly modules: ReadonlyMap<string, number>
}

/** What a page weighs on a quick line, with `use` done on it. */
export async function weigh(browser: Browser, url: string, use: (page: Page) => Promise<void>): Promise<Weight> {
  const context = await browser.newContext(phone)
  const page = await context.newPage()
  const bodies = new Map<string, Promise<readonly [kind: string, bytes: number]>>()
  page.on('response', (answer) => {
    const kind = answer.request().resourceType()
    if (kind !== 'script' && kind !== 'stylesheet') return
    bodies.set(
      new URL(answer.url()).pathname,
      answer.body().then((body) => [kind, gzipped(body)] as const),
    )
  })
  const answer = await page.goto(url)
  const html = (await answer?.text()) ?? ''
  await use(page)
  await page.waitForLoadState('networkidle')
  const modules = new Map<string, number>()
  let styleBytes = 0
  for (const [path, body] of bodies) {
    const [kind, bytes] = await body
    if (kind === 'script') modules.set(path, bytes)
    else styleBytes += bytes
  }
  await context.close()
  return {
    htmlBytes: gzipped(html),
    inlineBytes: inlineBytes(html),
    styleBytes,
    modules,
  }
}

const gzipped = (content: string | Buffer): number => gzipSync(content).byteLength

/**
 * Visits two shops one after the other in one browser, with `use` done on each.
 * @returns bytes of code that the second one costs: scripts in the document, and modules that came over the wire
 */
export async function weighSecond(
  browser: Browser,
  urls: readonly [first: string, second: string],
  use: (page: Page) => Promise<void>,
): Promise<number> {
  const context = await browser.newContext(phone)
  let bytes = 0
  for (const url of urls) {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    const scripts = new Set<string>()
    bytes = 0
    session.on('Network.responseReceived', ({ requestId, type, response }) => {
      if (type === 'Script' && !response.fromDiskCache) scripts.add(requestId)
    })
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) bytes += encodedDataLength
    })
    await session.send('Network.enable')
    const answer = await page.goto(url)
    await use(page)
    await page.waitForLoadState('networkidle')
    bytes += inlineBytes((await answer?.text()) ?? '')
    await page.close()
  }
  await context.close()
  return bytes
}

function inlineBytes(html: string): number {
  const scripts = [...html.matchAll(/<script(?![^>]*(?:src=|application\/))[^>]*>([\s\S]*?)<\/script>/g)]
  return scripts.reduce((sum, [, script = '']) => sum + gzipped(script), 0)
}
