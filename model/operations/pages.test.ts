import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { compareDocs } from '../history/compare-docs.ts'
import { restoreVersion } from '../history/restore-version.ts'
import { revertChange } from '../history/revert-change.ts'
import { transact } from '../transact.ts'
import { createUndo } from '../undo.ts'
import { pagesOf } from '../schema.ts'
import { checkEdit } from '../testing/check-edit.ts'
import { page, peersOf, sync, textOf } from '../testing/peers.ts'
import { tabPagesOf } from '../tree/pages.ts'
import type { Program } from '../program.ts'
import { setText } from './set-prop.ts'
import { insertNode } from './insert-node.ts'
import { addPageWith, duplicatePage } from './page-copies.ts'
import { changePageSettings } from './page-settings.ts'
import { addPage, changePage, hidePage, movePage } from './pages.ts'
import { moveTab } from './tabs.ts'

const root = page('root')
const second = page('second')
const picture = { url: '/pictures/abc', widthPx: 1600, heightPx: 900, alt: 'Noodles' }
const tabs = (program: Program) => tabPagesOf(program.pages()).map(({ id }) => id)
const tab = (icon: string) => ({ label: icon, icon })

test('a page from a template comes with its blocks, in one step', () => {
  const [ann] = peersOf('root() second()')
  let updates = 0
  ann.doc.on('update', () => updates++)
  const nodes = [{ type: 'box', slots: { main: [{ type: 'box' }] } }, { type: 'text' }]
  const id = addPageWith(ann, { title: 'Menu', nodes, index: 1 })
  const [box, text] = ann.children(id)
  expect(ann.pages().map((each) => each.id)).toEqual([root, id, second])
  expect([ann.node(box!)?.type, ann.children(box!).length, ann.node(text!)?.type, updates]).toEqual([
    'box',
    1,
    'text',
    1,
  ])
})

test('a copy of a page holds what the page holds, with a slug of its own and no tab', () => {
  const [ann] = peersOf('root() second(a(b))')
  changePage(ann, second, { title: 'Menu', slug: 'menu', tab: tab('utensils') })
  changePageSettings(ann, second, { shareText: 'All dishes', unlisted: true })
  const added = insertNode(
    ann,
    { type: 'text', props: { text: 'Hello' }, to: { parentId: second, slot: 'root', index: 1 } },
    { isSharedText: () => true },
  )
  const copied = duplicatePage(ann, second, 'Menu copy')
  if (!copied.ok || !added.ok) throw new Error('not copied')
  const copy = ann.page(copied.value)
  expect(copy).toMatchObject({ title: 'Menu copy', slug: 'menu-2', tab: null, settings: { shareText: 'All dishes' } })
  expect(ann.pages().map(({ id }) => id)).toEqual([root, second, copied.value])
  const [box, words] = ann.children(copied.value)
  expect(ann.children(box!)).toHaveLength(1)
  setText(ann, words!, 'text', 'Bye')
  expect([ann.text(words!, 'text')?.toString(), ann.text(added.value, 'text')?.toString()]).toEqual(['Bye', 'Hello'])
  expect(duplicatePage(ann, page('gone'), 'x')).toEqual({ ok: false, reason: 'gone' })
})

test('[M30] two people setting two settings of one page both succeed; an emptied one is taken out', () => {
  const [ann, bo] = peersOf('root()')
  changePageSettings(ann, root, { shareTitle: 'Noodles', sharePicture: picture })
  changePageSettings(bo, root, { searchWords: 'noodles, soup', unlisted: true })
  sync(ann, bo)
  expect(bo.page(root)?.settings).toEqual({
    shareTitle: 'Noodles',
    sharePicture: picture,
    searchWords: 'noodles, soup',
    unlisted: true,
  })
  expect(ann.pages()).toEqual(bo.pages())
  changePageSettings(ann, root, { shareTitle: '', sharePicture: null, unlisted: false })
  expect(ann.page(root)?.settings).toEqual({ searchWords: 'noodles, soup' })
})

test('[M30] what cannot be read of the settings counts as not set', () => {
  const [ann] = peersOf('root()')
  const map = pagesOf(ann.doc).get('root') as unknown as Map<string, unknown>
  map.set('sharePicture', { url: 7 })
  map.set('shareTitle', ['x'])
  map.set('unlisted', 'yes')
  expect(ann.page(root)?.settings).toEqual({})
})

