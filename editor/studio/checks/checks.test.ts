import { beforeEach, describe, expect, test } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { createIncrementalCompiler } from '#compiler/index.ts'
import { sampleShopData } from '#components/testing/sample-shop-data.ts'
import {
  addCodeBlock,
  createUndo,
  addPage,
  changePage,
  createProgramDoc,
  createSectionFrom,
  hidePage,
  hidePart,
  insertNode,
  insertSectionInstance,
  instanceType,
  openProgram,
  partId,
  partPath,
  pageSlot,
  placeCodeBlock,
  setCodeBlockSource,
  removeNode,
  removePage,
  setOverride,
  setProp,
  setShowWhen,
  setTheme,
  type NodeId,
  type PageId,
  type Program,
} from '#model/index.ts'
import type { SpecValue } from '#model/program-spec.ts'
import { en } from '#editor/words/en.ts'
import { createOwnBlocks } from '../code-blocks/own-blocks.ts'
import { greeting, heldCompiler } from '../code-blocks/testing-source.ts'
import { withOwnBlocks } from '../code-blocks/with-own-blocks.ts'
import { knownBlocks } from '../session/known-blocks.ts'
import type { ShopState } from '../session/shop-store.ts'
import { blockFactsOf } from '../session/block-facts.ts'
import { applyRepair } from './apply-repair.ts'
import type { Finding } from '#compiler/checks/finding.ts'
import { sayRepair } from './say-finding.ts'
import { followFindings, type FindingsFollower } from './follow-findings.ts'

let program: Program
let home: PageId
let follower: FindingsFollower
let waiting: (() => void)[]
let held: ReturnType<typeof heldCompiler>
const mockShop = sampleShopData()
const shop = createStore<ShopState>(() => ({ data: null, opened: 0 }))

beforeEach(() => {
  const spec = { theme: {}, pages: [{ title: { en: 'Home', 'zh-CN': '首页' }, slug: '', nodes: [] }] }
  program = openProgram(createProgramDoc(spec, { name: 'Test', language: 'en' }))
  home = program.pages()[0]!.id
  shop.setState({ data: mockShop })
  waiting = []
  held = heldCompiler()
  const ownBlocks = createOwnBlocks(program, held.compiler)
  const compiler = createIncrementalCompiler(program, ownBlocks.definitions)
  const blocks = withOwnBlocks(knownBlocks, program, ownBlocks)
  follower = followFindings({ program, compiler, blocks, shop, ownBlocks }, (run) => {
    waiting.push(run)
    return () => undefined
  })
})

/** What the list says once there was time to look. */
function found(): readonly Finding[] {
  while (waiting.length > 0) waiting.shift()!()
  return follower.store.getState()
}
const session = (): Parameters<typeof applyRepair>[0] => ({
  program,
  blocks: knownBlocks,
  facts: { id: '' },
  edit: (_name, run) => run(program),
  undo: createUndo(program),
  canEdit: true,
  canLock: true,
})
const codes = () => found().map(({ code, level }) => `${level}: ${code}`)

function place(type: string, props: { readonly [name: string]: SpecValue }, pageId = home): NodeId {
  const to = { parentId: pageId, slot: pageSlot, index: 99 }
  const placed = insertNode(program, { type, props, to }, blockFactsOf(knownBlocks))
  if (!placed.ok) throw new Error(placed.reason)
  return placed.value
}
const text = () => place('text', { text: 'Hand-pulled since 1987, cooked while you watch' })
const picture = { url: '/media/a', widthPx: 1280, heightPx: 960, alt: 'A bowl of noodles' }

test('a page with something to say has nothing to fix', () => {
  text()
  place('image', { picture })
  expect(codes()).toEqual([])
})

test('a place of a shared section is no block that cannot be drawn; one whose section is not there is', () => {
  const made = createSectionFrom(program, [text()], 'Welcome')
  if (!made.ok) throw new Error(made.reason)
  expect(codes()).toEqual([])
  hidePart(program, partId(made.value.instanceId, partPath(program.children(made.value.sectionId)[0]!)))
  expect(codes()).toEqual([])
  place(instanceType, { section: 'nowhere' })
  expect(codes()).toEqual(['error: not-drawn'])
})

