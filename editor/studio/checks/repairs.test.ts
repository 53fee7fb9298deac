import { beforeEach, describe, expect, test } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { createIncrementalCompiler } from '#compiler/index.ts'
import type { api } from '#editor/api/index.ts'
import type { ShopSettings } from '#platform/contract/merchant.ts'
import { sampleShopData } from '#components/testing/sample-shop-data.ts'
import {
  addPage,
  changePage,
  hidePage,
  insertNode,
  pageSlot,
  setLock,
  setTheme,
  transact,
  wholeBlock,
  type NodeId,
  type PageId,
  type Program,
} from '#model/index.ts'
import type { SpecValue } from '#model/program-spec.ts'
import { testingContext, type TestingContext } from '../commands/testing-context.ts'
import { blockFactsOf } from '../session/block-facts.ts'
import { createOwnBlocks } from '../code-blocks/own-blocks.ts'
import { knownBlocks } from '../session/known-blocks.ts'
import type { ShopState } from '../session/shop-store.ts'
import { applyRepair } from './apply-repair.ts'
import type { Finding, FindingCode } from '#compiler/checks/finding.ts'
import { followFindings, type FindingsFollower } from './follow-findings.ts'

let context: TestingContext
let program: Program
let home: PageId
let follower: FindingsFollower
let waiting: (() => void)[]
const mockShop = sampleShopData()
const shop = createStore<ShopState>(() => ({ data: null, opened: 0 }))

beforeEach(() => {
  context = testingContext()
  program = context.program
  home = program.pages()[0]!.id
  shop.setState({ data: mockShop })
  waiting = []
  follower = followFindings(
    {
      program,
      blocks: knownBlocks,
      compiler: createIncrementalCompiler(program),
      shop,
      ownBlocks: createOwnBlocks(program),
    },
    (run) => {
      waiting.push(run)
      return () => undefined
    },
  )
})

/** What the list says once there was time to look. */
function codes(): readonly FindingCode[] {
  while (waiting.length > 0) waiting.shift()!()
  return follower.store.getState().map(({ code }) => code)
}

function finding(code: FindingCode): Finding {
  codes()
  return follower.store.getState().find((each) => each.code === code)!
}

function place(type: string, props: { readonly [name: string]: SpecValue }, pageId = home): NodeId {
  const to = { parentId: pageId, slot: pageSlot, index: 99 }
  const placed = insertNode(program, { type, props, to }, blockFactsOf(knownBlocks))
  if (!placed.ok) throw new Error(placed.reason)
  return placed.value
}

const text = (pageId = home) => place('text', { text: 'Hand-pulled since 1987, cooked while you watch' }, pageId)

const picture = { url: '/media/a', widthPx: 1280, heightPx: 960, alt: 'A bowl of noodles' }

function mend(code: FindingCode, { canEdit = true, canLock = false, changeSettings = noShop } = {}) {
  const edit = (name: string, run: (of: Program) => void) =>
    transact(program, { by: 'command', name }, () => run(program))
  const { undo } = context
  const session = { program, blocks: knownBlocks, facts: { id: 'noodles' }, edit, undo, canEdit, canLock }
  const settings = () => Promise.resolve({ hours: shop.getState().data!.shop.hours } as ShopSettings)
  return applyRepair(session, finding(code).repair!, { settings, changeSettings })
}

const noShop: (typeof api)['changeSettings'] = () => Promise.reject(new Error('The shop has no part in this'))

/** A page with one thing wrong on it, by what is said of it. */
const wrong: { readonly [code in FindingCode]?: () => void } = {
  'empty-page': () => addPage(program, { title: 'About', slug: 'about' }),
  'not-drawn': () => place('hologram', {}),
  'hidden-page-linked': () => {
    const about = addPage(program, { title: 'About', slug: 'about' })
    text(about)
    hidePage(program, about, true)
    place('image', { picture, link: { kind: 'page', pageId: about } })
  },
  'too-many-tabs': () => {
    changePage(program, home, { tab: { label: 'Home', icon: 'home' } })
    for (let count = 0; count < 6; count++)
      text(addPage(program, { title: `${count}`, slug: `p${count}`, tab: { label: `${count}`, icon: 'star' } }))
  },
  'sample-text': () => {
    const { starter } = knownBlocks.find('text')!
    place('text', { text: (starter!.text as { $text: { en: string } }).$text.en })
  },
  'page-gone': () => place('image', { picture, link: { kind: 'page', pageId: 'gone' } }),
  contrast: () => setTheme(program, { ground: '#ffffff', ink: '#c8c8c8' }),
}

