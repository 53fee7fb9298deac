/** The whole server on a database of its own, spoken to over the network as browsers do. */
import { rm } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { WebsocketProvider } from 'y-websocket'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openProgram, setName } from '#model/index.ts'
import { me as meSchema, program as programSchema, publishResult } from '#platform/contract/merchant.ts'
import { merchantPaths } from '#platform/contract/routes.ts'
import { createTestDatabase } from '#platform/testing/database.ts'
import type { TestDatabase } from '#platform/testing/database.ts'
import { makeTemporaryFolder } from '#platform/testing/temporary-folder.ts'
import { readEnv } from './read-env.ts'
import { startServer } from './start-server.ts'
import type { RunningServer } from './start-server.ts'

let folder: string
let database: TestDatabase
let server: RunningServer
const logged: { event: string }[] = []
const options = { log: (entry: { event: string }) => void logged.push(entry), say: () => undefined }

beforeAll(async () => {
  folder = await makeTemporaryFolder('shopwright-server-')
  database = await createTestDatabase()
  server = await startServer(settings(), options)
})
afterAll(async () => {
  await server.stop()
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const settings = (more: Record<string, string> = {}) =>
  readEnv({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: join(folder, 'data'), DATABASE_URL: database.ownerUrl, ...more })

/** Over a socket to this process, whatever the name in the address: no test depends on how names resolve. */
function call(method: string, url: string, { cookie = '', body }: { cookie?: string; body?: unknown } = {}) {
  const { pathname, search, host } = new URL(url)
  return new Promise<{ status: number; text: string; cookie: string }>((resolve, reject) => {
    const headers = {
      host,
      ...(cookie && { cookie }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    }
    const sent = request(
      { host: '127.0.0.1', port: server.port, method, path: pathname + search, headers, agent: false },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (part: string) => (text += part))
        answer.on('end', () => {
          const cookies = (answer.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ')
          resolve({ status: answer.statusCode ?? 0, text, cookie: cookies })
        })
      },
    )
    sent.on('error', reject)
    sent.end(body === undefined ? undefined : JSON.stringify(body))
  })
}

async function signIn() {
  const { text, cookie } = await call('POST', server.url + merchantPaths.demo)
  return { cookie, me: meSchema.parse(JSON.parse(text)) }
}

async function makeProgram(merchant: Awaited<ReturnType<typeof signIn>>, name: string) {
  const path = merchantPaths.programs(merchant.me.workspaces[0]?.id ?? '')
  const body = { templateId: 'noodle-shop', name, language: 'en' }
  return programSchema.parse(
    JSON.parse((await call('POST', server.url + path, { cookie: merchant.cookie, body })).text),
  )
}

/** A tab of the editor: the program's document over y-websocket. */
function openTab(programId: string, cookie: string, origin = server.url) {
  const doc = new Y.Doc()
  class Socket extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { cookie, origin } })
    }
  }
  const provider = new WebsocketProvider(`${server.url.replace('http', 'ws')}/collab`, programId, doc, {
    WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
  const closed = new Promise<number>((resolve) => provider.on('connection-close', (event) => resolve(event?.code ?? 0)))
  return {
    doc,
    closed,
    synced: new Promise<void>((resolve) => provider.once('sync', () => resolve())),
    close: () => provider.destroy(),
  }
}

test('it is ready when it says so', async () => {
  expect((await call('GET', `${server.url}/healthz`)).status).toBe(200)
  expect((await call('GET', `http://127.0.0.1:${server.port}/healthz`)).status).toBe(200)
})

test('it says when it may get traffic, and shows its figures to this machine; a program’s origin has neither', async () => {
  expect(JSON.parse((await call('GET', `${server.url}/readyz`)).text)).toMatchObject({ checks: { database: true } })
  expect((await call('GET', `${server.url}/metrics`)).text).toContain('shopwright_http_answers_total')
  const program = `http://${'a'.repeat(26)}.localhost:${server.port}`
  for (const path of ['/readyz', '/metrics', '/healthz'])
    expect((await call('GET', program + path)).text).toMatch(/^<!doctype html>/)
})

test('an edit of one tab reaches another and what is published', async () => {
  const merchant = await signIn()
  const program = await makeProgram(merchant, 'Before')
  const [ann, bo] = [openTab(program.id, merchant.cookie), openTab(program.id, merchant.cookie)]
  await Promise.all([ann.synced, bo.synced])
  const open = openProgram(ann.doc)
  setName(open, 'After')
  await expect.poll(() => String(bo.doc.getMap('meta').get('name'))).toBe('After')
  const answer = await call('POST', server.url + merchantPaths.releases(program.id), {
    cookie: merchant.cookie,
    body: { requestId: crypto.randomUUID() },
  })
  const { url, release } = publishResult.parse(JSON.parse(answer.text))
  expect(release).toMatchObject({ version: 1, isLive: true })
  expect((await call('GET', `${url}/_shop/data`)).status).toBe(200)
  const renamed = await call('GET', server.url + merchantPaths.program(program.id), { cookie: merchant.cookie })
  expect(programSchema.parse(JSON.parse(renamed.text)).name).toBe('After')
  open.destroy()
  ann.close()
  bo.close()
})

test('a new name given in the list reaches the tab that is open', async () => {
  const merchant = await signIn()
  const program = await makeProgram(merchant, 'Old')
  const tab = openTab(program.id, merchant.cookie)
  await tab.synced
  await call('PATCH', server.url + merchantPaths.program(program.id), {
    cookie: merchant.cookie,
    body: { name: 'New' },
  })
  await expect.poll(() => String(tab.doc.getMap('meta').get('name'))).toBe('New')
  tab.close()
})

test('a stranger, and a page of another site, do not get into a document', async () => {
  const merchant = await signIn()
  const program = await makeProgram(merchant, 'Closed')
  const stranger = openTab(program.id, '')
  expect(await stranger.closed).toBeGreaterThanOrEqual(4000)
  const foreign = openTab(program.id, merchant.cookie, 'https://evil.example')
  expect(await foreign.closed).not.toBe(1000)
  expect([stranger.doc.getMap('meta').size, foreign.doc.getMap('meta').size]).toEqual([0, 0])
  stranger.close()
  foreign.close()
})

test('after a stop and a start everything is there', async () => {
  const merchant = await signIn()
  const program = await makeProgram(merchant, 'Kept')
  await server.stop()
  expect(await call('GET', server.url).catch((error: NodeJS.ErrnoException) => error.code)).toBe('ECONNREFUSED')
  server = await startServer(settings(), options)
  const tab = openTab(program.id, merchant.cookie)
  await tab.synced
  expect(String(tab.doc.getMap('meta').get('name'))).toBe('Kept')
  tab.close()
})

test('a port that is taken is named in a sentence, and nothing is left running', async () => {
  const taken = settings({ PORT: String(server.port) })
  await expect(startServer(taken, options)).rejects.toThrow(`Port ${server.port} is in use`)
})

test('a database that does not answer is named in a sentence', async () => {
  const nowhere = settings({ DATABASE_URL: 'postgres://ann:secret@127.0.0.1:1/shop' })
  const failure = await startServer(nowhere, options).catch((error: Error) => error.message)
  expect(failure).toMatch(/shop at 127\.0\.0\.1:1 \(DATABASE_URL\) cannot be used/)
  expect(failure).not.toContain('secret')
})

test('the two parts run in processes of their own on one database', async () => {
  const collab = await startServer(settings({ ROLE: 'collab' }), options)
  const merchant = await signIn()
  const program = await makeProgram(merchant, 'Shared')
  const here = openTab(program.id, merchant.cookie)
  const whole = server
  server = collab
  // The cookie is the same; only the address differs.
  const there = openTab(program.id, merchant.cookie)
  expect((await call('GET', `${collab.url}/api/me`)).status).toBe(404)
  expect((await call('GET', `${collab.url}/healthz`)).status).toBe(200)
  server = whole
  await Promise.all([here.synced, there.synced])
  const open = openProgram(there.doc)
  setName(open, 'Across')
  await expect.poll(() => String(here.doc.getMap('meta').get('name'))).toBe('Across')
  open.destroy()
  here.close()
  there.close()
  await collab.stop()
})

test('settings that make no sense are refused by name', () => {
  const refused: [Record<string, string>, RegExp][] = [
    [{ PORT: 'eighty' }, /PORT/],
    [{ PORT: '70000' }, /PORT/],
    [{ DATABASE_URL: 'mysql://x' }, /DATABASE_URL/],
    [{ REDIS_URL: 'localhost' }, /REDIS_URL/],
    [{ ROLE: 'both' }, /ROLE/],
    [{ AUTH_SECRET: 'short' }, /AUTH_SECRET/],
    [{ METRICS_TOKEN: 'short' }, /METRICS_TOKEN/],
  ]
  for (const [env, names] of refused) expect(() => readEnv(env)).toThrow(names)
  expect(readEnv({})).toMatchObject({ port: 4000, role: 'all', demo: true, databaseUrl: undefined })
})

test('nothing went wrong unseen', () => {
  expect(logged.filter((entry) => (entry as { event: string }).event !== 'pages-drawn')).toEqual([])
})