describe('finds', () => {
  test('empty pages; an empty home page stops publishing', () => {
    expect(codes()).toEqual(['error: empty-home'])
    text()
    addPage(program, { title: 'About', slug: 'about' })
    expect(codes()).toEqual(['warning: empty-page'])
    expect(found()[0]?.about).toBe('About')
  })

  test('a button that leads nowhere, in a list too', () => {
    const links = place('icon-navigation', { items: [{ icon: 'star', label: 'Order', link: null }] })
    expect(codes()).toEqual(['error: dead-button'])
    setProp(program, links, 'items', [{ icon: 'star', label: 'Order', link: { kind: 'map' } }])
    expect(codes()).toEqual([])
  })

  test('an amount to pay that is missing or 0, but not one that is not asked for', () => {
    const pay = place('pay-button', { label: 'Deposit', kind: 'fixed' })
    expect(codes()).toEqual(['error: no-price'])
    setProp(program, pay, 'amountMinor', 0)
    expect(codes()).toContain('error: no-price')
    setProp(program, pay, 'kind', 'typed')
    expect(codes()).not.toContain('error: no-price')
  })

  test('sample text, in either language', () => {
    const definition = knownBlocks.find('text')
    const sample = definition?.starter?.text as { readonly $text: { readonly en: string; readonly 'zh-CN': string } }
    const one = place('text', { text: sample.$text.en })
    place('text', { text: sample.$text['zh-CN'] })
    expect(codes()).toEqual(['warning: sample-text', 'warning: sample-text'])
    expect(found()[0]?.repair).toEqual({ kind: 'remove-text', nodeId: one, prop: 'text' })
  })

  test('a picture without words, unless it is decoration', () => {
    const image = place('image', { picture: { ...picture, alt: '' } })
    expect(codes()).toEqual(['warning: no-alt'])
    setProp(program, image, 'picture', { ...picture, alt: '', decorative: true })
    expect(codes()).toEqual([])
  })

  test('a picture too small for where it is, what is cropped away not counted', () => {
    const image = place('image', { picture: { ...picture, widthPx: 400 } })
    expect(codes()).toEqual(['warning: small-picture'])
    setProp(program, image, 'picture', { ...picture, crop: { x: 0.5, y: 0.5, zoom: 3 } })
    expect(codes()).toEqual(['warning: small-picture'])
  })

  test('no picture too small for a column that is large enough for it', () => {
    const columns = place('columns', {})
    const to = { parentId: columns, slot: 'column1', index: 0 }
    const small = { picture: { ...picture, widthPx: 400 } }
    insertNode(program, { type: 'image', props: small, to }, blockFactsOf(knownBlocks))
    expect(codes()).toEqual([])
  })

  test('text that is hard to read, with the colours that cure it', () => {
    text()
    setTheme(program, { ground: '#ffffff', ink: '#c8c8c8' })
    expect(found().some(({ code }) => code === 'contrast')).toBe(true)
    const [finding] = found()
    if (finding?.repair?.kind !== 'set-theme') throw new Error('It offers no cure')
    setTheme(program, finding.repair.choices)
    expect(codes()).not.toContain('warning: contrast')
  })

  test('dishes that cost nothing, no dishes and no opening hours, once a block needs them', () => {
    text()
    const [dish, ...dishes] = mockShop.menu.dishes
    const free = { ...dish!, variants: dish!.variants.map((variant) => ({ ...variant, priceMinor: 0 })) }
    shop.setState({ data: { ...mockShop, menu: { ...mockShop.menu, dishes: [free, ...dishes] } } })
    expect(codes()).toEqual([])
    place('menu', {})
    expect(codes()).toEqual(['warning: free-dish'])
    const closed = { ...mockShop.shop, hours: { weekly: [], exceptions: [] } }
    shop.setState({ data: { ...mockShop, shop: closed, menu: { ...mockShop.menu, dishes: [] } } })
    expect(codes()).toEqual(['error: no-hours', 'error: no-dishes'])
  })

  test('more tabs than fit', () => {
    text()
    changePage(program, home, { tab: { label: 'Home', icon: 'home' } })
    for (let count = 0; count < 5; count++) {
      const id = addPage(program, { title: `Page ${count}`, slug: `page-${count}`, tab: { label: 'T', icon: 'star' } })
      place('text', { text: 'Something of its own' }, id)
    }
    expect(codes()).toEqual(['error: too-many-tabs'])
    expect(found()[0]?.about).toBe('6')
  })

  test('links to pages that are gone or hidden', () => {
    const about = addPage(program, { title: 'About', slug: 'about' })
    place('text', { text: 'About our noodles and us' }, about)
    place('image', { picture, link: { kind: 'page', pageId: about } })
    place('image', { picture, link: { kind: 'page', pageId: 'gone' } })
    expect(codes()).toEqual(['error: page-gone'])
    hidePage(program, about, true)
    expect(codes().toSorted()).toEqual(['error: hidden-page-linked', 'error: page-gone'])
  })

  test('links inside a text: to what is gone, with a fix that leaves the words; and to what is hidden', async () => {
    const about = addPage(program, { title: 'About', slug: 'about' })
    place('text', { text: 'About our noodles and us' }, about)
    const link = (pageId: string) => ({ insert: 'about us', attributes: { link: { kind: 'page', pageId } } })
    const words = place('text', { text: { $rich: [{ insert: 'More ' }, link(about)] } })
    expect(codes()).toEqual([])
    hidePage(program, about, true)
    expect(codes()).toEqual(['error: hidden-page-linked'])
    removePage(program, about)
    expect(codes()).toEqual(['error: page-gone'])
    const [finding] = found()
    expect(finding?.place).toEqual({ kind: 'node', nodeId: words, prop: 'text' })
    expect(sayRepair(finding!.repair!, en)).toBe('Fix: remove the link')
    await applyRepair(session(), finding!.repair!)
    expect(codes()).toEqual([])
    expect(program.node(words)?.props.text).toBe('More about us')
  })

  test('blocks nobody knows', () => {
    place('hologram', {})
    expect(codes()).toEqual(['error: not-drawn'])
  })
})

