import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RuntimeAssets } from '#runtime/runtime-assets.ts'
import { publishResult } from '../contract/merchant.ts'
import type { Program } from '../contract/merchant.ts'
import { merchantPaths } from '../contract/routes.ts'
import { createTestPlatform, makeProgram, signUp, TEST_HOST } from '../testing/platform.ts'
import type { TestPlatform } from '../testing/platform.ts'

let platform: TestPlatform
let ann: Awaited<ReturnType<typeof signUp>>
let program: Program
let path: string

const assets: RuntimeAssets = {
  loader: '(()=>{})()',
  copyScript: '(()=>{})()',
  boot: { js: '/runtime/boot-abcdefgh.js', imports: [], gzBytes: 1 },
  seen: { js: '/runtime/seen-abcdefgh.js', imports: [], gzBytes: 1 },
  css: '.sw-node{display:block}',
  styles: [],
  blocks: { menu: { js: '/runtime/block-menu-abcdefgh.js', imports: [], gzBytes: 1, css: '', styles: [] } },
  frame: '/runtime/frame.html',
}

beforeAll(async () => {
  platform = await createTestPlatform()
  const { runtimeFolder } = platform.services.config
  await mkdir(runtimeFolder, { recursive: true })
  await writeFile(join(runtimeFolder, 'manifest.json'), JSON.stringify(assets))
  for (const name of ['boot-abcdefgh.js', 'block-menu-abcdefgh.js', 'frame-abcdefgh.js'])
    await writeFile(join(runtimeFolder, name), `/* ${name} */`)
  ann = await signUp(platform)
  program = await makeProgram(platform, ann, 'Lucky Noodles')
  path = await publish()
})
afterAll(() => platform.close())

/** @returns the address of the new release's package */
async function publish(): Promise<string> {
  const body = { requestId: crypto.randomUUID() }
  const { release } = publishResult.parse((await ann.call('POST', merchantPaths.releases(program.id), { body })).body)
  return merchantPaths.releasePackage(program.id, release.id)
}

async function download(headers: Record<string, string> = {}): Promise<Response> {
  const cookie = [...ann.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  return platform.app.request(`http://${TEST_HOST}${path}`, { headers: { host: TEST_HOST, cookie, ...headers } })
}

const bytesOf = async (response: Response): Promise<Uint8Array> => new Uint8Array(await response.arrayBuffer())

test('a release downloads as an archive of its pages, its pictures and the code that they load', async () => {
  const response = await download()
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/zip')
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z2-7]{26}-v1\.zip"$/)
  const files = unzipSync(await bytesOf(response))
  const names = Object.keys(files)
  expect(names).toEqual(names.toSorted())
  expect(names).toEqual(
    expect.arrayContaining(['manifest.json', 'app.js', 'app.css', 'index.html', 'pages/index.html']),
  )
  expect(names).toContain('common/runtime/block-menu-abcdefgh.js')
  expect(names.filter((name) => name.includes('frame'))).toEqual([])
  expect(names.filter((name) => name.startsWith('common/pictures/')).length).toBeGreaterThan(3)
  const manifest = JSON.parse(strFromU8(files['manifest.json']!)) as { pages: string[]; version: unknown }
  expect(manifest.version).toEqual({ code: 1, name: '1.0' })
  for (const page of manifest.pages) expect(names).toContain(page)
  // What visitors' addresses and accounts are is nobody's business who has the archive.
  for (const [name, bytes] of Object.entries(files))
    if (/\.(html|js|json)$/.test(name)) expect(strFromU8(bytes), name).not.toMatch(/example\.com|"email"|tenant/i)
})

test('the same release and shop are the same bytes, and the browser that has them is told so', async () => {
  const [first, again] = [await download(), await download()]
  const etag = first.headers.get('etag') ?? ''
  expect(Buffer.compare(await bytesOf(first), await bytesOf(again))).toBe(0)
  expect(again.headers.get('etag')).toBe(etag)
  const known = await download({ 'if-none-match': etag })
  expect([known.status, (await bytesOf(known)).byteLength]).toEqual([304, 0])
})

test('a download that broke off goes on where it stopped', async () => {
  const whole = await download()
  const bytes = await bytesOf(whole)
  const etag = whole.headers.get('etag') ?? ''
  const rest = await download({ range: 'bytes=1000-', 'if-range': etag })
  expect([rest.status, rest.headers.get('content-range')]).toEqual([
    206,
    `bytes 1000-${bytes.byteLength - 1}/${bytes.byteLength}`,
  ])
  expect(Buffer.compare(await bytesOf(rest), bytes.subarray(1000))).toBe(0)
  const changed = await download({ range: 'bytes=1000-', 'if-range': '"another"' })
  expect([changed.status, (await bytesOf(changed)).byteLength]).toEqual([200, bytes.byteLength])
})

test('a release of another program, or one that never was, has no package', async () => {
  const other = await makeProgram(platform, ann, 'Other')
  const [, releaseId = ''] = /releases\/([^/]+)\/package/.exec(path) ?? []
  expect((await ann.call('GET', merchantPaths.releasePackage(other.id, releaseId))).status).toBe(404)
  expect((await ann.call('GET', merchantPaths.releasePackage(program.id, crypto.randomUUID()))).status).toBe(404)
})
