import { chromium, type Browser, type BrowserContextOptions, type Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PageId } from '#model/ids.ts'
import type { Order } from '#model/shop/orders.ts'
import { sendHtml, serveRuntime, type Handler, type ServedRuntime } from '#runtime/testing/serve-runtime.ts'
import { browserLaunchOptions } from '../../scripts/find-browser.mjs'
import { checkSize } from './document.ts'
import { sampleShopData, shopProgram } from '../testing/shop-program.ts'
import { renderOrderPage, renderPage, type RenderInput } from './render-page.tsx'

const beefButton = 'button[aria-label*="Braised beef"]'

let runtime: ServedRuntime
let browser: Browser
let input: RenderInput

beforeAll(async () => {
  runtime = await serveRuntime()
  browser = await chromium.launch(browserLaunchOptions())
  const shopData = sampleShopData(60)
  const program = shopProgram({ '': [{ type: 'heading', props: { text: 'Welcome' } }], menu: [{ type: 'menu' }] })
  input = { program, shopData, assets: runtime.assets, nowMs: Date.now() }
  for (const { id, slug } of program.pages) {
    const rendered = renderPage({ ...input, pageId: id as PageId })
    if (rendered) runtime.on(`/${slug}`, sendHtml(rendered.html, { 'Content-Security-Policy': rendered.policy }))
  }
  const order = renderOrderPage(input)
  runtime.on('/_order/o1', sendHtml(order.html, { 'Content-Security-Policy': order.policy }))
  runtime.on(
    '/_shop/data',
    json(() => shopData),
  )
  runtime.on(
    '/_shop/session',
    json(() => ({ visitorKey: 'v1', token: 't1', expiresAtIso: new Date(Date.now() + 3_600_000).toISOString() })),
  )
})

afterAll(async () => {
  await browser?.close()
  await runtime?.close()
})

function json(answer: () => unknown, status = 200): Handler {
  return (_request, response) =>
    void response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer()))
}

/** Fails the test when the page complains: a refused style or script, a view that threw, a page that does not hydrate. */
async function visit(path: string, options: BrowserContextOptions = {}): Promise<Page & AsyncDisposable> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(runtime.origin + path, { waitUntil: 'commit' })
  return Object.assign(page, {
    complaints,
    async [Symbol.asyncDispose]() {
      await context.close()
      expect(complaints.filter((text) => !text.includes('ERR_FAILED'))).toEqual([])
    },
  })
}

test('a page that only shows loads nothing but itself', async () => {
  await using page = await visit('/')
  await page.waitForLoadState('networkidle')
  const requests = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
  expect(requests).toEqual([])
  expect(await page.textContent('h2')).toBe('Welcome')
})

