import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RuntimeAssets } from '#runtime/runtime-assets.ts'
import { publishResult } from '../contract/merchant.ts'
import type { Program } from '../contract/merchant.ts'
import { merchantPaths } from '../contract/routes.ts'
import { createPlatform } from '../create-platform.ts'
import { createTestPlatform, makeProgram, signUp } from '../testing/platform.ts'
import type { TestPlatform } from '../testing/platform.ts'

let platform: TestPlatform
let ann: Awaited<ReturnType<typeof signUp>>
let program: Program
let origin: string

const assets: RuntimeAssets = {
  loader: '(()=>{})()',
  boot: { js: '/runtime/boot-abcdefgh.js', imports: [], gzBytes: 1 },
  seen: { js: '/runtime/seen-abcdefgh.js', imports: [], gzBytes: 1 },
  css: '.sw-node{display:block}',
  styles: [],
  blocks: { menu: { js: '/runtime/menu-abcdefgh.js', imports: [], gzBytes: 1, css: '', styles: [] } },
  frame: '/runtime/frame.html',
}

beforeAll(async () => {
  platform = await createTestPlatform()
  const { runtimeFolder } = platform.services.config
  await mkdir(runtimeFolder, { recursive: true })
  await writeFile(join(runtimeFolder, 'manifest.json'), JSON.stringify(assets))
  await writeFile(join(runtimeFolder, 'boot-abcdefgh.js'), `export const boot = '${'x'.repeat(2000)}'`)
  await writeFile(join(runtimeFolder, 'frame.html'), '<!doctype html><title>Frame</title>')
  await writeFile(join(runtimeFolder, '..', 'secret.txt'), 'not for visitors')
  ann = await signUp(platform)
  program = await makeProgram(platform, ann, 'Lucky <Noodles>')
  origin = (await publish()).url
})
afterAll(() => platform.close())

async function publish() {
  const body = { requestId: crypto.randomUUID() }
  return publishResult.parse((await ann.call('POST', merchantPaths.releases(program.id), { body })).body)
}

function get(path: string, headers: Record<string, string> = {}, from = origin): Promise<Response> {
  return Promise.resolve(platform.app.request(`${from}${path}`, { headers: { host: new URL(from).host, ...headers } }))
}

test('the home page is a complete document that nobody can frame or script', async () => {
  const response = await get('/')
  const html = await response.text()
  expect(response.status).toBe(200)
  expect(html).toContain('Lucky &#60;Noodles&#62;')
  expect(html).not.toContain('<Noodles>')
  const policy = response.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toMatch(/script-src[^;]*unsafe/)
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('set-cookie')).toBeNull()
})

test('a page that the browser has already is not sent again, until the shop or the release changes', async () => {
  const first = await get('/')
  const etag = first.headers.get('etag') ?? ''
  const again = await get('/', { 'if-none-match': etag })
  expect([again.status, await again.text()]).toEqual([304, ''])
  await ann.call('PATCH', merchantPaths.settings(program.id), {
    body: { ordersPaused: true, phone: '+86 10 5555 0000' },
  })
  const changed = await get('/', { 'if-none-match': etag })
  expect(changed.status).toBe(200)
  expect(changed.headers.get('etag')).not.toBe(etag)
})

test('pages are compressed for those who read it', async () => {
  const plain = await (await get('/', { 'accept-encoding': 'identity' })).text()
  const brotli = await get('/', { 'accept-encoding': 'gzip, deflate, br' })
  expect(brotli.headers.get('content-encoding')).toBe('br')
  expect(brotli.headers.get('vary')).toBe('accept-encoding')
  expect(brotliDecompressSync(await brotli.arrayBuffer()).toString()).toBe(plain)
  const gzip = await get('/', { 'accept-encoding': 'gzip, br;q=0' })
  expect(gunzipSync(await gzip.arrayBuffer()).toString()).toBe(plain)
})

