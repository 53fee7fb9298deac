import { gzipSync } from 'node:zlib'
import { chromium, type Browser, type BrowserContextOptions, type Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PageId } from '#model/ids.ts'
import type { Order } from '#model/shop/orders.ts'
import { sendHtml, serveRuntime, type Handler, type ServedRuntime } from '#runtime/testing/serve-runtime.ts'
import { browserLaunchOptions } from '../../scripts/find-browser.mjs'
import { checkSize } from './document.ts'
import { sampleShopData } from '#components/testing/sample-shop-data.ts'
import { shopProgram } from '../testing/shop-program.ts'
import { renderOrderPage, renderPage, type RenderInput } from './render-page.tsx'

const beefButton = 'button[aria-label*="Braised beef"]'

let runtime: ServedRuntime
let browser: Browser
let input: RenderInput

beforeAll(async () => {
  runtime = await serveRuntime()
  browser = await chromium.launch(browserLaunchOptions())
  const shopData = sampleShopData(60)
  const program = shopProgram({
    '': [{ type: 'heading', props: { text: 'Welcome' } }],
    menu: [{ type: 'menu' }],
    about: [{ type: 'menu' }],
    pay: [{ type: 'pay-button' }],
    form: [
      {
        type: 'form',
        props: {
          questions: ['Name', 'Street'].map((label) => ({ label, kind: 'short', options: '', isNeeded: true })),
        },
      },
    ],
    still: [
      {
        type: 'tabs',
        props: { label1: 'Eat here', label2: 'Take away' },
        slots: {
          tab1: [{ type: 'heading', props: { text: 'Stay a while' } }],
          tab2: [{ type: 'heading', props: { text: 'Ready in ten' } }],
        },
      },
      { type: 'faq', props: { firstOpen: false, items: [{ question: 'Any parking?', answer: 'Behind the house' }] } },
    ],
    far: [
      { type: 'opening-hours' },
      ...Array.from({ length: 60 }, () => ({ type: 'heading', props: { text: 'On the way down' } })),
      { type: 'opening-hours' },
    ],
  })
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
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    ...options,
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on(
    'console',
    (message) => message.type() === 'error' && complaints.push(`${message.text()} ${message.location().url}`),
  )
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

test('tabs and questions open by finger and by key where no script runs at all', async () => {
  await using page = await visit('/still', { javaScriptEnabled: false })
  const [stay, ready] = [page.getByText('Stay a while'), page.getByText('Ready in ten')]
  await expect.poll(() => stay.isVisible()).toBe(true)
  expect(await ready.isVisible()).toBe(false)
  await page.getByText('Take away').tap()
  await expect.poll(() => ready.isVisible()).toBe(true)
  expect(await stay.isVisible()).toBe(false)
  await page.getByRole('radio', { name: 'Take away' }).focus()
  await page.keyboard.press('ArrowLeft')
  await expect.poll(() => stay.isVisible()).toBe(true)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.getByText('Behind the house').isVisible()).toBe(true)
})

test.for(['/', '/menu'])('letters on %s are drawn with fonts that the phone has', async (path) => {
  await using page = await visit(path)
  await page.waitForLoadState('networkidle')
  const { faces, files } = await page.evaluate(() => ({
    faces: document.fonts.size,
    files: performance.getEntriesByType('resource').filter(({ name }) => /\.(woff2?|ttf|otf)\b/.test(name)).length,
  }))
  expect([faces, files]).toEqual([0, 0])
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
  await page.waitForSelector('dialog >> text=Braised beef noodles')
  expect(await page.$('[data-island][aria-busy]')).toBeNull()
  await context.close()
})

test('what is typed before any script is there is known to the block once it is', async () => {
  await using page = await visit('/pay')
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/runtime/*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.reload({ waitUntil: 'commit' })
  const amount = page.locator('.b-pay-button__input')
  await amount.pressSequentially('12')
  expect(await page.locator('[data-awake]').count()).toBe(0)
  release()
  await page.waitForSelector('.b-pay-button__button >> text=/12/')
  expect(await amount.inputValue()).toBe('12')
})

test('all that is typed before any script is there is known to the block, before the tap that came after it is', async () => {
  await using page = await visit('/form')
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/runtime/*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.reload({ waitUntil: 'commit' })
  const [name, street] = [page.getByRole('textbox', { name: 'Name' }), page.getByRole('textbox', { name: 'Street' })]
  await name.fill('Lin Mei')
  await street.fill('Old Bridge')
  await page.locator('.b-form__send').click()
  expect(await page.locator('[data-awake]').count()).toBe(0)
  release()
  // Only what is missing is asked for.
  await page.getByRole('alert').waitFor()
  expect(await page.getByRole('alert').allTextContents()).toEqual(['We need your consent to keep what you wrote.'])
  expect([await name.inputValue(), await street.inputValue()]).toEqual(['Lin Mei', 'Old Bridge'])
})

test('a block far down the page sleeps until somebody comes near', async () => {
  await using page = await visit('/far')
  const islands = page.locator('[data-island]')
  const [near, far] = [islands.first(), islands.last()]
  await near.and(page.locator('[data-awake]')).waitFor({ state: 'attached' })
  // Woken together, two blocks of a kind take the same steps in turn: one more turn, and the other would be awake too.
  for (let turn = 0; turn < 3; turn++) await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)))
  expect([await islands.count(), await far.getAttribute('data-awake')]).toEqual([2, null])
  await far.locator('.b-opening-hours').scrollIntoViewIfNeeded()
  await far.and(page.locator('[data-awake]')).waitFor({ state: 'attached' })
})

test('taps on a plus before any script is there are counted at once, and are in the cart once it is', async () => {
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
  const plus = page.locator('button[data-echo]').first()
  await plus.tap()
  await plus.tap()
  expect(await plus.getAttribute('data-echo')).toBe('2')
  release()
  await page.waitForSelector('.b-menu__count >> text=2')
  expect(await page.locator('[data-echo]:not([data-echo=""])').count()).toBe(0)
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

/** Writes something else where a name stands: whoever draws that dish, or takes it over, puts it right. */
const misname = (page: Page, dish: string) =>
  page.locator(`${dish} .b-menu__name`).evaluate((name) => (name.textContent = 'As it stood'))

test('of a menu only the dishes that somebody touches wake', async () => {
  await using page = await visit('/menu')
  const [touched, other] = ['.b-menu__dish:nth-child(2)', '.b-menu__dish:nth-child(3)'].map(
    (dish) => `.b-menu__section:first-child ${dish}`,
  ) as [string, string]
  await page.waitForSelector(other)
  await misname(page, touched)
  await misname(page, other)
  await page.waitForSelector('[data-awake]', { state: 'attached' })
  expect(await page.textContent(`${touched} .b-menu__name`)).toBe('As it stood')
  await page.tap(`${touched} .b-menu__open`)
  await page.waitForSelector('dialog[open]')
  expect(await page.textContent(`${touched} .b-menu__name`)).not.toBe('As it stood')
  expect(await page.textContent(`${other} .b-menu__name`)).toBe('As it stood')
})

test('dishes that are in the kept cart show it, and a search leaves out and brings back what never woke', async () => {
  await using page = await visit('/menu')
  await page.locator('button[data-echo]').first().tap()
  await page.waitForSelector('.b-menu__count >> text=1')
  await page.reload()
  await page.waitForSelector('.b-menu__count >> text=1')
  await page.tap('.b-menu__dish:has(.b-menu__count) .b-menu__step--more')
  await page.waitForSelector('.b-menu__count >> text=2')
  const dishes = page.locator('.b-menu__dish')
  const all = await dishes.count()
  await page.fill('.b-menu__query', 'braised beef')
  await expect.poll(() => dishes.count()).toBeLessThan(all)
  await page.tap('.b-menu__clear')
  await expect.poll(() => dishes.count()).toBe(all)
  const names = await dishes.locator('.b-menu__name').allTextContents()
  expect(names.filter((name) => name !== '')).toHaveLength(all)
  expect(await page.textContent('.b-menu__count')).toBe('2')
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
  const files = new Set([boot, blocks.menu!].flatMap(({ js, imports }) => [js, ...imports]))
  const sizes = [...files].map(async (file) => gzipSync(await (await fetch(runtime.origin + file)).text()).byteLength)
  expect((await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)).toBeLessThan(25_700)
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

test('back in the title bar leads where one came from, or to the start page when one came from elsewhere', async () => {
  await using page = await visit('/menu')
  await page.evaluate(() => location.assign('/about'))
  await page.waitForURL('**/about')
  await page.locator('[data-back]').click()
  await page.waitForURL('**/menu')
  // It went back, rather than on to one more copy of the page.
  await page.goForward()
  await page.waitForURL('**/about')

  await using direct = await visit('/about')
  await direct.locator('[data-back]').click()
  await direct.waitForURL(`${runtime.origin}/`)
})

test.for([
  ['no-preference', true],
  ['reduce', false],
] as const)('going from page to page is a transition for who wants motion (%s)', async ([reducedMotion, moves]) => {
  await using page = await visit('/menu', { reducedMotion })
  await page.addInitScript(() =>
    addEventListener('pagereveal', ({ viewTransition }) => Object.assign(window, { moved: viewTransition !== null })),
  )
  await page.evaluate(() => location.assign('/about'))
  await page.waitForURL('**/about')
  await expect.poll(() => page.evaluate(() => (window as { moved?: boolean }).moved)).toBe(moves)
})

test('a page comes in from one side, and from the other on the way back', async () => {
  await using page = await visit('/menu')
  await page.addInitScript(() =>
    addEventListener('pagereveal', ({ viewTransition }) => {
      const way = () => getComputedStyle(document.documentElement).getPropertyValue('--sw-way')
      void viewTransition?.ready.then(() => Object.assign(window, { way: way() }))
    }),
  )
  const way = () => page.evaluate(() => (window as { way?: string }).way)
  await page.evaluate(() => location.assign('/about'))
  await page.waitForURL('**/about')
  await expect.poll(way).toBe('1')
  await page.locator('[data-back]').click()
  await page.waitForURL('**/menu')
  await expect.poll(way).toBe('-1')
})

test('a block that throws as it wakes becomes a box, and the rest of the page comes alive', async () => {
  const program = shopProgram({ '': [], broken: [{ type: 'countdown' }, { type: 'menu' }] })
  const { assets } = runtime
  const countdown = { ...assets.blocks.countdown!, js: '/runtime/throws.js', imports: [] }
  const rendered = renderPage({
    ...input,
    program,
    assets: { ...assets, blocks: { ...assets.blocks, countdown } },
    pageId: program.pages.find(({ slug }) => slug === 'broken')!.id,
  })!
  runtime.on('/broken', sendHtml(rendered.html, { 'Content-Security-Policy': rendered.policy }))
  runtime.on(
    '/runtime/throws.js',
    (_request, response) =>
      void response
        .writeHead(200, { 'Content-Type': 'text/javascript' })
        .end('export const view = () => { throw new Error("thrown on purpose") }'),
  )
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, hasTouch: true })
  const thrown: string[] = []
  page.on('pageerror', ({ message }) => thrown.push(message))
  await page.goto(`${runtime.origin}/broken`)
  await page.waitForSelector('[data-problem="view-failed"]', { state: 'attached' })
  await page.tap(beefButton)
  await page.waitForSelector('dialog >> text=Braised beef noodles')
  expect(thrown).toEqual(['thrown on purpose'])
  expect(await page.locator('[data-offline]').isHidden()).toBe(true)
  await page.close()
})