test('a tap before any script is there is answered as soon as it is', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true })
  const page = await context.newPage()
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/runtime/*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(`${runtime.origin}/menu`, { waitUntil: 'commit' })
  await page.tap(beefButton)
  await page.waitForSelector('[data-island][aria-busy]')
  expect(await page.$('dialog')).toBeNull()
  release()
  await page.waitForSelector('dialog[open]')
  expect(await page.textContent('dialog')).toContain('Braised beef noodles')
  expect(await page.$('[data-island][aria-busy]')).toBeNull()
  await context.close()
})

test('waking an island takes over the elements that the server drew, and changes nothing to be seen', async () => {
  await using page = await visit('/menu')
  await page.waitForSelector('[data-island]', { state: 'attached' })
  await page.evaluate(() => {
    const changes: string[] = []
    const island = document.querySelector('[data-island]')!
    const names = (nodes: NodeList) =>
      [...nodes].filter((node) => node instanceof Element).map((node) => node.className)
    new MutationObserver((records) => {
      for (const { addedNodes, removedNodes, attributeName } of records)
        changes.push(...names(addedNodes), ...names(removedNodes), attributeName ?? '')
    }).observe(island, { subtree: true, childList: true, attributes: true })
    Object.assign(window, { changes, text: island.textContent })
  })
  await page.waitForSelector('[data-awake]', { state: 'attached' })
  type Seen = { readonly changes: readonly string[]; readonly text: string }
  const after = await page.evaluate(
    () =>
      new Promise<Seen & { readonly now: string }>((resolve) => {
        const look = () => {
          const { changes, text } = window as unknown as Seen
          resolve({ changes, text, now: document.querySelector('[data-island]')?.textContent ?? '' })
        }
        requestAnimationFrame(() => requestAnimationFrame(look))
      }),
  )
  expect(after.changes.filter((change) => change !== '' && change !== 'data-awake')).toEqual([])
  expect(after.now).toBe(after.text)
})

test('a menu that changed since the page was made is drawn anew when it wakes', async () => {
  const changed = sampleShopData(60)
  const [first, ...others] = changed.menu.dishes
  runtime.on(
    '/_shop/data',
    json(() => ({
      ...changed,
      menu: { ...changed.menu, dishes: [{ ...first, name: 'Renamed just now' }, ...others] },
    })),
  )
  await using page = await visit('/menu')
  await page.waitForSelector('[data-awake]', { state: 'attached' })
  await page.waitForSelector('text=Renamed just now')
  expect(await page.$$eval('[data-island] [data-node]', (found) => found.length)).toBe(1)
  runtime.on(
    '/_shop/data',
    json(() => input.shopData),
  )
})

test('a menu page of 60 dishes is small, and so is what wakes it', async () => {
  const menuPage = input.program.pages.find(({ slug }) => slug === 'menu')
  const rendered = menuPage && renderPage({ ...input, pageId: menuPage.id })
  if (!rendered) throw new Error('No menu page')
  const { htmlGzBytes, inlineScriptGzBytes } = checkSize(rendered, runtime.assets)
  expect(inlineScriptGzBytes).toBeLessThan(1500)
  expect(htmlGzBytes).toBeLessThan(14_000)
  const { boot, blocks } = runtime.assets
  expect(boot.gzBytes + (blocks.menu?.gzBytes ?? 0)).toBeLessThan(14_000)
})

test('the cart lives over a reload', async () => {
  await using page = await visit('/menu')
  const add = 'button[aria-label*="Smashed cucumber"]'
  await page.tap(add)
  await page.waitForSelector('.b-menu__bar, .b-menu__cart, [class*=cart]')
  await page.reload()
  await page.waitForSelector('[data-awake]', { state: 'attached' })
  const kept = await page.evaluate(() => localStorage.getItem('sw:kv:cart'))
  expect(kept).toContain('cucumber')
})

test('when the script cannot be fetched the page says so, and the next tap tries again', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true })
  const page = await context.newPage()
  let reachable = false
  await page.route('**/runtime/*.js*', (route) => (reachable ? route.continue() : route.abort()))
  await page.goto(`${runtime.origin}/menu`, { waitUntil: 'commit' })
  await page.tap(beefButton)
  await page.waitForSelector('[data-offline]:not([hidden])')
  reachable = true
  await page.tap(beefButton)
  await page.waitForSelector('dialog[open]')
  await context.close()
})

test('the table of a scanned code is kept for the meal', async () => {
  await using page = await visit('/menu?table=table-3')
  await page.waitForSelector('[data-awake]', { state: 'attached' })
  expect(await page.evaluate(() => localStorage.getItem('sw:kv:table'))).toBe('"table-3"')
})

test('an order is followed by events while its page is open', async () => {
  let version = 1
  const order = (status: Order['status']): Order => ({
    id: 'o1',
    number: 17,
    status,
    payStatus: 'paid',
    channel: 'pickup',
    tableLabel: null,
    lines: [],
    currency: 'CNY',
    subtotalMinor: 0,
    discountMinor: 0,
    totalMinor: 0,
    createdAtIso: new Date().toISOString(),
    placedAtIso: new Date().toISOString(),
    pointsEarned: 0,
    timeline: [],
    reason: '',
    version: version++,
  })
  runtime.on('/_shop/orders/o1', (request, response) => {
    expect(request.headers.authorization).toBe('Bearer t1')
    return json(() => order('placed'))(request, response)
  })
  let tell = (_order: Order) => {}
  const connected = new Promise<void>((resolve) => {
    runtime.on('/_shop/orders/o1/events', (request, response) => {
      expect(request.url).toContain('token=t1')
      response.writeHead(200, { 'Content-Type': 'text/event-stream' })
      tell = (value) => void response.write(`event: order\ndata: ${JSON.stringify(value)}\n\n`)
      response.write(': hello\n\n')
      resolve()
    })
  })
  await using page = await visit('/_order/o1')
  await page.waitForSelector('text=17')
  await connected
  const before = await page.textContent('.b-order-status h2')
  tell(order('ready'))
  await page.waitForFunction((was) => document.querySelector('.b-order-status h2')?.textContent !== was, before)
})
