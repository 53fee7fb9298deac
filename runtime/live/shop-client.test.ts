import { expect, test } from 'vitest'
import type { QuoteRequest } from '#model/shop/orders.ts'
import { fakeStorage } from '../testing/fake-storage.ts'
import { createShopClient } from './shop-client.ts'
import { createVisitorSession } from './visitor-session.ts'

interface Sent {
  readonly path: string
  readonly method: string
  readonly headers: Headers
  readonly body: unknown
}

/** A shop that answers what the test says and remembers what it was asked. */
function fakeShop(answers: (sent: Sent) => Response | Promise<Response>, storage = fakeStorage()) {
  const sent: Sent[] = []
  let tokens = 0
  const send = (async (path: string, init: RequestInit = {}) => {
    const { method = 'GET', headers, body } = init
    const one = {
      path,
      method,
      headers: new Headers(headers),
      body: body === undefined ? undefined : (JSON.parse(String(body)) as unknown),
    }
    sent.push(one)
    if (path !== '/_shop/session') return answers(one)
    const visitorKey = (one.body as { visitorKey: string | null }).visitorKey ?? 'new-key'
    return Response.json({
      visitorKey,
      token: `token-${++tokens}`,
      expiresAtIso: new Date(Date.now() + 3_600_000).toISOString(),
    })
  }) as typeof fetch
  const session = createVisitorSession(send, () => storage)
  return { client: createShopClient(session, send), session, sent, storage }
}

const request: QuoteRequest = { channel: 'pickup', tableId: null, lines: [] }

test('a request goes out as the visitor, whose key stays in this browser', async () => {
  const { client, sent, storage } = fakeShop(() => Response.json({ id: 'q1' }))
  expect(await client.quote(request)).toEqual({ ok: true, value: { id: 'q1' } })
  expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /_shop/session', 'POST /_shop/quotes'])
  expect(sent[1]?.headers.get('authorization')).toBe('Bearer token-1')
  expect(sent[1]?.body).toEqual(request)
  expect(storage.getItem('sw:session')).toContain('new-key')
})

test('the next visit is the same visitor', async () => {
  const first = fakeShop(() => Response.json(null))
  await first.client.quote(request)
  const kept = JSON.parse(first.storage.getItem('sw:session') ?? '') as object
  const storage = fakeStorage({ 'sw:session': JSON.stringify({ ...kept, expiresAtIso: new Date(0).toISOString() }) })
  const second = fakeShop(() => Response.json(null), storage)
  expect(second.session.isKnown()).toBe(true)
  await second.client.quote(request)
  expect(second.sent[0]?.body).toEqual({ visitorKey: 'new-key' })
})

test('what was scanned is told once, also by somebody whose token is good for a while yet', async () => {
  const { client, storage } = fakeShop(() => Response.json(null))
  await client.quote(request)
  const next = fakeShop(() => Response.json(null), storage)
  next.session.tell('window')
  await next.client.quote(request)
  await next.client.quote(request)
  const sessions = next.sent.filter(({ path }) => path === '/_shop/session')
  expect(sessions.map(({ body }) => body)).toEqual([{ visitorKey: 'new-key', via: 'window' }])
})

test('what was scanned while a token was on its way is told with the next one', async () => {
  const { session, sent } = fakeShop(() => Response.json(null))
  const first = session.token()
  session.tell('window')
  expect([await first, await session.token(), await session.token()]).toEqual(['token-1', 'token-2', 'token-2'])
  expect(sent.map(({ body }) => (body as { via?: string }).via)).toEqual([undefined, 'window'])
})

test('requests at once share one session', async () => {
  const { client, sent } = fakeShop(() => Response.json([]))
  await Promise.all([client.quote(request), client.read('/_shop/orders'), client.read('/_shop/card')])
  expect(sent.filter(({ path }) => path === '/_shop/session')).toHaveLength(1)
})

test('a token that ran out is renewed and the request sent once more with the same key', async () => {
  const { client, sent } = fakeShop(({ headers }) =>
    headers.get('authorization') === 'Bearer token-1'
      ? Response.json({}, { status: 401 })
      : Response.json({ order: 1 }),
  )
  const answer = await client.placeOrder({ quoteId: 'q1', payAt: 'online', contactPhone: null }, 'key-1')
  expect(answer.ok).toBe(true)
  const orders = sent.filter(({ path }) => path === '/_shop/orders')
  expect(orders.map(({ headers }) => headers.get('idempotency-key'))).toEqual(['key-1', 'key-1'])
})

test('a token that is refused twice is the shop’s answer', async () => {
  const { client } = fakeShop(() => Response.json({ error: { code: 'unauthorised', message: 'no' } }, { status: 401 }))
  expect(await client.read('/_shop/card')).toEqual({ ok: false, failure: { code: 'unauthorised', message: 'no' } })
})

test.for([
  ['no network', () => Promise.reject(new TypeError('failed')), 'offline'],
  [
    'a refusal',
    () => Response.json({ error: { code: 'sold-out', message: 'x', subjectIds: ['beef'] } }, { status: 409 }),
    'sold-out',
  ],
  ['an answer of some proxy', () => new Response('<html>Bad gateway', { status: 502 }), 'internal'],
  ['too many', () => new Response('', { status: 429 }), 'too-many-requests'],
] as const)('%s never rejects', async ([, answer, code]) => {
  const { client } = fakeShop(answer)
  const given = await client.quote(request)
  expect(given).toMatchObject({ ok: false, failure: { code } })
})

test('free times are asked for by address', async () => {
  const { client, sent } = fakeShop(() => Response.json([]))
  await client.slots({ serviceId: 'dinner & drinks', date: '2026-03-02', partySize: 4 })
  expect(sent[1]?.path).toBe('/_shop/slots?serviceId=dinner+%26+drinks&date=2026-03-02&partySize=4')
  expect(sent[1]?.method).toBe('GET')
})

test('a browser that keeps nothing still orders', async () => {
  const { session } = fakeShop(() => Response.json(null), closedStorage())
  expect(session.isKnown()).toBe(false)
  expect(await session.token()).toBe('token-1')
  expect(await session.token()).toBe('token-1')
})

function closedStorage(): Storage {
  const denied = () => {
    throw new Error('denied')
  }
  return { ...fakeStorage(), getItem: denied, setItem: denied, removeItem: denied }
}

test('who was never here is signed in nowhere, and nothing is asked about them', async () => {
  const { client, sent } = fakeShop(() => Response.json({ id: 'c', accountUrl: '' }))
  expect(await client.customer()).toEqual({ ok: true, value: null })
  expect(sent).toEqual([])
  await client.quote(request)
  expect(await client.customer()).toEqual({ ok: true, value: { id: 'c', accountUrl: '' } })
})

test('a browser that was signed out becomes a stranger by itself: the shop gives it another key', async () => {
  const isGone = ({ headers }: Sent) => headers.get('authorization') === 'Bearer token-1'
  const { client, sent } = fakeShop((one) =>
    isGone(one) ? Response.json({ error: { code: 'unauthorised', message: '' } }, { status: 401 }) : Response.json([]),
  )
  expect(await client.read('/_shop/orders')).toEqual({ ok: true, value: [] })
  expect(sent.map(({ path }) => path)).toEqual(['/_shop/session', '/_shop/orders', '/_shop/session', '/_shop/orders'])
})
