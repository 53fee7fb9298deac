import { expect, test } from 'vitest'
import type { PageId } from '#model/ids.ts'
import { digest } from '#runtime/live/digest.ts'
import type { RuntimeAssets } from '#runtime/runtime-assets.ts'
import { sampleShopData, shopProgram } from '../testing/shop-program.ts'
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
  expect(html).not.toContain('<script')
  expect(policy).toContain("script-src 'none'")
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
    new RegExp(`<div data-island="${menu?.id}" class="sw-island"><div data-node="${menu?.id}" class="sw-node">`),
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
  expect(html.match(/<script/g)).toHaveLength(2)
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
  expect(html).toMatch(/<a href="\/menu" aria-current="page" class="sw-tab-bar__tab">/)
})

test('an unknown block leaves an empty place', () => {
  const { html } = render(inputOf({ '': [{ type: 'hologram' }, { type: 'heading', props: { text: 'Stays' } }] }))
  expect(html).toContain('<div data-problem="unknown-block" aria-hidden="true" class="sw-problem"></div>')
  expect(html).toContain('Stays')
})

test('a view that throws while rendering costs its own place only', () => {
  const input = inputOf({ '': [{ type: 'menu' }, { type: 'heading', props: { text: 'Stays' } }] })
  const shopData = { ...sampleShopData(), menu: null as never }
  const { html } = render({ ...input, shopData })
  expect(html).toContain('data-problem="view-failed"')
  expect(html).toContain('Stays')
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
