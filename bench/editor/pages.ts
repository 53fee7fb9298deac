/** Both pages as one interface, so that one set of gestures is timed on either. */
import type { Browser, BrowserContext, Frame, Page } from '@playwright/test'
import { knowsTheStudio } from '../../e2e/studio.ts'
import { watchInput } from './measure.ts'

export interface Bench {
  readonly page: Page
  /** Where the tree is drawn: a frame of the editor, the floor's page itself. */
  readonly tree: Frame
  /** The field that types in the selected heading. */
  readonly field: string
  /** From the start of the page to the first moment a block can be chosen. */
  readonly usableMs: number
  readonly context: BrowserContext
}

async function newContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' })
  // What runs a bench gives every function its name by this helper, also those that are sent into the page.
  await context.addInitScript({ content: 'globalThis.__name ??= (named) => named' })
  await knowsTheStudio(context)
  return context
}

export async function openEditor(browser: Browser, url: string, cookie: string, programId: string): Promise<Bench> {
  const context = await newContext(browser)
  const [name, ...value] = cookie.split('=')
  await context.addCookies([{ name: name!, value: value.join('='), url }])
  const page = await context.newPage()
  await page.goto(`${url}/p/${programId}`)
  const usable = await page.waitForFunction(() => performance.getEntriesByName('canvas-usable')[0]?.startTime)
  const usableMs = (await usable.jsonValue()) ?? Number.NaN
  const handle = await page.locator('iframe[title="Canvas"]').elementHandle()
  const tree = await handle?.contentFrame()
  if (!tree) throw new Error('The editor shows no canvas')
  await watchInput(page)
  const field = '[data-testid=inspector] [data-field=text] :is(input, textarea)'
  return { page, tree, field, usableMs, context }
}

export async function openFloor(browser: Browser, url: string, html: string): Promise<Bench> {
  const context = await newContext(browser)
  const page = await context.newPage()
  await page.route(`${url}/floor`, (route) => route.fulfill({ contentType: 'text/html', body: html }))
  await page.goto(`${url}/floor`)
  // Without an observer a page knows no moment before which nothing can be chosen, other than its first frame.
  const usableMs = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const painted = new MessageChannel()
        painted.port1.addEventListener('message', () => resolve(performance.now()))
        painted.port1.start()
        requestAnimationFrame(() => painted.port2.postMessage(null))
      }),
  )
  await watchInput(page)
  return { page, tree: page.mainFrame(), field: '#field', usableMs, context }
}
