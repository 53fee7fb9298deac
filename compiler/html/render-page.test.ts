import { expect, test } from 'vitest'
import type { PageId } from '#model/ids.ts'
import { digest } from '#runtime/live/digest.ts'
import type { RuntimeAssets } from '#runtime/runtime-assets.ts'
import { sampleShopData } from '#components/testing/sample-shop-data.ts'
import { shopProgram } from '../testing/shop-program.ts'
import { renderNotFoundPage, renderOrderPage, renderPage, type RenderInput } from './render-page.tsx'

const block = (type: string) => ({
  js: `/runtime/${type}.js`,
  imports: ['/runtime/core.js'],
  gzBytes: 1,
  css: `.b-${type}{}`,
  styles: [`/runtime/${type}.css`],
})

const assets: RuntimeAssets = {
  loader: 'load()',
  boot: { js: '/runtime/boot.js', imports: ['/runtime/core.js'], gzBytes: 1 },
  seen: { js: '/runtime/seen.js', imports: ['/runtime/core.js'], gzBytes: 1 },
  css: '.base{}.sw-page{}',
  styles: ['/runtime/base.css'],
  blocks: Object.fromEntries(
    ['menu', 'heading', 'text', 'section', 'order-status', 'pay-button'].map((type) => [type, block(type)]),
  ),
  frame: '/runtime/frame.html',
}

const nowMs = Date.parse('2026-03-02T04:00:00Z')

function inputOf(pages: Parameters<typeof shopProgram>[0]): RenderInput {
  return { program: shopProgram(pages), shopData: sampleShopData(), assets, nowMs, origin: 'https://noodles.example' }
}

function render(input: RenderInput, slug = '') {
  const page = input.program.pages.find((each) => each.slug === slug)
  const rendered = renderPage({ ...input, pageId: page?.id ?? ('' as PageId) })
  if (!rendered) throw new Error(`No page "${slug}"`)
  return rendered
}

test('a page of blocks that only show carries no script, and styles of its own blocks only', () => {
  const { html, hasScript, policy } = render(
    inputOf({ '': [{ type: 'heading', props: { text: 'Fresh <daily> & "hot"' } }, { type: 'text' }] }),
  )
  expect(hasScript).toBe(false)
  // What search engines read is data, which no browser runs.
  expect(html.replace(/<script type="application\/ld\+json">.*?<\/script>/, '')).not.toContain('<script')
  expect(policy).toContain("script-src 'none'")
  expect(policy).toContain("worker-src 'none'")
  expect(html).toContain('Fresh &lt;daily> &amp; &quot;hot&quot;')
  expect(html).toContain('.b-heading{}')
  expect(html).not.toContain('.b-menu{}')
})

test('a block that reacts is an island whose data stands in the page once', () => {
  const input = inputOf({ '': [{ type: 'section', slots: { content: [{ type: 'menu' }] } }, { type: 'heading' }] })
  const { html, hasScript } = render(input)
  const menu = Object.values(input.program.pages[0]?.nodes ?? {}).find(({ type }) => type === 'menu')
  expect(hasScript).toBe(true)
  expect(html).toMatch(
    new RegExp(`<div class="sw-island" data-island="${menu?.id}"><div class="sw-node" data-node="${menu?.id}">`),
  )
  expect(html).toContain('Braised beef noodles')
  const data: unknown = JSON.parse(
    /<script type="application\/json" id="sw-data">(.*?)<\/script>/.exec(html)?.[1] ?? '',
  )
  expect(data).toMatchObject({ language: 'en', nodes: [{ id: menu?.id, type: 'menu' }], renderedAtMs: nowMs })
  expect(Object.keys((data as { shopData: object }).shopData)).toEqual(['shop', 'menu'])
  expect(Object.keys((data as { blocks: object }).blocks)).toEqual(['menu'])
})

test('styles that nothing on the page asks for are left out, and come with the script', () => {
  const still = render(inputOf({ '': [{ type: 'heading', props: { text: 'Hello' } }] })).html
  expect(still).toContain('.sw-page{}.b-heading{}</style>')
  expect(still).not.toContain('.css')
  const { html, policy } = render(inputOf({ '': [{ type: 'menu' }] }))
  expect(html).not.toContain('.base{}')
  expect(html).toContain('data-styles="/runtime/base.css /runtime/menu.css"')
  expect(policy).toContain("style-src-elem 'self'")
})

test('a menu too large to stand in the page twice is fetched by its script, which can tell whether it is the same', () => {
  const input = { ...inputOf({ '': [{ type: 'menu' }] }), shopData: sampleShopData(60) }
  const { html } = render(input)
  const data: unknown = JSON.parse(/id="sw-data">(.*?)<\/script>/.exec(html)?.[1] ?? '')
  expect(data).toMatchObject({ shopDigests: { menu: digest(JSON.stringify(input.shopData.menu)) } })
  expect(Object.keys((data as { shopData: object }).shopData)).toEqual(['shop'])
})