test('what is not published is not looked at: hidden blocks, what is in them, hidden pages', () => {
  text()
  const section = place('section', {})
  const to = { parentId: section, slot: 'content', index: 0 }
  insertNode(program, { type: 'pay-button', props: { kind: 'fixed' }, to }, blockFactsOf(knownBlocks))
  expect(codes()).toEqual(['error: no-price'])
  setShowWhen(program, section, { hidden: true })
  expect(codes()).toEqual([])
})

describe('sections', () => {
  const inPage = { parentId: '' as PageId, slot: pageSlot, index: 99 }

  test('blocks of a section count where it stands, and nowhere else', () => {
    text()
    const button = place('pay-button', { kind: 'fixed' })
    expect(codes()).toEqual(['error: no-price'])
    const made = createSectionFrom(program, [button], 'Pay')
    if (!made.ok) throw new Error(made.reason)
    expect(codes()).toEqual(['error: no-price'])
    removeNode(program, made.value.instanceId)
    expect(codes()).toEqual([])
    insertSectionInstance(program, made.value.sectionId, { ...inPage, parentId: home })
    expect(codes()).toEqual(['error: no-price'])
  })

  test('what is wrong in one place only is found in that place, and mended there', async () => {
    const first = place('image', { picture })
    const made = createSectionFrom(program, [first], 'Picture')
    if (!made.ok) throw new Error(made.reason)
    const other = insertSectionInstance(program, made.value.sectionId, { ...inPage, parentId: home })
    if (!other.ok) throw new Error(other.reason)
    expect(codes()).toEqual([])
    const [source] = program.children(made.value.sectionId, pageSlot)
    const part = partId(other.value, partPath(source!))
    setOverride(program, part, 'link', { kind: 'page', pageId: 'gone' })
    expect(codes()).toEqual(['error: page-gone'])
    const [finding] = found()
    await applyRepair(session(), finding!.repair!)
    expect(codes()).toEqual([])
    expect(program.node(source!)?.props.link).toBeUndefined()
    setOverride(program, part, 'link', { kind: 'page', pageId: 'gone' })
    expect(codes()).toEqual(['error: page-gone'])
    expect(finding?.place).toMatchObject({ kind: 'node', nodeId: part })
    // The same in the section itself is the section's own, and said once for it.
    setProp(program, source!, 'link', { kind: 'page', pageId: 'gone' })
    expect(found().map(({ place: at }) => (at.kind === 'node' ? at.nodeId : ''))).toEqual([source])
    setProp(program, source!, 'link', null)
    expect(found().map(({ place: at }) => (at.kind === 'node' ? at.nodeId : ''))).toEqual([part])
    hidePart(program, part)
    expect(codes()).toEqual([])
  })
})

test('an edit looks at what it changed and at nothing else', () => {
  for (let count = 0; count < 50; count++) text()
  found()
  let looked = 0
  const node = program.node.bind(program)
  program.node = (id) => {
    looked++
    return node(id)
  }
  place('image', { picture: { ...picture, alt: '' } })
  looked = 0
  expect(codes()).toEqual(['warning: no-alt'])
  expect(looked).toBeLessThan(10)
})

test('a mistake in the code of a block is told once, with its line; where the block stands it stops publishing', async () => {
  text()
  const id = addCodeBlock(program, { name: 'Greeting', source: greeting('One') })
  await held.answer()
  expect(codes()).toEqual([])
  setCodeBlockSource(program, id, greeting('One').replace('</View>', ''))
  await held.answer()
  expect(codes()).toEqual(['warning: code-mistake'])
  for (const index of [0, 1]) placeCodeBlock(program, id, { parentId: home, slot: pageSlot, index })
  expect(codes()).toEqual(['error: code-mistake'])
  expect(found()[0]).toMatchObject({ place: { kind: 'code', blockId: id, line: 7 } })
  setCodeBlockSource(program, id, greeting('One'))
  await held.answer()
  expect(codes()).toEqual([])
})
