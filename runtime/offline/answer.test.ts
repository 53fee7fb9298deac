import { expect, test } from 'vitest'
import { answerPage, answerPart, keepOpen, kindOf, type Kept, type Surroundings } from './answer.ts'

const origin = 'https://n.example'

/** A cache in memory, with what is used of it. */
function fakeCache(): Kept['pages'] {
  const kept = new Map<string, Response>()
  const keyOf = (request: RequestInfo | URL) => (request instanceof Request ? request.url : String(request))
  return {
    match: async (request) => kept.get(keyOf(request))?.clone(),
    put: async (request, response) => void kept.set(keyOf(request), response),
    delete: async (request) => kept.delete(keyOf(request)),
    keys: async () => [...kept.keys()].map((url) => new Request(url)),
  }
}

function phone(language = 'en') {
  const kept: Kept = { pages: fakeCache(), parts: fakeCache() }
  const state = { online: true, price: '¥28', sent: [] as string[] }
  const around: Surroundings = {
    origin,
    language,
    nowMs: () => Date.parse('2026-03-02T04:00:00Z'),
    kept: async () => kept,
    send: async (request) => {
      const { pathname } = new URL((request as Request).url)
      state.sent.push(pathname)
      if (!state.online) throw new TypeError('no network')
      if (pathname === '/broken') return new Response('no', { status: 503, headers: { 'content-type': 'text/html' } })
      if (pathname.startsWith('/runtime/')) return new Response('code')
      const html = `<html lang="${language}"><title>Page ${pathname} &amp; more</title><body class="x">${state.price}</body></html>`
      return new Response(html, {
        headers: { 'content-type': 'text/html', 'content-security-policy': "default-src 'none'" },
      })
    },
  }
  const work: Promise<unknown>[] = []
  const open = async (path: string, preloaded?: Promise<Response | undefined>) => {
    const later = (more: Promise<unknown>) => void work.push(more)
    const ask = { request: new Request(origin + path), later, ...(preloaded && { preloaded }) }
    const response = await (path.startsWith('/runtime/') ? answerPart(ask, around) : answerPage(ask, around))
    await Promise.all(work)
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  return { state, around, kept, open }
}

test('it never touches what orders, prices or pays, what is sent, or another origin', () => {
  const kind = (path: string, method = 'GET', mode: RequestMode = 'navigate') =>
    kindOf({ url: path.startsWith('/') ? origin + path : path, method, mode }, origin)
  expect([
    kind('/'),
    kind('/menu'),
    kind('/runtime/boot.js', 'GET', 'cors'),
    kind('/pictures/a?w=160'),
    kind('/code/ab', 'GET', 'cors'),
  ]).toEqual(['page', 'page', 'part', 'part', 'part'])
  // The code that all programs have in common may be beside them, and nothing else of that origin is theirs.
  expect(kind('https://code.example/runtime/boot.js', 'GET', 'cors')).toBe('part')
  expect([
    kind('/_shop/data', 'GET', 'cors'),
    kind('/_shop/orders', 'POST', 'cors'),
    kind('/_order/1'),
    kind('/', 'POST'),
    kind('/sw.js', 'GET', 'same-origin'),
    kind('https://n.example.evil/'),
    kind('https://code.example/menu'),
    kind('https://code.example.evil/runtime/boot.js', 'GET', 'cors'),
  ]).toEqual(Array.from({ length: 8 }, () => undefined))
})

test('with a network a page is always what the shop says now', async () => {
  const { state, open } = phone()
  expect((await open('/menu')).text).toContain('¥28')
  state.price = '¥30'
  const { text } = await open('/menu')
  expect(text).toContain('¥30')
  expect(text).not.toContain('data-kept')
  expect((await open('/broken')).status).toBe(503)
})

test('without one it is the page as it was, with its policy, and a line that says since when', async () => {
  const { state, open } = phone()
  await open('/menu?table=3')
  state.online = false
  const { status, text, headers } = await open('/menu')
  expect([status, headers.get('content-security-policy')]).toEqual([200, "default-src 'none'"])
  expect(text).toMatch(/<body class="x"><p role="status" data-kept[^>]*>You are offline\. .*2026/)
})

test('a page that was never open is a screen that leads to those that were, in the language of the phone', async () => {
  const { state, open } = phone('zh-CN')
  await open('/menu')
  state.online = false
  const { status, text } = await open('/about')
  expect(status).toBe(503)
  expect(text).toContain('当前没有网络')
  expect(text).toContain('<a href="/menu"')
  expect(text).toContain('Page /menu &amp; more')
})

test('an answer that says the shop is broken is not kept in place of the page', async () => {
  const { state, open } = phone()
  await open('/broken')
  state.online = false
  expect((await open('/broken')).text).not.toContain('data-kept')
})

test('what is not to be kept is not, and what is gone leaves nothing behind', async () => {
  const { state, open, kept } = phone()
  const html = { 'content-type': 'text/html' }
  const forNow = () => new Response('<body>draft</body>', { headers: { ...html, 'cache-control': 'no-store' } })
  await open('/draft', Promise.resolve(forNow()))
  expect(await kept.pages.keys()).toHaveLength(0)
  for (const gone of [forNow(), new Response('closed', { status: 404 }), new Response('over', { status: 410 })]) {
    state.online = true
    await open('/menu')
    expect(await kept.pages.keys()).toHaveLength(1)
    await open('/menu', Promise.resolve(gone))
    state.online = false
    expect((await open('/menu')).text).not.toContain('data-kept')
  }
  // A shop that is broken for a moment is no reason to forget it.
  state.online = true
  await open('/menu')
  const broken = { status: 503, headers: { ...html, 'cache-control': 'no-store' } }
  await open('/menu', Promise.resolve(new Response('no', broken)))
  expect(await kept.pages.keys()).toHaveLength(1)
})

test('parts named by what they hold are fetched once', async () => {
  const { state, open } = phone()
  await open('/runtime/boot.js')
  state.online = false
  expect((await open('/runtime/boot.js')).text).toBe('code')
  expect(state.sent).toEqual(['/runtime/boot.js'])
})

test('what was open before the worker is kept with its parts, and nothing else', async () => {
  const { state, around, kept, open } = phone()
  const parts = [`${origin}/runtime/boot.js`, `${origin}/_shop/data`, 'https://evil.example/runtime/x.js']
  await keepOpen({ kind: 'keep', page: '/menu', parts }, around)
  await keepOpen({ kind: 'keep', page: '/_order/1', parts: [] }, around)
  expect(state.sent).toEqual(['/menu', '/runtime/boot.js'])
  expect(await kept.parts.keys()).toHaveLength(1)
  state.online = false
  expect((await open('/menu')).text).toContain('data-kept')
})

test('the oldest page makes room', async () => {
  const { open, kept } = phone()
  for (let number = 0; number < 62; number++) await open(`/page-${number}`)
  const keys = (await kept.pages.keys()).map(({ url }) => url)
  expect([keys.length, keys[0], keys.at(-1)]).toEqual([60, `${origin}/page-2`, `${origin}/page-61`])
})

test('what the browser began to fetch while the worker started is not fetched again', async () => {
  const { state, open } = phone()
  const early = new Response('<body>early</body>', { headers: { 'content-type': 'text/html' } })
  expect((await open('/menu', Promise.resolve(early))).text).toContain('early')
  expect(state.sent).toEqual([])
})
