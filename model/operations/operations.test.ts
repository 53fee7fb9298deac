import * as Y from 'yjs'
import { expect, test } from 'vitest'
import type { NodeId } from '../ids.ts'
import { longestOrderKey } from '../order-key.ts'
import { nodesOf } from '../schema.ts'
import { node, page, peersOf, sync, textOf } from '../testing/peers.ts'
import { copyNode, duplicateNode } from './duplicate-node.ts'
import { insertNode, insertNodes } from './insert-node.ts'
import { addPage, changePage, movePage, removePage } from './pages.ts'
import { removeNode, restoreNode } from './remove-node.ts'
import { setProp, setText } from './set-prop.ts'

const root = page('root')
const atRoot = (index: number) => ({ parentId: root, slot: 'root', index })
const facts = {
  isSharedText: (type: string, prop: string) => type === 'heading' && prop === 'text',
  versionOf: () => 3,
}

test('an inserted node holds what its spec holds, texts shared where the block says so', () => {
  const [ann] = peersOf('root(a)')
  const spec = {
    type: 'box',
    props: { link: { kind: 'page', pageId: { $page: '' } } },
    slots: {
      left: [
        { type: 'heading', version: 2, props: { text: { $text: { en: 'Hi', 'zh-CN': '你好' } }, size: 2 } },
        { type: 'box' },
      ],
    },
  }
  const added = insertNode(ann, { ...spec, to: atRoot(1) }, facts)
  if (!added.ok) throw new Error(added.reason)
  const [heading, box] = ann.children(added.value, 'left') as [NodeId, NodeId]
  expect(textOf(ann)).toBe(`root(a ${added.value}/left(${heading} ${box}))`)
  expect(ann.node(added.value)).toMatchObject({
    type: 'box',
    version: 3,
    props: { link: { kind: 'page', pageId: 'root' } },
  })
  expect(ann.node(heading)).toMatchObject({ version: 2, props: { text: 'Hi', size: 2 } })
  expect([ann.text(heading, 'text')?.toString(), ann.text(heading, 'size')]).toEqual(['Hi', undefined])
  expect(insertNode(ann, { type: 'box', to: { parentId: node('gone'), slot: 'main', index: 0 } })).toEqual({
    ok: false,
    reason: 'gone',
  })
})

test('[M19] two people pasting at one place keep their blocks together', () => {
  const [ann, bo] = peersOf('root(a b)')
  const specs = [{ type: 'box' }, { type: 'box' }, { type: 'box' }]
  const hers = insertNodes(ann, specs, atRoot(1))
  const his = insertNodes(bo, specs, atRoot(1))
  sync(ann, bo)
  if (!hers.ok || !his.ok) throw new Error('not pasted')
  const [x, y] = [hers.value.join(' '), his.value.join(' ')]
  expect([`root(a ${x} ${y} b)`, `root(a ${y} ${x} b)`]).toContain(textOf(ann))
  expect(textOf(bo)).toBe(textOf(ann))
})

test('[M4] siblings with equal or foreign keys make room, and the index asked for is the one that results', () => {
  const [ann] = peersOf('root(a b c)')
  for (const keys of [
    ['V', 'V', 'V'],
    ['A', 'A0', 'A00'],
    ['', ' ', 'é'],
    ['A', 'A', 'zzz'],
  ]) {
    for (const [at, id] of ['a', 'b', 'c'].entries())
      (nodesOf(ann.doc).get(id) as Y.Map<unknown>).set('at', ['root', 'root', keys[at]])
    const added = insertNode(ann, { type: 'box', to: atRoot(1) })
    const id = added.ok ? added.value : node('')
    expect(textOf(ann)).toBe(`root(a ${id} b c)`)
    removeNode(ann, id)
  }
})

test('[M4] always inserting at one spot does not make keys grow without end', () => {
  const [ann] = peersOf('root(a b)')
  for (let round = 0; round < 1000; round++) insertNode(ann, { type: 'box', to: atRoot(1 + (round % 2)) })
  const keys = ann.children(root).map((id) => ann.index.placeOf(id)!.key)
  expect(Math.max(...keys.map((key) => key.length))).toBeLessThanOrEqual(longestOrderKey)
  expect(ann.children(root)).toHaveLength(1002)
})

