/** From a key to painted pixels of canvas and preview, and from "Publish now" to a changed page at the link. */
import { get } from 'node:http'
import type { Browser, FrameLocator, Locator, Page } from '@playwright/test'
import { createProgram, signInAsDemo } from '../e2e/merchant.ts'
import { canvasOf, previewOf, selectOnCanvas, waitUntilSaved } from '../e2e/studio.ts'
import { withProduct } from './browser.ts'
import { median, type Samples } from './report.ts'

const KEYS = 30

export async function benchEditing(browser: Browser, runs: number): Promise<readonly Samples[]> {
  const toCanvas: number[] = []
  const toPreview: number[] = []
  const toLive: number[] = []
  await withProduct(async (server) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
    const page = await context.newPage()
    await signInAsDemo(page, server.url)
    await createProgram(page, 'Editing')
    const canvas = canvasOf(page)
    await canvas.locator('.b-heading').first().waitFor()
    await page.getByRole('button', { name: 'Preview' }).click()
    await previewOf(page).locator('.b-heading').first().waitFor()
    await selectOnCanvas(page, canvas.locator('.b-heading').first())
    const field = page.getByTestId('inspector').getByRole('textbox', { name: 'Headline' })
    for (let run = 0; run < runs; run++) {
      await field.fill('')
      const delays = await typeAndWatch(page, field, previewOf(page))
      toCanvas.push(median(delays.canvas))
      toPreview.push(median(delays.preview))
      toLive.push(await publishOnce(page, server.port, field, `Published in run ${run + 1}`))
    }
    await context.close()
  })
  const kind = { unit: 'ms', better: 'lower' } as const
  return [
    { ...kind, name: 'keystroke to painted canvas, noodle shop', values: toCanvas, bar: 33 },
    { ...kind, name: 'keystroke to changed preview, noodle shop', values: toPreview, bar: 33 },
    { ...kind, name: 'click on "Publish now" to the new page at the link', values: toLive, bar: 1000 },
  ]
}

interface Delays {
  readonly canvas: readonly number[]
  readonly preview: readonly number[]
}

/** Types letter by letter. Canvas times are the editor's own measures; preview times come from watching its frame. */
export async function typeAndWatch(page: Page, field: Locator, preview: FrameLocator): Promise<Delays> {
  await preview.locator('body').evaluate((body) => {
    const seen: { length: number; atMs: number }[] = []
    const paint = new MessageChannel()
    paint.port1.addEventListener('message', () => {
      const length = body
        .querySelector('.b-heading')
        ?.textContent?.match(/n*/g)
        ?.reduce((a, b) => (b.length > a.length ? b : a))
      seen.push({ length: length?.length ?? 0, atMs: performance.timeOrigin + performance.now() })
    })
    paint.port1.start()
    new MutationObserver(() => requestAnimationFrame(() => paint.port2.postMessage(null))).observe(body, {
      subtree: true,
      childList: true,
      characterData: true,
    })
    Object.assign(window, { seen })
  })
  await page.evaluate(() => {
    const pressed: number[] = []
    addEventListener('keydown', () => pressed.push(performance.timeOrigin + performance.now()), { capture: true })
    Object.assign(window, { pressed })
    performance.clearMeasures('keystroke-to-canvas')
  })
  await field.focus()
  await page.keyboard.type('n'.repeat(KEYS), { delay: 80 })
  await preview.getByText('n'.repeat(KEYS)).waitFor()
  const pressed = await page.evaluate(() => (window as unknown as { pressed: number[] }).pressed.splice(0))
  const seen = await preview
    .locator('body')
    .evaluate(() => (window as unknown as { seen: { length: number; atMs: number }[] }).seen.splice(0))
  const canvas = await page.evaluate(() =>
    performance.getEntriesByName('keystroke-to-canvas').map((entry) => entry.duration),
  )
  const previewDelays = pressed.flatMap((atMs, at) => {
    const shown = seen.find((paint) => paint.length > at && paint.atMs >= atMs)
    return shown ? [shown.atMs - atMs] : []
  })
  return { canvas, preview: previewDelays }
}

/** @returns milliseconds from the click to the new headline in what the link answers */
export async function publishOnce(page: Page, port: number, field: Locator, headline: string): Promise<number> {
  await field.fill(headline)
  await waitUntilSaved(page)
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  const link = page.getByRole('link', { name: 'Open', exact: true })
  const button = page.getByRole('button', { name: 'Publish now' })
  await button.waitFor()
  const clickedMs = performance.now()
  await button.click()
  await link.waitFor()
  const host = new URL((await link.getAttribute('href'))!).host
  const html = await fetchAs(host, port)
  if (!html.includes(headline)) throw new Error('The link still shows the old version')
  const tookMs = performance.now() - clickedMs
  await page.keyboard.press('Escape')
  return tookMs
}

/** Asks as a browser would: names below localhost are this machine, which not every resolver knows. */
export function fetchAs(host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    get({ host: 'localhost', port, path: '/', headers: { host } }, (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => (text += part))
      answer.on('end', () => resolve(text))
    }).on('error', reject)
  })
}
