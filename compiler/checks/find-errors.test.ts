import { expect, test } from 'vitest'
import { createProgramDoc, openProgram, setShowWhen } from '#model/index.ts'
import type { PageSpec } from '#model/program-spec.ts'
import { sampleShopData } from '#components/testing/sample-shop-data.ts'
import { compileProgram } from '../compile-program.ts'
import { findErrors } from './find-errors.ts'

const text = (words: string) => ({ en: words, 'zh-CN': words })
const dead = { type: 'icon-navigation', props: { items: [{ icon: 'bag', label: 'Nowhere', link: null }] } }
const fine = { type: 'heading', props: { text: 'Hello' } }
const home: PageSpec = { title: text('Home'), slug: '', nodes: [fine] }
const page = (slug: string, more: Partial<PageSpec> = {}): PageSpec => ({
  title: text(slug),
  slug,
  nodes: [fine],
  ...more,
})

const open = (pages: readonly PageSpec[]) =>
  openProgram(createProgramDoc({ theme: {}, pages: [...pages] }, { name: 'Shop', language: 'en' }))
const codes = (pages: readonly PageSpec[], shop = sampleShopData()) =>
  findErrors(compileProgram(open(pages)), shop, 0).map(({ code }) => code)

test('a program with nothing wrong has no errors, and warnings are none', () => {
  expect(codes([home, page('empty', { nodes: [] })])).toEqual([])
})

test('an empty home page, a button that leads nowhere and more tabs than fit are errors', () => {
  expect(codes([{ ...home, nodes: [] }])).toEqual(['empty-home'])
  expect(codes([home, page('more', { nodes: [dead] })])).toEqual(['dead-button'])
  const tab = { icon: 'bag', label: text('Tab') } as const
  expect(codes(['', 'a', 'b', 'c', 'd', 'e'].map((slug) => page(slug, { tab })))).toEqual(['too-many-tabs'])
})

test('what the blocks on a page need of the shop has to be there', () => {
  const shop = sampleShopData()
  const bare = {
    ...shop,
    menu: { ...shop.menu, dishes: [] },
    shop: { ...shop.shop, hours: { weekly: [], exceptions: [] } },
  }
  expect(codes([home], bare)).toEqual([])
  expect(codes([home, page('menu', { nodes: [{ type: 'menu' }] })], bare)).toEqual(['no-hours', 'no-dishes'])
})

test('what nobody will see is in nobody’s way', () => {
  const program = open([home, page('more', { nodes: [{ type: 'section', slots: { content: [dead] } }] })])
  const [section] = program.children(program.pages()[1]!.id)
  expect(findErrors(compileProgram(program), sampleShopData(), 0)).toHaveLength(1)
  setShowWhen(program, section!, { hidden: true })
  expect(findErrors(compileProgram(program), sampleShopData(), 0)).toEqual([])
})
