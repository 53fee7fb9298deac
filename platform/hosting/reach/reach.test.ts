/** What a published program tells search engines, home screens and its offline worker, over HTTP. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changePageSettings, addPage, hidePage, openProgram } from '#model/index.ts'
import type { RuntimeAssets } from '#runtime/runtime-assets.ts'
import { program as programSchema, publishResult } from '../../contract/merchant.ts'
import type { Program } from '../../contract/merchant.ts'
import { merchantPaths } from '../../contract/routes.ts'
import { drawInitial, squarePicture } from '../../pictures/draw-icon.ts'
import { createTestPlatform, makeProgram, signUp } from '../../testing/platform.ts'
import type { TestPlatform } from '../../testing/platform.ts'

let platform: TestPlatform
let ann: Awaited<ReturnType<typeof signUp>>
let program: Program
let origin: string

const assets: RuntimeAssets = {
  loader: '(()=>{})()',
  worker: '(()=>{/* keeps */})()',
  boot: { js: '/runtime/boot-abcdefgh.js', imports: [], gzBytes: 1 },
  seen: { js: '/runtime/seen-abcdefgh.js', imports: [], gzBytes: 1 },
  css: '',
  styles: [],
  blocks: {},
  frame: '/runtime/frame.html',
}

beforeAll(async () => {
  platform = await createTestPlatform()
  const { runtimeFolder } = platform.services.config
  await mkdir(runtimeFolder, { recursive: true })
  await writeFile(join(runtimeFolder, 'manifest.json'), JSON.stringify(assets))
  ann = await signUp(platform)
  program = await makeProgram(platform, ann, 'Old Street Noodle House')
  origin = await publish(program)
})
afterAll(() => platform.close())

async function publish({ id }: Program): Promise<string> {
  const body = { requestId: crypto.randomUUID() }
  return publishResult.parse((await ann.call('POST', merchantPaths.releases(id), { body })).body).url
}

const get = async (path: string, from = origin) =>
  platform.app.request(`${from}${path}`, { headers: { host: new URL(from).host } })

const sitemap = async () =>
  [...(await (await get('/sitemap.xml')).text()).matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => url)

test('search engines find every page but those that are hidden or left out', async () => {
  const robots = await (await get('/robots.txt')).text()
  expect(robots).toContain(`Sitemap: ${origin}/sitemap.xml`)
  expect(robots).toContain('Disallow: /_shop/')
  await platform.documents.edit(program.id, ann.me.user.id, (doc) => {
    // Nothing leads to it, so that it can be hidden.
    addPage(openProgram(doc), { title: 'Kitchen', slug: 'kitchen' })
  })
  await publish(program)
  const before = await sitemap()
  expect(before[0]).toBe(`${origin}/`)
  const pages = openProgram(await platform.documents.read(program.id)).pages()
  const [second, third] = [pages.find(({ slug }) => slug === 'kitchen'), pages[2]]
  expect(before).toEqual(expect.arrayContaining([`${origin}/${second?.slug}`, `${origin}/${third?.slug}`]))
  await platform.documents.edit(program.id, ann.me.user.id, (doc) => {
    const open = openProgram(doc)
    if (second) hidePage(open, second.id, true)
    if (third) changePageSettings(open, third.id, { unlisted: true })
  })
  await publish(program)
  const after = await sitemap()
  expect(after).toHaveLength(before.length - 2)
  expect(after).not.toContain(`${origin}/${second?.slug}`)
  expect(after).not.toContain(`${origin}/${third?.slug}`)
})

test('what is not published is not to be read, and has no sitemap, manifest or icon', async () => {
  const draft = await makeProgram(platform, ann, 'Draft')
  const { label } = await platform.database.db
    .selectFrom('program_route')
    .select('label')
    .where('program_id', '=', programSchema.parse(draft).id)
    .executeTakeFirstOrThrow()
  const at = `http://${label}.localhost:4000`
  expect(await (await get('/robots.txt', at)).text()).toBe('User-agent: *\nDisallow: /\n')
  for (const path of ['/sitemap.xml', '/app.webmanifest', '/icon-192.png'])
    expect((await get(path, at)).status).toBe(404)
})

