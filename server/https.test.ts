/** As in production: a proxy with TLS in front, the platform on one domain and programs under a wildcard of another. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { connect as connectTls } from 'node:tls'
import WebSocket from 'ws'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { me as meSchema, program as programSchema, publishResult } from '#platform/contract/merchant.ts'
import { merchantPaths, visitorPaths } from '#platform/contract/routes.ts'
import { createTestDatabase } from '#platform/testing/database.ts'
import type { TestDatabase } from '#platform/testing/database.ts'
import { makeTemporaryFolder } from '#platform/testing/temporary-folder.ts'
import { readEnv } from './read-env.ts'
import { startServer } from './start-server.ts'
import type { RunningServer } from './start-server.ts'
import { askByTls, startTlsProxy, tlsTo } from './testing/tls-proxy.ts'
import type { TlsProxy } from './testing/tls-proxy.ts'

let folder: string
let database: TestDatabase
let proxy: TlsProxy
let server: RunningServer
let platform: string

beforeAll(async () => {
  folder = await makeTemporaryFolder('shopwright-https-')
  ;[database, proxy] = await Promise.all([createTestDatabase(), startTlsProxy()])
  platform = `https://app.test:${proxy.port}`
  const settings = readEnv({
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: join(folder, 'data'),
    DATABASE_URL: database.ownerUrl,
    PUBLIC_URL: platform,
    PROGRAM_HOST: `shops.test:${proxy.port}`,
    TRUST_PROXY: 'on',
  })
  server = await startServer(settings, { log: () => undefined, say: () => undefined })
  proxy.leadTo(server.port)
})
afterAll(async () => {
  await server.stop()
  await proxy.close()
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

async function signIn() {
  const { text, cookies } = await askByTls('POST', platform + merchantPaths.demo, { headers: { origin: platform } })
  const cookie = cookies.map((line) => line.split(';')[0]).join('; ')
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const headers = { origin: platform, cookie, ...(body !== undefined && { 'content-type': 'application/json' }) }
    const answer = await askByTls(method, platform + path, {
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    expect(answer.status, answer.text).toBeLessThan(300)
    return answer.text === '' ? undefined : JSON.parse(answer.text)
  }
  return { me: meSchema.parse(JSON.parse(text)), cookies, cookie, call }
}

async function publishShop(merchant: Awaited<ReturnType<typeof signIn>>) {
  const made = await merchant.call('POST', merchantPaths.programs(merchant.me.workspaces[0]?.id ?? ''), {
    templateId: 'noodle-shop',
    name: 'Lin',
    language: 'en',
  })
  const { id } = programSchema.parse(made)
  const publish = async (when?: object) =>
    publishResult.parse(
      await merchant.call('POST', merchantPaths.releases(id), {
        requestId: crypto.randomUUID(),
        ...(when && { when }),
      }),
    )
  return { id, publish, url: (await publish()).url }
}

test('the session is a cookie that goes over TLS alone, out of reach of scripts', async () => {
  const { cookies } = await signIn()
  const session = cookies.find((line) => line.includes('session_token')) ?? ''
  expect(session).toMatch(/^__Secure-/)
  expect(session).toMatch(/; Secure/i)
  expect(session).toMatch(/; HttpOnly/i)
  expect(session).toMatch(/; SameSite=Lax/i)
  expect(session).not.toMatch(/; Domain=/i)
})

test('a program is published under the wildcard, and says its own address wherever it names one', async () => {
  const { url } = await publishShop(await signIn())
  expect(url).toMatch(new RegExp(`^https://[a-z2-7]{26}\\.shops\\.test:${proxy.port}$`))
  const home = await askByTls('GET', `${url}/`)
  expect(home.status).toBe(200)
  expect(home.text).toContain(`<link rel="canonical" href="${url}/">`)
  expect(home.text).not.toContain('http://')
  expect((await askByTls('GET', `${url}/sitemap.xml`)).text).toContain(`<loc>${url}/menu</loc>`)
  const nobody = `https://${'a'.repeat(26)}.shops.test:${proxy.port}/`
  expect((await askByTls('GET', nobody)).status).toBe(404)
})

test('a visitor’s browser is served: its origin is the program’s, over https and no other', async () => {
  const { url } = await publishShop(await signIn())
  const begin = (origin: string) =>
    askByTls('POST', url + visitorPaths.session, {
      headers: { origin, 'content-type': 'application/json' },
      body: JSON.stringify({ visitorKey: null }),
    })
  expect((await begin(url)).status).toBe(200)
  const overHttp = url.replace('https:', 'http:')
  for (const foreign of [overHttp, platform]) expect((await begin(foreign)).status).toBe(403)
})

test('the cookie of a gradual release goes over TLS alone', async () => {
  const { url, publish } = await publishShop(await signIn())
  await publish({ kind: 'gradual', percent: 50 })
  const [line = ''] = (await askByTls('GET', `${url}/`)).cookies
  expect(line).toMatch(/^(?:__Host-)?sw-visitor=[^;]+;.*; Secure/)
})

test('the platform takes changes from its own https pages only', async () => {
  const from = (origin: string) => askByTls('POST', platform + merchantPaths.demo, { headers: { origin } })
  const { url } = await publishShop(await signIn())
  const overHttp = platform.replace('https:', 'http:')
  for (const foreign of [overHttp, url]) expect((await from(foreign)).status).toBe(403)
})

test('documents are opened by wss, of whoever may', async () => {
  const merchant = await signIn()
  const { id } = await publishShop(merchant)
  const open = (headers: Record<string, string>) =>
    new Promise<string>((resolve) => {
      const address = `wss://app.test:${proxy.port}/collab/${id}`
      const socket = new WebSocket(address, {
        ...tlsTo(platform),
        headers: { host: new URL(platform).host, ...headers },
        // `ws` takes host and port from the address, whatever the options say.
        createConnection: () => connectTls(tlsTo(platform)),
      })
      socket.once('message', () => (resolve('synced'), socket.close()))
      socket.once('close', () => resolve('closed'))
      socket.once('error', (error) => resolve(error.message))
    })
  expect(await open({ origin: platform, cookie: merchant.cookie })).toBe('synced')
  for (const foreign of ['https://evil.example', platform.replace('https:', 'http:')])
    expect(await open({ origin: foreign, cookie: merchant.cookie })).not.toBe('synced')
})