test('every page of the release has its address; others get a page that says so', async () => {
  const doc = platform.services.templates[0]!.program
  for (const { slug } of doc.pages) expect((await get(`/${slug}`)).status).toBe(200)
  const missing = await get('/no-such-page')
  expect([missing.status, missing.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
  expect(await missing.text()).toContain('Lucky')
  const slash = await get('/menu/')
  expect([slash.status, slash.headers.get('location')]).toEqual([308, '/menu'])
  expect((await get('//evil.example/')).headers.get('location')).toBe('/evil.example')
})

test('the code on a table leads to the page with the menu, and says which table', async () => {
  const scanned = await get('/?table=t-7&via=x')
  expect([scanned.status, scanned.headers.get('location')]).toEqual([302, '/menu?table=t-7&via=x'])
  expect((await get('/menu?table=t-7')).status).toBe(200)
})

test('the page of an order is one document for all orders and kept out of search', async () => {
  const [one, two] = [await get('/_order/one'), await get('/_order/two')]
  const html = await one.text()
  expect(one.status).toBe(200)
  expect(html).toContain('noindex')
  expect(await two.text()).toBe(html)
})

test('what is about one visitor lets go of whoever opened it; a page for everybody is not delayed by that', async () => {
  const opener = async (path: string) => (await get(path)).headers.get('cross-origin-opener-policy')
  expect([await opener('/_order/one'), await opener('/'), await opener('/menu')]).toEqual(['same-origin', null, null])
})

test('a program that is not published, and a label that nobody has, answer with words', async () => {
  const other = await makeProgram(platform, ann, 'Quiet Shop')
  const { label } = await platform.services.db
    .selectFrom('program_route')
    .select('label')
    .where('program_id', '=', other.id)
    .executeTakeFirstOrThrow()
  const soon = await get('/', {}, `http://${label}.localhost:4000`)
  expect([soon.status, await soon.text()]).toEqual([404, expect.stringContaining('Quiet Shop')])
  const unknown = await get('/', { 'accept-language': 'zh-CN,zh;q=0.9' }, `http://${'a'.repeat(26)}.localhost:4000`)
  expect([unknown.status, await unknown.text()]).toEqual([404, expect.stringContaining('这里什么也没有')])
})

test('code of the runtime is kept for ever by whoever asks, wherever from; nothing else is behind it', async () => {
  const script = await get('/runtime/boot-abcdefgh.js')
  expect(script.headers.get('cache-control')).toContain('immutable')
  expect(script.headers.get('access-control-allow-origin')).toBe('*')
  expect(script.headers.get('content-type')).toContain('javascript')
  const frame = await get('/runtime/frame.html', {}, 'http://localhost:4000')
  expect([frame.status, frame.headers.get('cache-control')]).toEqual([200, 'no-cache'])
  expect(frame.headers.get('x-frame-options')).toBe('SAMEORIGIN') // the editor frames it
  for (const path of [
    '/runtime/../secret.txt',
    '/runtime/..%2Fsecret.txt',
    '/runtime/%2e%2e/secret.txt',
    '/runtime/.env',
    '/runtime/',
  ])
    expect(await (await get(path)).text()).not.toContain('not for visitors')
})

test('the shop answers on the program’s origin, and only to pages of it', async () => {
  const data = await get('/_shop/data')
  expect(data.status).toBe(200)
  expect(await data.json()).toMatchObject({ shop: { name: 'Lucky <Noodles>' }, menu: { dishes: expect.any(Array) } })
  const post = (from: string) =>
    platform.app.request(`${origin}/_shop/session`, {
      method: 'POST',
      headers: { host: new URL(origin).host, origin: from, 'content-type': 'application/json' },
      body: JSON.stringify({ visitorKey: null }),
    })
  expect((await post(origin)).status).toBeLessThan(300)
  expect((await post('http://localhost:4000')).status).toBe(403)
})

test('the platform’s interface is not on a program’s origin', async () => {
  for (const path of ['/api/me', '/api/openapi.json', '/healthz', '/cashier/x'])
    expect((await get(path)).headers.get('content-type')).toContain('text/html')
})

test('when the database cannot be reached, visitors read a sentence, not an error', async () => {
  const other = await createTestPlatform()
  await other.close()
  const response = await other.app.request(origin, { headers: { host: new URL(origin).host } })
  expect([response.status, await response.text()]).toEqual([503, expect.stringContaining('One moment, please')])
})

test('a release file that is damaged is noticed, not shown', async () => {
  const cold = await createTestPlatform()
  const cy = await signUp(cold)
  const shop = await makeProgram(cold, cy)
  const body = { requestId: crypto.randomUUID() }
  const { url } = publishResult.parse((await cy.call('POST', merchantPaths.releases(shop.id), { body })).body)
  const folder = join(cold.services.config.blobFolder, 'releases')
  for (const part of await readdir(folder))
    for (const file of await readdir(join(folder, part))) await writeFile(join(folder, part, file), 'torn')
  // Another process, which has read nothing of it yet: this one drew the pages as soon as they were published.
  const logged: unknown[] = []
  const { pool } = cold.database
  const { documents } = cold
  const begun = await createPlatform({
    pool,
    documents,
    config: cold.services.config,
    log: (entry) => logged.push(entry),
  })
  const response = await begun.app.request(url, { headers: { host: new URL(url).host } })
  expect(response.status).toBe(503)
  expect(logged).toContainEqual(
    expect.objectContaining({ event: 'page-failed', error: expect.stringContaining('damaged') }),
  )
  await begun.stop()
  await cold.close()
})