test('[M31] a hidden page keeps what is on it and its tab, and shows no tab meanwhile', () => {
  const [ann] = peersOf('root() second(a)')
  changePage(ann, second, { tab: tab('star') })
  hidePage(ann, second, true)
  expect([ann.page(second)?.isHidden, tabs(ann), textOf(ann)]).toEqual([true, [], 'root() second(a)'])
  hidePage(ann, second, false)
  expect([ann.page(second)?.isHidden, tabs(ann)]).toEqual([false, [second]])
})

test('[M31] the home page is never hidden, also when one person hides what another makes home', () => {
  const [ann, bo] = peersOf('root() second()')
  expect(hidePage(ann, root, true)).toEqual({ ok: false, reason: 'home' })
  hidePage(ann, second, true)
  changePage(bo, second, { slug: '' })
  sync(ann, bo)
  expect(ann.page(second)).toMatchObject({ isHome: true, isHidden: false })
  expect(bo.pages()).toEqual(ann.pages())
})

test('[M32] tabs stand as their pages do until they are moved, and then keep their own order', () => {
  const [ann] = peersOf('root() second() third()')
  const third = page('third')
  for (const id of [root, second, third]) changePage(ann, id, { tab: tab('star') })
  movePage(ann, third, 0)
  expect(tabs(ann)).toEqual([third, root, second])
  moveTab(ann, third, 2)
  expect(tabs(ann)).toEqual([root, second, third])
  expect(ann.pages().map(({ id }) => id)).toEqual([third, root, second])
  moveTab(ann, second, 0)
  expect(tabs(ann)).toEqual([second, root, third])
  expect(moveTab(ann, addPage(ann, { title: 'No tab' }), 0)).toEqual({ ok: false, reason: 'gone' })
})

test('every change of a page is one step of undo', () => {
  const same = (edit: (program: Program) => unknown) => checkEdit('root(a) second()', edit, 'root(a) second()')
  same((program) => hidePage(program, second, true))
  same((program) => changePageSettings(program, root, { shareTitle: 'Noodles', sharePicture: picture }))
  checkEdit('root(a) second()', (program) => movePage(program, second, 0), 'second() root(a)')
})

/** The document as it is now, for itself. */
function frozen({ doc }: Program): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

test('[M33] what two people type in one title or text of a page at once merges by character', () => {
  const [ann, bo] = peersOf('root() second()')
  changePage(ann, second, { title: 'our second' })
  changePage(bo, second, { title: 'second helping' })
  changePageSettings(ann, second, { shareText: 'hot' })
  changePageSettings(bo, second, { shareText: 'soup' })
  sync(ann, bo)
  for (const person of [ann, bo]) expect(person.page(second)?.title).toBe('our second helping')
  const both = bo.page(second)?.settings.shareText
  expect(['hotsoup', 'souphot']).toContain(both)
  expect(ann.page(second)?.settings.shareText).toBe(both)
  changePageSettings(ann, second, { shareText: null })
  expect(ann.page(second)?.settings.shareText).toBeUndefined()
})

test('[M21] undoing a title keeps what another typed in it, and is told with both titles', () => {
  const [ann, bo] = peersOf('root()')
  const undo = createUndo(ann)
  transact(ann, { by: 'command', name: 'change-page' }, () => changePage(ann, root, { title: 'our root' }))
  transact(ann, { by: 'command', name: 'change-page' }, () => changePage(ann, root, { title: 'Our root' }))
  expect(undo.nextUndo?.facts).toMatchObject({ title: 'Our root', titleBefore: 'our root' })
  sync(ann, bo)
  changePage(bo, root, { title: 'Our root beer' })
  sync(ann, bo)
  undo.undo()
  undo.undo()
  sync(ann, bo)
  for (const person of [ann, bo]) expect(person.page(root)?.title).toBe('root beer')
})

test('[M70] a title goes back to what it was before anybody typed in it, one change of it beside another’s', () => {
  const [ann] = peersOf('root()')
  const version = frozen(ann)
  changePage(ann, root, { title: 'our root' })
  const after = frozen(ann)
  changePage(ann, root, { title: 'our root beer' })
  const [change] = compareDocs(version, after)
  expect(change).toMatchObject({ what: 'page-entry', key: 'title', before: 'root', after: 'our root' })
  expect(revertChange(ann, change!, { before: version, after }).ok).toBe(true)
  expect(ann.page(root)?.title).toBe('root beer')
  restoreVersion(ann, version)
  expect(ann.page(root)?.title).toBe('root')
})