describe('what is wrong is mended by one click, and is back after one undo:', () => {
  test.each(Object.keys(wrong) as FindingCode[])('%s', async (code) => {
    text()
    wrong[code]!()
    expect(codes()).toContain(code)
    const outcome = await mend(code)
    expect(codes()).toEqual([])
    if (!outcome.ok) throw new Error(outcome.reason)
    await outcome.value()
    expect(codes()).toContain(code)
  })

  test('of too many tabs the first five stay', async () => {
    wrong['too-many-tabs']!()
    await mend('too-many-tabs')
    const titles = program.pages().flatMap(({ title, tab }) => (tab ? [title] : []))
    expect(titles).toEqual(['Home', '0', '1', '2', '3'])
    expect(program.pages()).toHaveLength(7)
  })
})

test('usual opening hours are saved with the shop: every day, and nothing in the document; taking it back opens it on no day', async () => {
  const exceptions = [{ date: '2026-10-01', note: 'National Day', periods: [] }]
  const closed = { ...mockShop.shop, hours: { weekly: [], exceptions } }
  shop.setState({ data: { ...mockShop, shop: closed } })
  place('menu', {})
  expect(codes()).toEqual(['no-hours'])
  const sent: unknown[] = []
  const changeSettings: typeof noShop = (programId, { hours }) => {
    sent.push(programId)
    shop.setState({ data: { ...mockShop, shop: { ...closed, hours: hours! } } })
    return new Promise((resolve) => resolve(undefined as never))
  }
  // The structure is the document's; the shop's own settings are refused by the server alone.
  const outcome = await mend('no-hours', { canEdit: false, changeSettings })
  expect(sent).toEqual(['noodles'])
  expect(codes()).toEqual([])
  expect(shop.getState().data?.shop.hours.weekly.map(({ day }) => day)).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(shop.getState().data?.shop.hours.exceptions).toEqual(exceptions)
  expect(context.undo.canUndo).toBe(false)
  if (outcome.ok) await outcome.value()
  expect(shop.getState().data?.shop.hours).toEqual({ weekly: [], exceptions })
  expect(codes()).toEqual(['no-hours'])
})

describe('locks hold against repairs, for those who may not lock:', () => {
  const lastBlock = () => program.children(home, pageSlot).at(-1)!

  test.each(['not-drawn', 'page-gone', 'sample-text'] as const)('of a locked block, %s', async (code) => {
    text()
    wrong[code]!()
    setLock(program, lastBlock(), wholeBlock, true)
    expect(await mend(code)).toEqual({ ok: false, reason: 'blockLocked' })
    expect(codes()).toEqual([code])
    await mend(code, { canLock: true })
    expect(codes()).toEqual([])
  })

  test('of one locked field', async () => {
    wrong['page-gone']!()
    setLock(program, lastBlock(), 'picture', true)
    setLock(program, lastBlock(), 'link', true)
    expect(await mend('page-gone')).toEqual({ ok: false, reason: 'blockLocked' })
    setLock(program, lastBlock(), 'link', false)
    expect(await mend('page-gone')).toMatchObject({ ok: true })
  })

  test('of a page that holds something locked', async () => {
    text()
    const about = addPage(program, { title: 'About', slug: 'about' })
    const { repair } = finding('empty-page')
    setLock(program, text(about), wholeBlock, true)
    const session = { program, blocks: knownBlocks, facts: { id: '' }, edit: () => undefined, undo: context.undo }
    const outcome = await applyRepair({ ...session, canEdit: true, canLock: false }, repair!)
    expect(outcome).toEqual({ ok: false, reason: 'pageHoldsLocked' })
  })

  test.each(Object.keys(wrong) as FindingCode[])('of the structure, %s', async (code) => {
    text()
    wrong[code]!()
    expect(await mend(code, { canEdit: false })).toEqual({ ok: false, reason: 'structureLocked' })
    expect(codes()).toContain(code)
  })
})
