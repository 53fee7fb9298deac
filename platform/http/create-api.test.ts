import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod/mini'
import { anyone } from '../accounts/access.ts'
import { codeOf, createTestPlatform, visit } from '../testing/platform.ts'
import type { TestPlatform, Visitor } from '../testing/platform.ts'
import { createApi } from './create-api.ts'
import { created, defineRoute } from './define-route.ts'

let platform: TestPlatform
let caller: Visitor

const echo = defineRoute({
  method: 'POST',
  path: '/api/echo/:thingId',
  summary: 'Says it back',
  input: z.strictObject({ text: z.string().check(z.maxLength(10)), times: z.optional(z.int()) }),
  query: z.object({ loud: z.optional(z.enum(['yes', 'no'])) }),
  answer: z.object({ text: z.string() }),
  maxBodyBytes: 200,
  access: anyone,
  handle: async ({ input, params, query }) => created({ ...input, ...params, ...query }),
})
const broken = defineRoute({
  method: 'GET',
  path: '/api/broken',
  summary: 'Breaks',
  access: anyone,
  handle: async () => {
    throw new Error('the secret recipe')
  },
})

beforeAll(async () => {
  platform = await createTestPlatform()
  caller = visit({ app: createApi([echo, broken], platform.services) })
})
afterAll(() => platform.close())

const path = '/api/echo/018f3c5e-0000-7000-8000-000000000001'

test('what comes in is checked, what goes out is JSON that nobody keeps', async () => {
  const answer = await caller.call('POST', `${path}?loud=yes`, { body: { text: 'hello' } })
  expect([answer.status, answer.body]).toEqual([201, { text: 'hello', thingId: path.slice(10), loud: 'yes' }])
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

test('a wrong body is refused with the fields at fault', async () => {
  const answer = await caller.call('POST', path, { body: { text: 'far too long a text', extra: 1 } })
  expect([answer.status, codeOf(answer)]).toEqual([400, 'bad-request'])
  expect(answer.body).toMatchObject({
    error: { issues: expect.arrayContaining([expect.objectContaining({ path: 'text' })]) },
  })
  expect((await caller.call('POST', `${path}?loud=perhaps`, { body: { text: 'a' } })).status).toBe(400)
})

test('anything but JSON is refused before it is parsed', async () => {
  const form = await caller.call('POST', path, { headers: { 'content-type': 'text/plain' }, body: { text: 'a' } })
  expect([form.status, codeOf(form)]).toEqual([400, 'bad-request'])
  const headers = { 'content-type': 'application/json', host: 'localhost:4000' }
  const torn = await createApi([echo], platform.services).request(`http://localhost:4000${path}`, {
    method: 'POST',
    headers,
    body: '{"te',
  })
  expect(torn.status).toBe(400)
})

test('a body past the limit is refused, announced or not', async () => {
  const answer = await caller.call('POST', path, { body: { text: 'x'.repeat(500) } })
  expect([answer.status, codeOf(answer)]).toEqual([413, 'too-large'])
  let sent = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent++
      controller.enqueue(new Uint8Array(100).fill(32))
    },
  })
  const request = new Request(`http://localhost:4000${path}`, {
    method: 'POST',
    body: endless,
    headers: { 'content-type': 'application/json', host: 'localhost:4000' },
    duplex: 'half',
  } as RequestInit)
  expect((await createApi([echo], platform.services).request(request)).status).toBe(413)
  expect(sent).toBeLessThan(10)
})

test('an id that cannot be one is simply not found', async () => {
  const answer = await caller.call('POST', `/api/echo/${encodeURIComponent("' OR 1=1")}`, { body: { text: 'a' } })
  expect([answer.status, codeOf(answer)]).toEqual([404, 'not-found'])
  expect((await caller.call('GET', '/api/nowhere')).status).toBe(404)
})

test('a fault of ours tells nothing to the caller and where to look to us', async () => {
  const answer = await caller.call('GET', '/api/broken', { headers: { 'x-request-id': 'find-me-again' } })
  expect([answer.status, JSON.stringify(answer.body)]).toEqual([500, expect.not.stringContaining('recipe')])
  expect(answer.headers.get('x-request-id')).toBe('find-me-again')
  expect(platform.logged).toContainEqual(
    expect.objectContaining({ event: 'request-failed', request: 'find-me-again', route: 'GET /api/broken' }),
  )
})

test('the description of the interface follows the routes', async () => {
  const { body } = await caller.call('GET', '/api/openapi.json')
  expect(body).toMatchObject({
    openapi: '3.1.0',
    paths: {
      '/api/echo/{thingId}': {
        post: {
          summary: 'Says it back',
          parameters: [
            { name: 'thingId', in: 'path' },
            { name: 'loud', in: 'query', required: false },
          ],
          requestBody: {
            content: { 'application/json': { schema: { required: ['text'], additionalProperties: false } } },
          },
        },
      },
    },
  })
})
