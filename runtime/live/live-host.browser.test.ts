/** Each member of the host, on a page with the policy of a published one. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { chromium, type Browser, type BrowserContext, type FileChooser, type Page } from '@playwright/test'
import { encode } from 'uqr'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Host } from '#components/kit/host.ts'
import { browserLaunchOptions } from '../../scripts/find-browser.mjs'
import { serveRuntime, sendHtml, type ServedRuntime } from '../testing/serve-runtime.ts'

declare global {
  interface Window {
    readonly host: Host
    loadWaysOut(): Promise<unknown>
    readonly refreshed: readonly string[]
  }
}

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'"
const inCamera = 'https://shop.example/t/7'

let folder: string
let runtime: ServedRuntime
let browser: Browser
let context: BrowserContext
let page: Page

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'live-host-'))
  await writeFile(path.join(folder, 'camera.y4m'), filmOf(inCamera))
  runtime = await serveRuntime({ 'live-host': path.join(import.meta.dirname, '../testing/live-host.entry.tsx') })
  runtime.on(
    '/',
    sendHtml('<!doctype html><title>Shop</title><script type="module" src="/runtime/live-host.js"></script>', {
      'Content-Security-Policy': policy,
    }),
  )
  for (const at of ['/menu', '/_order/o-1', '/cashier', '/account'])
    runtime.on(at, sendHtml(`<!doctype html><title>${at}</title>`))
  runtime.on('/public.json', (request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' })
    response.end(JSON.stringify({ cookie: request.headers.cookie ?? null, referer: request.headers.referer ?? null }))
  })
  runtime.on('/large.json', (_, response) => void response.writeHead(200).end(JSON.stringify('x'.repeat(300_000))))
  runtime.on('/no.json', (_, response) => void response.writeHead(200).end('<html>'))
  runtime.on('/away', (_, response) => void response.writeHead(302, { Location: 'https://elsewhere.example/' }).end())
  const { args, ...options } = browserLaunchOptions()
  browser = await chromium.launch({
    ...options,
    args: [
      ...args,
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${path.join(folder, 'camera.y4m')}`,
    ],
  })
})

afterAll(async () => {
  await browser?.close()
  await runtime?.close()
  await rm(folder, { recursive: true, force: true })
})

beforeEach(async () => {
  context = await browser.newContext({
    permissions: ['camera', 'clipboard-read', 'clipboard-write'],
    viewport: { width: 375, height: 812 },
  })
  page = await context.newPage()
  await page.goto(runtime.origin)
  await page.waitForFunction(() => 'host' in window)
})
afterEach(() => context.close())

const cameTo = (at: string) => page.waitForURL(`${runtime.origin}${at}`)

test('open, openOrder, pay and openAccount go there', async () => {
  await page.evaluate(() => void window.host.open({ kind: 'page', pageId: 'menu' }))
  await cameTo('/menu')
  await page.goBack()
  await page.evaluate(() => void window.host.openOrder('o-1'))
  await cameTo('/_order/o-1')
  await page.goBack()
  await page.evaluate(() => void window.host.pay({ paymentId: 'p', cashierUrl: '/cashier' } as never))
  await cameTo('/cashier')
  await page.goBack()
  await page.evaluate(() => void window.host.openAccount({ id: 'c', accountUrl: `${location.origin}/account` }))
  await cameTo('/account')
})

test('pay and login answer when there is nowhere to go', async () => {
  const script = 'javascript:alert(1)'
  expect(await page.evaluate((cashierUrl) => window.host.pay({ cashierUrl } as never), script)).toMatchObject({
    ok: false,
  })
  const need = { nodeId: 'n1', reason: 'membership', fields: [] } satisfies Parameters<Host['login']>[0]
  expect(await page.evaluate((asked) => window.host.login(asked), need)).toMatchObject({
    failure: { code: 'login-unavailable' },
  })
})

test('phone answers with the number that the customer agreed to share', async () => {
  const need = { nodeId: 'n1', reason: 'membership' } as const
  expect(await page.evaluate((asked) => window.host.phone(asked), need)).toEqual({
    ok: true,
    value: '+86 138 0013 8000',
  })
})

test('a call leaves for the phone, with nothing but what can be dialled', async () => {
  const asked = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const navigation = (window as unknown as { navigation: EventTarget }).navigation
        navigation.addEventListener('navigate', (event) =>
          resolve((event as unknown as { destination: { url: string } }).destination.url),
        )
        void window.host.call('+86 (21) 5555-0123')
      }),
  )
  expect(await asked).toBe('tel:+862155550123')
})

test('a city is found by its name in pinyin, and none is chosen by closing', async () => {
  const chosen = page.evaluate(() => window.host.pickCity())
  await page.getByRole('dialog', { name: 'Choose a city' }).waitFor()
  await page.getByRole('textbox', { name: 'City' }).fill('xian')
  await page.getByRole('button', { name: 'Xi’an' }).click()
  expect(await chosen).toEqual({ ok: true, value: { name: 'Xi’an', code: '610100' } })
  const none = page.evaluate(() => window.host.pickCity({ current: 'Xi’an' }))
  await page.getByRole('button', { name: 'Close' }).click()
  expect(await none).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
  expect(await page.getByRole('dialog').count()).toBe(0)
})

test('a map opens at the place, and says when there is none', async () => {
  const place = { name: 'Hall', address: '1 Long Road', latitude: null, longitude: null }
  await context.route('https://www.google.com/**', (route) => route.fulfill({ body: 'map' }))
  const opened = context.waitForEvent('page')
  expect(await page.evaluate((at) => window.host.openMap(at), place)).toEqual({ ok: true, value: null })
  expect((await opened).url()).toContain('query=Hall')
  expect(await page.evaluate(() => window.host.openMap())).toMatchObject({ failure: { code: 'not-found' } })
})

test('a code before the camera is read', async () => {
  expect(await page.evaluate(() => window.host.scan())).toEqual({ ok: true, value: inCamera })
  expect(await page.getByRole('dialog').count()).toBe(0)
})

test('without a camera a code is read from a picture, and what holds none says so', async () => {
  await page.evaluate(() => Object.defineProperty(navigator, 'mediaDevices', { value: undefined }))
  const scanned = page.evaluate(() => window.host.scan())
  await page.getByText('The camera cannot be used here.').waitFor()
  const picture = page.getByLabel('Choose a picture')
  await picture.setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('no picture') })
  await page.getByText('There is no code to be read').waitFor()
  await picture.setInputFiles({ name: 'a.svg', mimeType: 'image/bmp', buffer: bitmapOf('COUPON-42') })
  expect(await scanned).toEqual({ ok: true, value: 'COUPON-42' })
})

test('files are chosen by the browser, or none', async () => {
  const choose = async (files: Parameters<FileChooser['setFiles']>[0]) => {
    const asked = page.waitForEvent('filechooser')
    const chosen = page.evaluate(async () => {
      const answer = await window.host.chooseFiles(['image/png', 'application/pdf'])
      if (!answer.ok) return answer.failure.code
      return answer.value.map(({ name, sizeBytes, content }) => [name, sizeBytes, content instanceof File])
    })
    const chooser = await asked
    expect(chooser.isMultiple()).toBe(true)
    await chooser.setFiles(files)
    return chosen
  }
  const pdf = { name: 'plan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') }
  expect(await choose([pdf])).toEqual([['plan.pdf', 8, true]])
  expect(await page.locator('input[type=file]').count()).toBe(0)
})

test('what is shared goes to the phone’s own sheet, is copied where there is none, and may be taken back', async () => {
  const offer = { title: 'Noodles', link: { kind: 'page', pageId: 'menu' } } as const
  const sharing = (how: string) =>
    page.evaluate(
      ([what, code]) => {
        const share =
          code === 'none'
            ? undefined
            : async () => {
                if (code === 'no') throw new DOMException('', 'AbortError')
              }
        Object.defineProperty(navigator, 'share', { value: share, configurable: true })
        return window.host.share(what as never)
      },
      [offer, how] as const,
    )
  expect(await sharing('yes')).toEqual({ ok: true, value: 'shared' })
  expect(await sharing('no')).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
  expect(await sharing('none')).toEqual({ ok: true, value: 'copied' })
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${runtime.origin}/menu`)
})

test('what is copied can be pasted, and where nothing can be copied it says so', async () => {
  expect(await page.evaluate(() => window.host.copy('laoxiang88'))).toEqual({ ok: true, value: null })
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('laoxiang88')
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  expect(await page.evaluate(() => window.host.copy('x'))).toMatchObject({ failure: { code: 'unsupported' } })
})

test('a booking becomes a calendar file', async () => {
  const booking = {
    id: 'b',
    code: 'K7',
    version: 1,
    startsAtIso: '2026-10-14T12:00:00Z',
    endsAtIso: '2026-10-14T13:00:00Z',
    serviceName: 'Table',
    resourceLabels: [],
    status: 'confirmed',
  }
  const file = page.waitForEvent('download')
  expect(await page.evaluate((made) => window.host.saveToCalendar(made as never), booking)).toEqual({
    ok: true,
    value: null,
  })
  expect((await file).suggestedFilename()).toBe('K7.ics')
  const reminder = page.waitForEvent('download')
  await page.evaluate(() =>
    window.host.saveToCalendar({
      id: 'n1',
      title: 'Live',
      text: 'Tonight',
      startsAtIso: '2026-10-14T12:00:00Z',
      endsAtIso: '2026-10-14T13:00:00Z',
      remindMinutes: 10,
    }),
  )
  expect((await reminder).suggestedFilename()).toBe('reminder.ics')
})

test('a toast is read out, data is loaded again, values are kept, keys differ', async () => {
  await page.evaluate(() => window.host.toast('Taken'))
  await page.getByRole('status').getByText('Taken').waitFor()
  expect(await page.evaluate(async () => [await window.host.refresh('card'), window.refreshed][1])).toEqual(['card'])
  await page.evaluate(() => window.host.storage.set('size', { l: 1 }))
  await page.reload()
  await page.waitForFunction(() => 'host' in window)
  expect(await page.evaluate(() => window.host.storage.get('size'))).toEqual({ l: 1 })
  expect(await page.evaluate(() => window.host.newKey() === window.host.newKey())).toBe(false)
})

test('a request reads public data of this program alone, and tells nobody who asks', async () => {
  await context.addCookies([{ name: 'who', value: 'me', url: runtime.origin }])
  const ask = (at: string) => page.evaluate((to) => window.host.request(to), at)
  expect(await ask('/public.json')).toEqual({ ok: true, value: { cookie: null, referer: null } })
  for (const elsewhere of [
    'https://elsewhere.example/x',
    '//elsewhere.example/x',
    'public.json',
    '/\\elsewhere.example',
    '',
  ])
    expect(await ask(elsewhere), elsewhere).toMatchObject({ ok: false, failure: { code: 'bad-request' } })
  expect(await ask('/gone.json')).toMatchObject({ failure: { code: 'not-found' } })
  expect(await ask('/large.json')).toMatchObject({ failure: { code: 'bad-request' } })
  expect(await ask('/no.json')).toMatchObject({ failure: { code: 'internal' } })
  expect(await ask('/away')).toMatchObject({ failure: { code: 'offline' } })
})

test('links have addresses, and every member is there', async () => {
  const href = () => page.evaluate(() => window.host.href?.({ kind: 'coupon', couponId: 'c1' }))
  await page.evaluate(() => window.loadWaysOut())
  expect(await href()).toBe('/menu#coupon-c1')
  const members: { readonly [Name in keyof Host]-?: true } = {
    shop: true,
    open: true,
    href: true,
    wish: true,
    pages: true,
    openOrder: true,
    pay: true,
    login: true,
    openAccount: true,
    phone: true,
    pickCity: true,
    call: true,
    openMap: true,
    scan: true,
    share: true,
    chooseFiles: true,
    copy: true,
    saveToCalendar: true,
    toast: true,
    refresh: true,
    request: true,
    storage: true,
    newKey: true,
  }
  expect((await page.evaluate(() => Object.keys(window.host))).toSorted()).toEqual(Object.keys(members).toSorted())
})

/** Dark and light squares of a code, `scale` pixels each, in the middle of a light picture. */
function pixelsOf(text: string, widthPx: number, heightPx: number): Uint8Array {
  const { data, size } = encode(text, { border: 0 })
  const scale = Math.floor((Math.min(widthPx, heightPx) * 0.7) / size)
  const [left, top] = [Math.floor((widthPx - size * scale) / 2), Math.floor((heightPx - size * scale) / 2)]
  return Uint8Array.from({ length: widthPx * heightPx }, (_, at) => {
    const [x, y] = [Math.floor(((at % widthPx) - left) / scale), Math.floor((Math.floor(at / widthPx) - top) / scale)]
    return data[y]?.[x] ? 16 : 235
  })
}

/** A film of one frame that the browser plays for a camera: https://wiki.multimedia.cx/index.php/YUV4MPEG2 */
function filmOf(text: string): Buffer {
  const [width, height] = [640, 480]
  const colour = Buffer.alloc((width * height) / 2, 128)
  return Buffer.concat([
    Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`),
    ...Array.from({ length: 2 }, () => Buffer.concat([Buffer.from('FRAME\n'), pixelsOf(text, width, height), colour])),
  ])
}

/** A Windows bitmap, the one picture that is easily written by hand. */
function bitmapOf(text: string): Buffer {
  const side = 400
  const head = Buffer.alloc(54)
  head.write('BM')
  head.writeUInt32LE(54 + side * side * 4, 2)
  head.writeUInt32LE(54, 10)
  head.writeUInt32LE(40, 14)
  head.writeInt32LE(side, 18)
  head.writeInt32LE(-side, 22)
  head.writeUInt16LE(1, 26)
  head.writeUInt16LE(32, 28)
  const grey = pixelsOf(text, side, side)
  return Buffer.concat([head, Buffer.from([...grey].flatMap((level) => [level, level, level, 255]))])
}