test('what merchants and visitors write can neither end a script nor an attribute', () => {
  const evil = '</script><script>alert(1)</script>"\'><img src=x onerror=alert(1)>'
  const input = inputOf({ '': [{ type: 'menu', props: { title: evil.slice(0, 40) } }], menu: [] })
  const shop = { ...sampleShopData().shop, address: { text: evil, latitude: null, longitude: null } }
  const { html } = render({
    ...input,
    program: { ...input.program, name: evil },
    shopData: { ...sampleShopData(), shop },
  })
  // The inline script, the islands' data, and what search engines read of the shop and of its menu.
  expect(html.match(/<script/g)).toHaveLength(4)
  expect(html).not.toContain('<img src=x')
})

test('the policy allows the very texts in the page and nothing else inline', async () => {
  const { html, policy } = render(inputOf({ '': [{ type: 'menu' }] }))
  const hash = async (text: string) =>
    `'sha256-${Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))).toString('base64')}'`
  const style = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? ''
  expect(policy).toContain(`style-src-elem 'self' ${await hash(style)}`)
  expect(policy).toContain(`script-src 'self' ${await hash('load()')}`)
  expect(policy).not.toContain("script-src 'unsafe")
})

test('the document says what it is', () => {
  const input = inputOf({ '': [], about: [] })
  const home = render(input).html
  expect(home).toContain('<html lang="en">')
  expect(home).toContain('<title>Old Street Noodles</title>')
  expect(home).toContain('viewport-fit=cover')
  expect(home).toContain('<link rel="canonical" href="https://noodles.example/">')
  expect(home).not.toContain('data-back')
  const about = render(input, 'about').html
  expect(about).toContain('<title>about · Old Street Noodles</title>')
  expect(about).toContain('data-back')
})

test('the tab bar links to its pages and marks where one is', () => {
  const { html } = render(inputOf({ '': [], menu: [] }), 'menu')
  expect(html).toMatch(/<a class="sw-tab-bar__tab" href="\/menu" aria-current="page">/)
})

test('an unknown block leaves an empty place', () => {
  const { html } = render(inputOf({ '': [{ type: 'hologram' }, { type: 'heading', props: { text: 'Stays' } }] }))
  expect(html).toContain('<div class="sw-problem" data-problem="unknown-block" aria-hidden="true"></div>')
  expect(html).toContain('Stays')
})

test('a view that throws while rendering costs its own place only', () => {
  const input = inputOf({ '': [], about: [{ type: 'menu' }, { type: 'heading', props: { text: 'Stays' } }] })
  const sample = sampleShopData()
  const nameless = { ...sample.menu.dishes[0]!, name: null as never, picture: null }
  const shopData = { ...sample, menu: { ...sample.menu, dishes: [nameless] } }
  const failed: string[] = []
  const viewFailed = (nodeId: string, error: unknown) => void failed.push(`${nodeId}: ${String(error)}`)
  const { html } = render({ ...input, shopData, viewFailed }, 'about')
  expect(html).toContain('data-problem="view-failed"')
  expect(html).toContain('Stays')
  const [menu] = Object.values(input.program.pages[1]!.nodes)
  expect(failed).toEqual([expect.stringMatching(new RegExp(`^${menu!.id}: TypeError`)) as string])
})

test('without the shop, blocks wait instead of failing', () => {
  const { html } = render({ ...inputOf({ '': [{ type: 'menu' }] }), shopData: null })
  expect(html).not.toContain('data-problem')
})

test('there is a page for orders that comes alive at once, and one for what is not there', () => {
  const input = inputOf({ '': [] })
  const order = renderOrderPage(input)
  expect(order.html).toContain('data-eager')
  expect(order.html).toContain('<link rel="modulepreload" href="/runtime/order-status.js">')
  expect(order.html).toContain('noindex')
  const missing = renderNotFoundPage(input)
  expect(missing.html).toContain('This page is not here')
  expect(missing.hasScript).toBe(false)
  expect(renderPage({ ...input, pageId: 'gone' as PageId })).toBeUndefined()
})

test('the same input gives the same bytes', () => {
  const input = inputOf({ '': [{ type: 'menu' }], menu: [{ type: 'menu' }] })
  expect(render(input).html).toBe(render(input).html)
})

