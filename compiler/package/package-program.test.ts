import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { expect, test } from 'vitest'
import { sampleShopData } from '#components/testing/sample-shop-data.ts'
import type { RuntimeAssets } from '#runtime/runtime-assets.ts'
import { shopProgram } from '../testing/shop-program.ts'
import { packageProgram, picturesIn } from './package-program.ts'
import type { PackageInput } from './package-program.ts'
import { miniAppManifestSchema } from './testing/miniapp-manifest-schema.ts'

const sha256 = 'ab'.repeat(32)
const gone = 'cd'.repeat(32)
const block = (type: string) => ({
  js: `/runtime/block-${type}.js`,
  imports: ['/runtime/core.js'],
  gzBytes: 1,
  css: `.b-${type}{}`,
  styles: [`/runtime/block-${type}.css`],
})
const assets: RuntimeAssets = {
  loader: '(()=>{load()})()',
  copyScript: '(()=>{copy()})()',
  boot: { js: '/runtime/boot.js', imports: ['/runtime/core.js'], gzBytes: 1 },
  seen: { js: '/runtime/seen.js', imports: ['/runtime/core.js'], gzBytes: 1 },
  css: '.base{}',
  styles: ['/runtime/base.css'],
  blocks: { menu: block('menu'), heading: block('heading'), image: block('image'), booking: block('booking') },
  frame: '/runtime/frame.html',
}
const runtimeFiles = new Map([
  ['boot.js', 'import"./core.js";import("./later.js")'],
  ['core.js', ''],
  ['later.js', 'later()'],
  ['base.css', '.base{}'],
  ['block-menu.js', ''],
  ['block-menu.css', ''],
  ['block-booking.js', 'never asked for'],
])
const picture = (name: string) => ({ url: `/pictures/${name}`, widthPx: 800, heightPx: 600, alt: 'A bowl' })

function inputOf(change: Partial<PackageInput> = {}): PackageInput {
  const program = shopProgram({
    '': [
      { type: 'heading', props: { text: 'Hi', link: { kind: 'page', pageId: { $page: 'menu' } }, linkText: 'Menu' } },
      { type: 'image', props: { picture: picture(sha256) } },
    ],
    menu: [{ type: 'menu' }],
    hidden: [{ type: 'booking' }],
  })
  const pages = program.pages.map((page) => (page.slug === 'hidden' ? { ...page, hidden: true as const } : page))
  return {
    program: { ...program, pages },
    version: 7,
    publishedAtMs: Date.parse('2026-03-02T04:00:00Z'),
    shopData: sampleShopData(60),
    origin: 'http://7abcdef.localhost:4000',
    assets,
    runtimeFiles,
    pictures: new Map([[sha256, new Uint8Array([1, 2, 3])]]),
    ...change,
  }
}

const textOf = (files: ReturnType<typeof packageProgram>, path: string): string => {
  const content = files.get(path)
  if (typeof content !== 'string') throw new Error(`No text at ${path}: ${[...files.keys()].join(' ')}`)
  return content
}

test('the package has the folders and files that the packaging specification asks for, and nothing that nobody needs', () => {
  expect([...packageProgram(inputOf()).keys()]).toEqual([
    'app.css',
    'app.js',
    'common/icon.svg',
    `common/pictures/${sha256}.webp`,
    'common/runtime/base.css',
    'common/runtime/block-menu.css',
    'common/runtime/block-menu.js',
    'common/runtime/boot.js',
    'common/runtime/core.js',
    'common/runtime/later.js',
    'common/shop-data.json',
    'i18n/en.json',
    'index.html',
    'manifest.json',
    'pages/index.html',
    'pages/menu.html',
  ])
})

test('the code of a code block is a file of the package, and its page asks for it there', () => {
  const { program } = inputOf()
  const [home, ...others] = program.pages
  const [[id, node] = []] = Object.entries(home!.nodes)
  const code = 'exports.default = () => null'
  const definition = { label: { en: 'Greeting', 'zh-CN': '问候' }, fields: {}, capabilities: [], heightPx: 140 }
  const files = packageProgram(
    inputOf({
      program: {
        ...program,
        pages: [{ ...home!, nodes: { ...home!.nodes, [id!]: { ...node!, type: 'code:greeting' } } }, ...others],
        codeBlocks: { 'code:greeting': { definition, code } } as never,
      },
      assets: { ...assets, blocks: { ...assets.blocks, code: block('code') } },
    }),
  )
  const file = [...files.keys()].find((name) => name.startsWith('common/code/'))
  expect(file).toMatch(/^common\/code\/[0-9a-f]{64}\.txt$/)
  expect(files.get(file!)).toBe(code)
  expect(textOf(files, 'pages/index.html')).toContain(`"file":"../${file}"`)
})