test('a copy stands behind the original and shares nothing with it', () => {
  const [ann] = peersOf('root(a(x/left(y)) b)')
  setText(ann, node('x'), 'text', 'original')
  setProp(ann, node('a'), 'label', 'edited')
  const copied = duplicateNode(ann, node('a'))
  if (!copied.ok) throw new Error(copied.reason)
  const [x] = ann.children(copied.value, 'main') as [NodeId]
  const [y] = ann.children(x, 'left')
  expect(textOf(ann)).toBe(`root(a(x/left(y)) ${copied.value}(${x}/left(${y})) b)`)
  setText(ann, x, 'text', 'copy')
  expect([ann.node(node('x'))?.props.text, ann.node(x)?.props.text]).toEqual(['original', 'copy'])
  expect(ann.text(x, 'text')).toBeInstanceOf(Y.Text)
  expect(ann.node(copied.value)?.props.label).toBe('edited')
  expect([copyNode(ann, node('gone')), duplicateNode(ann, node('gone'))]).toEqual([
    undefined,
    { ok: false, reason: 'gone' },
  ])
})

test('a property set to nothing shows the default again, also when it was set at creation', () => {
  const [ann] = peersOf('root(a)')
  setProp(ann, node('a'), 'colour', 'red')
  setProp(ann, node('a'), 'colour', undefined)
  setProp(ann, node('a'), 'label', undefined)
  expect(ann.node(node('a'))?.props).toEqual({})
  setProp(ann, node('a'), 'label', null)
  expect(ann.node(node('a'))?.props).toEqual({ label: null })
  expect(setProp(ann, node('gone'), 'label', 1)).toEqual({ ok: false, reason: 'gone' })
})

test('setting what is already so writes nothing', () => {
  const [ann] = peersOf('root(a)')
  setProp(ann, node('a'), 'n', 1)
  setText(ann, node('a'), 'text', 'x')
  let updates = 0
  ann.doc.on('update', () => updates++)
  setProp(ann, node('a'), 'n', 1)
  setText(ann, node('a'), 'text', 'x')
  setProp(ann, node('a'), 'other', undefined)
  expect(updates).toBe(0)
})

test('a rewritten text keeps emoji whole', () => {
  const [ann] = peersOf('root(a)')
  for (const text of ['🍜', '🍛', 'a🍛', 'a🍜b', '🍜🍜', '🍜', '', '👨‍👩‍👧', '👨‍👩‍👦']) {
    setText(ann, node('a'), 'text', text)
    expect(ann.node(node('a'))?.props.text).toBe(text)
  }
})

test('a restored node goes to its page when its parent is gone', () => {
  const [ann] = peersOf('first() root(p(a(x)))')
  removeNode(ann, node('a'))
  removeNode(ann, node('p'))
  expect(restoreNode(ann, node('x'))).toEqual({ ok: false, reason: 'gone' })
  expect(restoreNode(ann, node('a')).ok).toBe(true)
  expect(textOf(ann)).toBe('first() root(a(x))')
  expect(restoreNode(ann, node('a'))).toEqual({ ok: false, reason: 'gone' })
})

test('[M5] pages have an order, one home and slugs of their own', () => {
  const [ann] = peersOf('root() second()')
  const menu = addPage(ann, { title: 'Our Menu!', tab: { label: 'Menu', icon: 'bowl' }, index: 1 })
  const again = addPage(ann, { title: 'Our menu' })
  const chinese = addPage(ann, { title: '菜单', slug: 'runtime' })
  const slugs = () => Object.fromEntries(ann.pages().map(({ id, slug }) => [id, slug]))
  expect(ann.pages().map(({ id }) => id)).toEqual(['root', menu, 'second', again, chinese])
  expect(slugs()).toEqual({
    root: '',
    [menu]: 'our-menu',
    second: 'second',
    [again]: 'our-menu-2',
    [chinese]: 'runtime-2',
  })
  movePage(ann, again, 0)
  expect(ann.pages()[0]).toMatchObject({ id: again, isHome: false })
  changePage(ann, menu, { slug: '' })
  expect([slugs()[menu], slugs().root, ann.page(menu)?.isHome]).toEqual(['', 'root', true])
  removePage(ann, menu)
  expect([ann.pages()[0], slugs()[again]]).toMatchObject([{ id: again, isHome: true }, ''])
  expect(changePage(ann, menu, { title: 'x' })).toEqual({ ok: false, reason: 'gone' })
})

test('[M5] two people giving two pages one slug get two slugs', () => {
  const [ann, bo] = peersOf('root()')
  addPage(ann, { title: 'About' })
  addPage(bo, { title: 'About' })
  sync(ann, bo)
  expect(ann.pages().map(({ slug }) => slug)).toEqual(['', 'about', 'about-2'])
  expect(bo.pages()).toEqual(ann.pages())
})
