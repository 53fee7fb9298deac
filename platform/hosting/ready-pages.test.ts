import { once } from 'node:events'
import { createServer, request as ask } from 'node:http'
import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync } from 'node:zlib'
import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Program } from '../contract/merchant.ts'
import { merchantPaths } from '../contract/routes.ts'
import { visits } from '../contract/visits.ts'
import { createPublishingFixture, publishAs, writeVersion } from '../releases/testing/publishing-fixture.ts'
import type { PublishingFixture } from '../releases/testing/publishing-fixture.ts'

let fixture: PublishingFixture
let program: Program
let host: string
let atOnce = 0
const server = createServer((incoming, outgoing) => {
  const { app, answerAtOnce } = fixture.platform
  if (answerAtOnce(incoming, outgoing)) atOnce++
  else void getRequestListener(app.fetch)(incoming, outgoing)
})

beforeAll(async () => {
  fixture = await createPublishingFixture()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  program = await fixture.makeProgram()
  host = new URL((await publishAs(fixture, program)).url).host
})
afterAll(async () => {
  server.close()
  await fixture.close()
})

interface Received {
  readonly status: number | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  readonly wasReady: boolean
}

async function get(path: string, headers: OutgoingHttpHeaders = {}, method = 'GET'): Promise<Received> {
  const before = atOnce
  const sent = ask({ port: (server.address() as AddressInfo).port, path, method, headers: { host, ...headers } }).end()
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  const body = Buffer.concat(await answer.toArray())
  return { status: answer.statusCode, headers: answer.headers, body, wasReady: atOnce > before }
}

/** What is remembered lasts for a second, which a busy machine may take between two requests. */
async function getReady(path: string, headers: OutgoingHttpHeaders = {}): Promise<Received> {
  for (let tries = 0; tries < 20; tries++) {
    const received = await get(path, headers)
    if (received.wasReady) return received
  }
  throw new Error(`${path} was put together each time`)
}

/** Without what belongs to the connection and the moment. */
function told({ headers }: Received): IncomingHttpHeaders {
  const own = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding'])
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !own.has(name)))
}

test('what was asked for a moment ago is sent again, the same in every word', async () => {
  const plain = await get('/about')
  expect(plain.wasReady).toBe(false)
  const ready = await getReady('/about')
  expect([ready.status, ready.body.equals(plain.body)]).toEqual([200, true])
  expect(told(ready)).toEqual({ 'content-length': String(plain.body.length), ...told(plain) })
  const small = { 'accept-encoding': 'gzip, deflate, br' }
  const packed = await get('/about', small)
  expect(packed.wasReady).toBe(false)
  const readyPacked = await getReady('/about', small)
  expect(brotliDecompressSync(readyPacked.body).equals(plain.body)).toBe(true)
  expect(told(readyPacked)).toEqual({ 'content-length': String(packed.body.length), ...told(packed) })
})

test('who has the page is told so', async () => {
  const { headers } = await get('/about')
  const known = await getReady('/about', { 'if-none-match': headers.etag })
  expect([known.status, known.body.length]).toEqual([304, 0])
  expect([known.headers.etag, known.headers['cache-control']]).toEqual([headers.etag, 'no-cache'])
})

test('a change of the shop and a new release show with the next request', async () => {
  const tags = [(await getReady('/')).headers.etag]
  await fixture.ann.call('PATCH', merchantPaths.settings(program.id), { body: { phone: '+86 10 5555 0000' } })
  tags.push((await get('/')).headers.etag, (await getReady('/')).headers.etag)
  await writeVersion(fixture.platform, program.id, 'Next')
  await publishAs(fixture, program)
  tags.push((await get('/')).headers.etag)
  expect(tags[2]).toBe(tags[1])
  expect(new Set(tags).size).toBe(3)
})

test('what is not the same for everybody, or no page, is put together each time', async () => {
  const twice = async (...asked: Parameters<typeof get>) => {
    await get(...asked)
    return (await get(...asked)).wasReady
  }
  expect(await twice('/about?table=t-7')).toBe(false)
  expect(await twice('/_order/one')).toBe(false)
  expect(await twice('/no-such-page')).toBe(false)
  expect(await twice('/about', {}, 'HEAD')).toBe(false)
  expect(await twice('/about', { host: `${'a'.repeat(26)}.localhost:4000` })).toBe(false)
})

test('a look at a page that was ready counts like any other', async () => {
  const agent = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148'
  const views = async () => {
    await fixture.platform.statistics.flush()
    const answer = await fixture.ann.call('GET', `${merchantPaths.visits(program.id)}?days=7`)
    return visits.parse(answer.body).totals.views
  }
  await getReady('/about')
  const before = await views()
  let looks = 0
  for (let isReady = false; !isReady; looks++) isReady = (await get('/about', { 'user-agent': agent })).wasReady
  expect(await views()).toBe(before + looks)
})

test('during a gradual release everybody is asked who they are', async () => {
  await getReady('/about')
  await writeVersion(fixture.platform, program.id, 'New')
  await publishAs(fixture, program, { kind: 'gradual', percent: 50 })
  await get('/about')
  const during = await get('/about')
  expect([during.wasReady, during.headers['set-cookie']?.length]).toEqual([false, 1])
})