test('its manifest fits the schema of W3C MiniApp manifests, and a worse one would not', () => {
  const ajv = new Ajv({ strict: true, allErrors: true })
  formats.default(ajv)
  const isManifest = ajv.compile(miniAppManifestSchema)
  const manifest = JSON.parse(textOf(packageProgram(inputOf()), 'manifest.json')) as { [member: string]: unknown }
  expect(isManifest(manifest), JSON.stringify(isManifest.errors)).toBe(true)
  expect(manifest).toMatchObject({
    app_id: 'localhost.p7abcdef',
    name: 'Old Street Noodles',
    version: { code: 7, name: '7.0' },
    platform_version: { min_code: 1 },
    pages: ['pages/index.html', 'pages/menu.html'],
    start_url: 'pages/index.html',
    req_permissions: ['shop.customer', 'shop.order', 'shop.pay', 'storage'].map((name) => ({ name })),
  })
  for (const worse of [
    { ...manifest, app_id: undefined },
    { ...manifest, app_id: '7abc.localhost' },
    { ...manifest, pages: [] },
    { ...manifest, pages: ['https://elsewhere.example/a'] },
    { ...manifest, pages: ['../outside.html'] },
    { ...manifest, version: { code: '7', name: '7' } },
    { ...manifest, platform_version: {} },
    { ...manifest, icons: [{ sizes: 'any' }] },
    { ...manifest, color_scheme: 'sepia' },
  ])
    expect(isManifest(JSON.parse(JSON.stringify(worse))), JSON.stringify(worse)).toBe(false)
})

test('every name in it is one that the specification allows on every system', () => {
  for (const path of packageProgram(inputOf()).keys())
    for (const name of path.split('/')) {
      expect(name).toMatch(/^[\w][\w.-]*[\w]$/)
      expect(name.length).toBeLessThan(255)
    }
})

test('links lead to the files beside, code and pictures come from the package, nothing from the root of a server', () => {
  const files = packageProgram(inputOf())
  const home = textOf(files, 'pages/index.html')
  expect(home).toContain(' href="menu.html"')
  expect(home).toContain(`src="../common/pictures/${sha256}.webp"`)
  expect(home).not.toMatch(/<script(?! type="application\/ld\+json")/)
  expect(home).toContain('<link rel="manifest" href="../manifest.json">')
  const menu = textOf(files, 'pages/menu.html')
  expect(menu).toContain('data-boot="../common/runtime/boot.js"')
  expect(menu).toContain(
    'data-files="../common/runtime/boot.js ../common/runtime/core.js ../common/runtime/block-menu.js"',
  )
  expect(menu).toContain('"js":"./block-menu.js"')
  expect(menu).toContain('data-live="http://7abcdef.localhost:4000/menu"')
  for (const page of [home, menu]) {
    expect(page).not.toMatch(/(?:src|href|data-\w+)="\/(?!\/)/)
    expect(page).toContain('<link rel="canonical" href="http://7abcdef.localhost:4000/')
  }
  expect(textOf(files, 'index.html')).toContain('url=pages/index.html')
})

test('the policy of each page stands in it and still allows its own script and style', async () => {
  const hash = async (text: string) =>
    `&#39;sha256-${Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))).toString('base64')}&#39;`
  const html = textOf(packageProgram(inputOf()), 'pages/menu.html')
  const policy = /<meta http-equiv="content-security-policy" content="([^"]*)">/.exec(html)?.[1] ?? ''
  expect(html.indexOf('http-equiv')).toBeLessThan(html.indexOf('<style'))
  expect(policy).toContain('default-src &#39;none&#39;')
  expect(policy).not.toContain('frame-ancestors')
  expect(policy).toContain(await hash(/<style>(.*?)<\/style>/s.exec(html)?.[1] ?? ''))
  expect(policy).toContain(await hash(assets.loader))
})

test('the same release and shop are the same files, whatever the hour; another release is another package', () => {
  const first = packageProgram(inputOf())
  const data = sampleShopData(60)
  const { shop, menu } = data
  const dishes = menu.dishes.map((dish) => ({ ...dish, soldOut: { untilIso: '2026-03-02T14:00:00Z' } }))
  const atNight = {
    ...data,
    shop: { ...shop, isOpen: false, changesAtIso: '2026-03-02T10:00:00Z', ordersPaused: true },
    menu: { ...menu, dishes },
  }
  expect([...packageProgram(inputOf({ shopData: atNight }))]).toEqual([...first])
  expect([...packageProgram(inputOf({ version: 8 }))]).not.toEqual([...first])
})

test('pictures are found wherever they are named; one that is lost keeps its address instead of naming a file', () => {
  expect(picturesIn({ a: `/pictures/${gone}` }, [`/pictures/${sha256}?w=320`, `/pictures/${gone}`])).toEqual([
    sha256,
    gone,
  ])
  const program = shopProgram({ '': [{ type: 'image', props: { picture: picture(gone) } }] })
  expect(textOf(packageProgram(inputOf({ program })), 'pages/index.html')).toContain(`/pictures/${gone}`)
})

test('what merchants write cannot end an attribute or a script of a page, and looks like a path only to itself', () => {
  const evil = '"><script>alert(1)</script> href="/menu" /runtime/boot.js'
  const { program } = inputOf()
  const packageOf = (words: string) => {
    const text = shopProgram({
      '': [{ type: 'heading', props: { text: words.slice(0, 60) } }, { type: 'menu' }],
      menu: [],
    })
    return packageProgram(inputOf({ program: { ...text, name: words, language: program.language } }))
  }
  const files = packageOf(evil)
  const html = textOf(files, 'pages/index.html')
  const scriptsIn = (page: string) => page.match(/<script/g)?.length
  expect(scriptsIn(html)).toBe(scriptsIn(textOf(packageOf('Noodles'), 'pages/index.html')))
  expect(html).not.toContain('<script>alert')
  expect(textOf(files, 'common/icon.svg')).not.toContain('<script')
  // Without one named, browsers ask for a file that no package has.
  for (const path of ['index.html', 'pages/index.html']) expect(textOf(files, path)).toContain('<link rel="icon"')
})