test('it can be put on the home screen: a name, colours of its theme, icons of the sizes that are asked for', async () => {
  const response = await get('/app.webmanifest')
  expect(response.headers.get('content-type')).toMatch(/^application\/manifest\+json/)
  const manifest = (await response.json()) as { icons: { src: string; sizes: string }[]; theme_color: string }
  expect(manifest).toMatchObject({
    name: 'Old Street Noodle House',
    short_name: 'Old Street',
    start_url: '/',
    scope: '/',
    display: 'standalone',
  })
  expect(manifest.theme_color).toMatch(/^#[0-9a-f]{6}$/)
  for (const { src, sizes } of manifest.icons) {
    const icon = await get(src)
    expect(icon.headers.get('content-type')).toBe('image/png')
    const { format, width, height } = await sharp(new Uint8Array(await icon.arrayBuffer())).metadata()
    expect([format, `${width}x${height}`]).toEqual(['png', sizes])
  }
})

test('an icon is drawn also without a letter that a font has, and from a picture of any shape', async () => {
  const sizeOf = async (bytes: Uint8Array) => (await sharp(bytes).metadata()).width
  const look = { ground: '#c2410c', ink: '#ffffff', sizePx: 192 }
  const plain = await drawInitial({ ...look, letter: '' })
  const letter = await drawInitial({ ...look, letter: 'L' })
  expect([await sizeOf(plain), await sizeOf(letter)]).toEqual([192, 192])
  const { channels } = await sharp(plain).stats()
  // Neither all ground nor all ink.
  expect(channels[2]?.min).toBeLessThan(20)
  expect(channels[2]?.max).toBe(255)
  // What pango would read as markup is no letter.
  expect(await drawInitial({ ...look, letter: '<' })).toEqual(plain)
  const wide = await sharp({ create: { width: 900, height: 200, channels: 3, background: '#112233' } })
    .webp()
    .toBuffer()
  expect(await sizeOf(await squarePicture(wide, 512))).toBe(512)
})

test('the offline worker is at the root, may fetch from its own origin only, and is never kept by a browser', async () => {
  const response = await get('/sw.js')
  expect(await response.text()).toBe(assets.worker)
  expect(response.headers.get('cache-control')).toBe('no-cache')
  expect(response.headers.get('content-type')).toMatch(/^text\/javascript/)
  expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; connect-src 'self'")
  expect((await get('/sw.js', 'http://localhost:4000')).headers.get('content-type')).not.toMatch(/javascript/)
})

test('a private preview is never kept: not while it is open, and nothing is left once it is closed', async () => {
  const made = await ann.call('POST', merchantPaths.previewLinks(program.id), { body: { hours: 1 } })
  const { id, url } = made.body as { id: string; url: string }
  const page = await get('/', url)
  expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store'])
  const removes = async () => (await (await get('/sw.js', url)).text()).includes('registration.unregister()')
  expect(await removes()).toBe(true)
  await ann.call('DELETE', merchantPaths.previewLink(program.id, id), { body: {} })
  expect([(await get('/', url)).status, await removes()]).toEqual([404, true])
})

test('switched off, it is one that takes itself and all that was kept away', async () => {
  const off = await createTestPlatform({ config: { offlineReading: false } })
  const { runtimeFolder } = off.services.config
  await mkdir(runtimeFolder, { recursive: true })
  await writeFile(join(runtimeFolder, 'manifest.json'), JSON.stringify(assets))
  const script = await (
    await off.app.request('http://any.localhost:4000/sw.js', { headers: { host: 'any.localhost:4000' } })
  ).text()
  expect(script).toContain('registration.unregister()')
  expect(script).toContain('caches.delete')
  await off.close()
})
