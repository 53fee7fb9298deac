/** Programs that fetch their common code from one origin beside theirs. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RuntimeAssets } from '#runtime/runtime-assets.ts'
import { publishResult } from '../contract/merchant.ts'
import { merchantPaths } from '../contract/routes.ts'
import { createTestPlatform, makeProgram, signUp, type TestPlatform } from '../testing/platform.ts'

const files = (name: string) => ({ js: `/runtime/${name}.js`, imports: ['/runtime/kit.js'], gzBytes: 1 })
const assets: RuntimeAssets = {
  loader: '(()=>{})()',
  worker: '(()=>{})()',
  boot: files('boot'),
  seen: files('seen'),
  css: '',
  styles: ['/runtime/base.css'],
  blocks: { menu: { ...files('menu'), css: '', styles: ['/runtime/menu.css'] } },
  frame: '/runtime/frame.html',
}
const code = 'http://code.shops.localhost:4000'

let platform: TestPlatform
let origin: string

beforeAll(async () => {
  platform = await createTestPlatform({ config: { programHost: 'shops.localhost:4000', sharedCode: true } })
  const { runtimeFolder } = platform.services.config
  await mkdir(runtimeFolder, { recursive: true })
  await writeFile(join(runtimeFolder, 'manifest.json'), JSON.stringify(assets))
  await writeFile(join(runtimeFolder, 'boot.js'), 'export {}')
  const ann = await signUp(platform)
  const { id } = await makeProgram(platform, ann, 'Old Street Noodle House')
  const body = { requestId: crypto.randomUUID() }
  origin = publishResult.parse((await ann.call('POST', merchantPaths.releases(id), { body })).body).url
})
afterAll(() => platform.close())

const get = async (path: string, from = origin) =>
  platform.app.request(`${from}${path}`, { headers: { host: new URL(from).host } })

test('a page names its code on the origin of all, and its policy lets code and styles come from there and nothing else', async () => {
  const page = await get('/menu')
  const html = await page.text()
  expect(html).toContain(`data-boot="${code}/runtime/boot.js"`)
  expect(html).toContain(`${code}/runtime/base.css ${code}/runtime/menu.css`)
  expect(html).toContain(`"js":"${code}/runtime/menu.js"`)
  expect(html).not.toMatch(/["\s]\/runtime\//)
  const directives = (page.headers.get('content-security-policy') ?? '').split('; ')
  const withCode = directives.filter((directive) => directive.includes(code)).map((text) => text.split(' ')[0])
  expect(withCode).toEqual(['script-src', 'style-src-elem'])
})

test('that origin has the code, for whoever asks from elsewhere, and no program', async () => {
  const boot = await get('/runtime/boot.js', code)
  expect(boot.status).toBe(200)
  expect(boot.headers.get('access-control-allow-origin')).toBe('*')
  expect((await get('/', code)).status).toBe(404)
  expect((await get('/_shop/data', code)).status).toBe(404)
})

test('the worker that keeps pages may fetch it from there', async () => {
  const worker = await get('/sw.js')
  expect(worker.headers.get('content-security-policy')).toBe(`default-src 'none'; connect-src 'self' ${code}`)
})
