/** What a customer's phone loads for the published menu: bytes of JavaScript and HTML, and when something is painted. */
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from '@playwright/test'
import { createProgram, openAllDay, publish, signInAsDemo } from '../e2e/merchant.ts'
import { withProduct } from './browser.ts'
import type { Samples } from './report.ts'

/** Chrome's "Slow 4G" with a processor four times slower: a cheap phone on a poor network. */
const slow4g = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 }

export async function benchMenuPage(browser: Browser, runs: number): Promise<readonly Samples[]> {
  const htmlBytes: number[] = []
  const scriptBefore: number[] = []
  const scriptInUse: number[] = []
  const paint: number[] = []
  const slowPaint: number[] = []
  await withProduct(async (server) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
    const page = await context.newPage()
    await signInAsDemo(page, server.url)
    const programId = await createProgram(page, 'Menu page')
    await openAllDay(page, server.url, programId)
    const menu = new URL('/menu', await publish(page)).href
    await context.close()
    for (let run = 0; run < runs; run++) {
      const quick = await visit(browser, menu, false)
      htmlBytes.push(quick.htmlBytes)
      scriptBefore.push(quick.scriptBefore)
      scriptInUse.push(quick.scriptInUse)
      paint.push(quick.paintMs)
      slowPaint.push((await visit(browser, menu, true)).paintMs)
    }
  })
  const bytes = { unit: 'bytes gzipped', better: 'lower' } as const
  const ms = { unit: 'ms', better: 'lower' } as const
  return [
    { ...bytes, name: 'menu page: HTML with its critical styles', values: htmlBytes, bar: 14_336 },
    { ...bytes, name: 'menu page: JavaScript before the first tap, inline loader', values: scriptBefore, bar: 3072 },
    { ...bytes, name: 'menu page: JavaScript with the cart in use', values: scriptInUse, bar: 20_480 },
    { ...ms, name: 'menu page: first paint', values: paint, bar: null },
    { ...ms, name: 'menu page: first paint, slow 4G and a 4 times slower processor', values: slowPaint, bar: null },
  ]
}

interface Visit {
  readonly htmlBytes: number
  readonly scriptBefore: number
  readonly scriptInUse: number
  readonly paintMs: number
}

async function visit(browser: Browser, url: string, isSlow: boolean): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  const page = await context.newPage()
  if (isSlow) await slowDown(page)
  const scripts = new Map<string, Promise<number>>()
  page.on('response', (answer) => {
    if (answer.request().resourceType() === 'script') scripts.set(answer.url(), answer.body().then(gzipped))
  })
  const answer = await page.goto(url)
  const html = (await answer?.text()) ?? ''
  const inline = [...html.matchAll(/<script(?![^>]*(?:src=|application\/json))[^>]*>([\s\S]*?)<\/script>/g)]
  const paintMs = await page.evaluate(firstPaint)
  const scriptBefore = inline.reduce((sum, [, script = '']) => sum + gzipped(script), 0)
  if (!isSlow) {
    await page.getByRole('button', { name: 'Add Tea eggs' }).tap()
    await page
      .getByRole('button', { name: /Check out|Open the cart/ })
      .first()
      .tap()
    await page.getByRole('dialog').waitFor()
  }
  const sizes = await Promise.all(scripts.values())
  await context.close()
  return {
    htmlBytes: gzipped(html),
    scriptBefore,
    scriptInUse: scriptBefore + sizes.reduce((sum, size) => sum + size, 0),
    paintMs,
  }
}

/** Runs in the page, which may not have painted yet. */
function firstPaint(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const entry = list.getEntriesByName('first-contentful-paint')[0]
      if (entry) resolve(entry.startTime)
    }).observe({ type: 'paint', buffered: true })
  })
}

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', slow4g)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
}

const gzipped = (content: string | Buffer): number => gzipSync(content).byteLength
