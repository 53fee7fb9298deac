import { expect, test } from 'vitest'
import type { BlockChange, Comparison } from '#compiler/compare/compare-programs.ts'
import type { NodeId, PageId } from '#model/ids.ts'
import { language as english } from '#editor/words/languages/en.ts'
import { language as chinese } from '#editor/words/languages/zh-cn.ts'
import { detailsOfBlock, detailsOfPage, detailsOfProgram, sayBlock, sayMove, type Teller } from './say-change.ts'

const page = { id: 'p1' as PageId, slug: 'menu', title: 'Menu', root: [], nodes: {} }
const teller: Teller = { words: english.words, locale: 'en', program: { pages: [page] } }
const inChinese: Teller = { ...teller, words: chinese.words, locale: 'zh-CN' }

const block = (type: string, change: Partial<BlockChange>): BlockChange => ({
  nodeId: 'n1' as NodeId,
  type,
  props: {},
  kind: 'changed',
  holds: 0,
  fields: [],
  showWhen: false,
  ...change,
})
const nothing: Comparison = { pages: [], theme: [] }

test('a block is named by its own label and words, a field by its own label, in the person’s language', () => {
  const change = block('heading', {
    props: { text: 'Welcome' },
    fields: [{ path: ['text'], before: 'Hello', after: 'Welcome' }],
  })
  expect(sayBlock(change, teller)).toEqual({ name: 'Heading', quote: 'Welcome' })
  expect(detailsOfBlock(change, teller)).toEqual([
    { label: 'Headline', before: { text: 'Hello' }, after: { text: 'Welcome' } },
  ])
  expect(sayBlock(change, inChinese).name).toBe('标题')
  expect(detailsOfBlock(change, inChinese)[0]?.label).not.toBe('Headline')
})

test('long words are cut, and nothing is said to be nothing', () => {
  const [detail] = detailsOfBlock(
    block('heading', { fields: [{ path: ['text'], before: '', after: 'x'.repeat(200) }] }),
    teller,
  )
  expect(detail?.before).toEqual({ text: 'nothing' })
  expect(detail?.after).toEqual({ text: `${'x'.repeat(60)}…` })
})

test('within a list, the item and its field are named, and a link by the page that it leads to', () => {
  const link = { kind: 'page', pageId: 'p1' }
  const change = block('icon-navigation', { fields: [{ path: ['items', 1, 'link'], before: null, after: link }] })
  expect(detailsOfBlock(change, teller)).toEqual([
    { label: 'Icon 2: Leads to', before: { text: 'nothing' }, after: { text: 'the page “Menu”' } },
  ])
})

test('a picture is shown as a picture', () => {
  const picture = { url: '/pictures/a', widthPx: 10, heightPx: 10, alt: 'A bowl' }
  const change = block('image', { fields: [{ path: ['picture'], before: null, after: picture }] })
  expect(detailsOfBlock(change, teller)[0]?.after).toEqual({ picture })
})

test('what a block does not know, and a block that nobody knows, are told as they are', () => {
  const change = block('hologram', { fields: [{ path: ['depth'], before: 1, after: 2 }] })
  expect(sayBlock(change, teller).name).toBe('hologram')
  expect(detailsOfBlock(change, teller)).toEqual([{ label: 'depth', before: { text: '1' }, after: { text: '2' } }])
})

test('where it went, and what it holds', () => {
  expect(sayMove(block('section', { moved: { toPage: 'About' }, holds: 2 }), teller)).toBe(
    'went to “About”, with 2 blocks in it',
  )
  expect(sayMove(block('section', {}), teller)).toBe('')
})

test('facts of a page, and what belongs to the whole program', () => {
  const facts = [{ fact: 'slug' as const, before: '', after: 'home' }]
  const change = { pageId: page.id, title: 'Menu', kind: 'changed' as const, isMoved: true, facts, blocks: [] }
  expect(detailsOfPage(change, teller).map(({ label }) => label)).toEqual([
    'Address',
    'Stands elsewhere among the pages',
  ])
  const theme = [{ choice: 'density' as const, before: undefined, after: 'airy' }]
  const name = { before: 'Noodles', after: 'Dumplings' }
  expect(detailsOfProgram({ ...nothing, name, theme }, teller)).toEqual([
    { label: 'Name of the program', before: { text: 'Noodles' }, after: { text: 'Dumplings' } },
    { label: 'Theme: Room', before: { text: 'nothing' }, after: { text: 'Airy' } },
  ])
})
