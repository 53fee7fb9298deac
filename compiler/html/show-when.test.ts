import { expect, test } from 'vitest'
import type { NodeSpec } from '#model/program-spec.ts'
import type { ShopData } from '#components/kit/view.ts'
import type { RuntimeAssets } from '#runtime/runtime-assets.ts'
import { sampleShopData } from '#components/testing/sample-shop-data.ts'
import { shopProgram } from '../testing/shop-program.ts'
import { renderMemberParts } from './render-member-parts.ts'
import { renderPage, type RenderInput } from './render-page.tsx'

const block = (type: string) => ({
  js: `/runtime/${type}.js`,
  imports: [],
  gzBytes: 1,
  css: `.b-${type}{}`,
  styles: [`/runtime/${type}.css`],
})
const assets: RuntimeAssets = {
  loader: 'load()',
  boot: { js: '/runtime/boot.js', imports: [], gzBytes: 1 },
  seen: { js: '/runtime/seen.js', imports: [], gzBytes: 1 },
  css: '',
  styles: [],
  blocks: Object.fromEntries(['menu', 'heading', 'section', 'pay-button'].map((type) => [type, block(type)])),
  frame: '/runtime/frame.html',
}
const noon = Date.parse('2026-03-02T04:00:00Z')

const heading = (text: string, showWhen?: NodeSpec['showWhen']): NodeSpec => ({
  type: 'heading',
  props: { text },
  ...(showWhen && { showWhen }),
})

function inputOf(nodes: readonly NodeSpec[], nowMs = noon, shop: Partial<ShopData['shop']> = {}): RenderInput {
  const data = sampleShopData()
  return { program: shopProgram({ '': nodes }), shopData: { ...data, shop: { ...data.shop, ...shop } }, assets, nowMs }
}

function htmlOf(input: RenderInput): string {
  return renderPage({ ...input, pageId: input.program.homePageId })?.html ?? ''
}

test('[M23] a hidden block leaves nothing behind, nor does what stands in it, nor their data', () => {
  const html = htmlOf(
    inputOf([
      heading('Seen'),
      { type: 'section', slots: { content: [{ type: 'menu' }, heading('Inside')] }, showWhen: { hidden: true } },
      { type: 'pay-button', props: { label: 'Secret deposit' }, showWhen: { hidden: true } },
    ]),
  )
  expect(html).toContain('Seen')
  for (const gone of ['Inside', 'Secret deposit', 'Braised beef', 'b-menu', 'pay-button', '<script', 'sw-when'])
    expect(html).not.toContain(gone)
})

test('[M23] a block between two moments is in the page from the first up to, not including, the second', () => {
  const shown = (nowMs: number) =>
    htmlOf(inputOf([heading('Lunch deal', { fromMs: noon, untilMs: noon + 60_000 })], nowMs)).includes('Lunch deal')
  expect([noon - 1, noon, noon + 59_999, noon + 60_000].map(shown)).toEqual([false, true, true, false])
})

test('what ends says when, so that a page left open lets go of it; it needs the script for that', () => {
  const html = htmlOf(inputOf([heading('Lunch deal', { untilMs: noon + 60_000 })]))
  expect(html).toContain(`data-until="${noon + 60_000}"`)
  expect(html).toContain('<script')
  const closing = new Date(noon + 3_600_000).toISOString()
  const open = htmlOf(inputOf([heading('Order now', { hours: 'open' })], noon, { changesAtIso: closing }))
  expect(open).toContain(`data-until="${noon + 3_600_000}"`)
})

test('[M23] while open and while closed follow the shop; without its data neither is shown', () => {
  const nodes = [heading('Order now', { hours: 'open' }), heading('See you tomorrow', { hours: 'closed' })]
  const open = htmlOf(inputOf(nodes))
  expect([open.includes('Order now'), open.includes('See you tomorrow')]).toEqual([true, false])
  const closed = htmlOf(inputOf(nodes, noon, { isOpen: false }))
  expect([closed.includes('Order now'), closed.includes('See you tomorrow')]).toEqual([false, true])
  const unknown = htmlOf({ ...inputOf(nodes), shopData: null })
  expect([unknown.includes('Order now'), unknown.includes('See you tomorrow')]).toEqual([false, false])
})

test('[M23] nothing for members stands in the document; members are given it, with what it needs', () => {
  const input = inputOf([
    heading('For all'),
    heading('Not yet one of us?', { audience: 'not-members' }),
    {
      type: 'section',
      props: { title: 'Members only' },
      slots: { content: [{ type: 'menu' }, heading('Too late', { untilMs: noon })] },
      showWhen: { audience: 'members' },
    },
    heading('Members at night', { audience: 'members', hours: 'closed' }),
  ])
  const html = htmlOf(input)
  const [section] = input.program.pages[0]!.root.slice(2)
  expect(html).toContain(`data-audience="members" data-part="${section}"`)
  expect(html).toMatch(/data-audience="not-members"[^>]*>.*Not yet one of us/)
  for (const secret of ['Members only', 'Braised beef', 'b-menu', 'Members at night'])
    expect(html).not.toContain(secret)

  const parts = renderMemberParts({ ...input, slug: '' })
  expect(parts?.root).toEqual([section])
  expect(parts?.nodes.map(({ type }) => type).toSorted()).toEqual(['menu', 'section'])
  expect(JSON.stringify(parts)).not.toMatch(/Too late|Members at night|showWhen/)
  expect(Object.keys(parts?.blocks ?? {}).toSorted()).toEqual(['menu', 'section'])
  expect(Object.keys(parts?.shopData ?? {}).toSorted()).toEqual(['menu', 'shop'])
  expect(parts?.styles).toContain('/runtime/section.css')
  expect(renderMemberParts({ ...inputOf([heading('For all')]), slug: '' })).toBeUndefined()
})