test('what a page says of itself stands in its head, escaped; the picture has a whole address', () => {
  const input = inputOf({ '': [{ type: 'text' }] })
  const [home] = input.program.pages
  const share = {
    title: 'Noodles "made" <today>',
    text: 'Six hours & a pot',
    picture: { url: '/pictures/abc', widthPx: 1600, heightPx: 900, alt: 'A bowl' },
  }
  const page = { ...home!, share, searchWords: 'noodles, "soup"', unlisted: true as const }
  const { html } = render({ ...input, program: { ...input.program, pages: [page] } })
  expect(html).toContain('<meta property="og:title" content="Noodles &#34;made&#34; &#60;today&#62;">')
  expect(html).toContain('<meta name="description" content="Six hours &#38; a pot">')
  expect(html).toContain('<meta property="og:description" content="Six hours &#38; a pot">')
  expect(html).toContain('<meta property="og:image" content="https://noodles.example/pictures/abc?w=1280">')
  expect(html).toContain('<meta property="og:image:height" content="720">')
  expect(html).toContain('<meta name="twitter:card" content="summary_large_image">')
  expect(html).toContain('<meta name="keywords" content="noodles, &#34;soup&#34;">')
  expect(html).toContain('<meta name="robots" content="noindex">')
  const { html: plain } = render(input)
  for (const name of ['og:image', 'keywords', 'robots', 'twitter:card']) expect(plain).not.toContain(name)
})

test('a hidden page is not rendered, and nothing leads to it', () => {
  const input = inputOf({
    '': [
      { type: 'heading', props: { text: 'Hi', link: { kind: 'page', pageId: { $page: 'about' } }, linkText: 'More' } },
    ],
    about: [{ type: 'text' }],
  })
  expect(render(input).html).toContain('href="/about"')
  const pages = input.program.pages.map((page) => (page.slug === 'about' ? { ...page, hidden: true as const } : page))
  const program = { ...input.program, pages }
  expect(renderPage({ ...input, program, pageId: pages[1]!.id })).toBeUndefined()
  expect(render({ ...input, program }).html).not.toContain('/about')
})

test('the home page says what the shop is, and nothing in it can end the script element', () => {
  const input = inputOf({ '': [{ type: 'menu' }], about: [{ type: 'heading' }] })
  const shopData = sampleShopData()
  const shop = { ...shopData.shop, name: 'Noodles</script><script>alert(1)</script>' }
  const { html } = render({ ...input, shopData: { ...shopData, shop } })
  const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? []
  expect(JSON.parse(json)).toMatchObject({
    '@type': 'Restaurant',
    name: 'Noodles</script><script>alert(1)</script>',
    hasMenu: { url: 'https://noodles.example/' },
  })
  expect(html).not.toContain('<script>alert')
  expect(render(input, 'about').html).not.toContain('ld+json')
})

test('a page tells where its manifest and its icon are; a page of ours does not', () => {
  const input = inputOf({ '': [{ type: 'heading' }] })
  expect(render(input).html).toContain('<link rel="manifest" href="/app.webmanifest">')
  expect(render(input).html).toContain('rel="apple-touch-icon"')
  expect(renderNotFoundPage(input).html).not.toContain('rel="manifest"')
})

test('what opens and closes by itself needs no script, and what reacts inside it is an island of its own', () => {
  const items = [{ question: 'Is there parking?', answer: 'Behind the house.' }]
  const still = render(inputOf({ '': [{ type: 'faq', props: { items } }, { type: 'collapsible' }] }))
  expect(still.hasScript).toBe(false)
  expect(still.html.match(/<details /g)).toHaveLength(2)
  const { html } = render(inputOf({ '': [{ type: 'collapsible', slots: { content: [{ type: 'pay-button' }] } }] }))
  expect(html).toMatch(/<details [^>]*>.*<div class="sw-island" data-island="[^"]+">.*<\/details>/)
  const data: unknown = JSON.parse(
    /<script type="application\/json" id="sw-data">(.*?)<\/script>/.exec(html)?.[1] ?? '',
  )
  expect(Object.keys((data as { blocks: object }).blocks)).toEqual(['pay-button'])
})

test('a page lets in films from where its own blocks name them, and from nowhere else', () => {
  const film = (url: string) => ({ type: 'video', props: { url } })
  const films = [
    film('https://cdn.example/a.mp4'),
    film('https://cdn.example/b.mp4'),
    film('http://plain.example/c.mp4'),
  ]
  expect(render(inputOf({ '': films })).policy).toContain('; media-src https://cdn.example; ')
  expect(render(inputOf({ '': [{ type: 'heading' }] })).policy).not.toContain('media-src')
})

test('what acts by itself is marked, so that it wakes wherever it stands', () => {
  expect(render(inputOf({ '': [{ type: 'popup', props: { opens: 'visit' } }] })).html).toMatch(
    /data-island="[^"]+" data-soon/,
  )
  expect(render(inputOf({ '': [{ type: 'menu' }] })).html).not.toContain('data-soon')
})
