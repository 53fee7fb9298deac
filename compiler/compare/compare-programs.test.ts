import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addPage,
  changePage,
  changePageSettings,
  createProgramDoc,
  insertNode,
  moveNode,
  movePage,
  openProgram,
  pageSlot,
  removeNode,
  removePage,
  setName,
  setProp,
  setShowWhen,
  setTheme,
} from '#model/index.ts'
import type { NodeId, Program } from '#model/index.ts'
import type { NodeSpec } from '#model/program-spec.ts'
import { seededRandom } from '#model/testing/peers.ts'
import { compileProgram } from '../compile-program.ts'
import { comparePrograms, countChanges, isUnchanged } from './compare-programs.ts'
import { keptInOrder } from '#model/longest-run.ts'

const both = (text: string) => ({ en: text, 'zh-CN': text })
const heading = (text: string): NodeSpec => ({ type: 'heading', props: { text } })
const section = (...nodes: NodeSpec[]): NodeSpec => ({ type: 'section', slots: { content: nodes } })

/** A program of two pages; `edit` gets it with the ids of the blocks at the top of each. */
function after(edit: (program: Program, home: readonly NodeId[], about: readonly NodeId[]) => void) {
  const spec = {
    theme: { accent: '#c2410c' },
    pages: [
      { title: both('Home'), slug: '', nodes: [heading('A'), heading('B'), heading('C'), section(heading('D'))] },
      { title: both('About'), slug: 'about', nodes: [heading('E')] },
    ],
  }
  const context = { name: 'Noodles', language: 'en' as const, random: seededRandom(1), isSharedText: () => false }
  const program = openProgram(createProgramDoc(spec, context))
  const before = compileProgram(program)
  const [home, about] = program.pages().map(({ id }) => program.children(id, pageSlot))
  edit(program, home ?? [], about ?? [])
  return comparePrograms(before, compileProgram(program))
}

test('nothing changed is nothing to publish', () => {
  const comparison = after(() => {})
  expect(isUnchanged(comparison)).toBe(true)
  expect(countChanges(comparison)).toBe(0)
})

test('a changed field is told with both values', () => {
  const { pages } = after((program, [a]) => void setProp(program, a!, 'text', 'Welcome'))
  expect(pages).toMatchObject([
    { title: 'Home', kind: 'changed', facts: [], blocks: [{ type: 'heading', kind: 'changed' }] },
  ])
  expect(pages[0]?.blocks[0]?.fields).toEqual([{ path: ['text'], before: 'A', after: 'Welcome' }])
})

test('one block dragged to the end is one move, whatever it passed', () => {
  const { pages } = after((program, [a]) => {
    moveNode(program, a!, { parentId: program.pages()[0]!.id, slot: pageSlot, index: 3 })
  })
  expect(pages[0]?.blocks).toMatchObject([{ kind: 'changed', moved: 'order', props: { text: 'A' } }])
})

test('into another block, and to another page, each told where it can be seen', () => {
  const into = after((program, [a, , , box]) => {
    moveNode(program, a!, { parentId: box!, slot: 'content', index: 0 })
  })
  expect(into.pages[0]?.blocks).toMatchObject([{ moved: 'into', props: { text: 'A' } }])
  const across = after((program, [, , , box]) => {
    moveNode(program, box!, { parentId: program.pages()[1]!.id, slot: pageSlot, index: 0 })
  })
  expect(across.pages).toMatchObject([
    { title: 'Home', blocks: [{ kind: 'removed', type: 'section', moved: { toPage: 'About' }, holds: 1 }] },
    { title: 'About', blocks: [{ kind: 'changed', type: 'section', moved: { fromPage: 'Home' } }] },
  ])
})

test('what came or went with a container is told with it', () => {
  const gone = after((program, [, , , box]) => void removeNode(program, box!))
  expect(gone.pages[0]?.blocks).toMatchObject([{ kind: 'removed', type: 'section', holds: 1 }])
  const come = after((program) => {
    const to = { parentId: program.pages()[0]!.id, slot: pageSlot, index: 0 }
    insertNode(program, { ...section(heading('X'), heading('Y')), to })
  })
  expect(come.pages[0]?.blocks).toMatchObject([{ kind: 'added', type: 'section', holds: 2 }])
})

test('pages added, gone, renamed and moved; their settings; when a block is shown', () => {
  const comparison = after((program, [a], [e]) => {
    const [home, about] = program.pages()
    setShowWhen(program, a!, { hidden: true })
    setProp(program, e!, 'text', 'Us')
    changePage(program, about!.id, { title: 'Our story', slug: 'story' })
    changePageSettings(program, home!.id, { searchWords: 'noodles' })
    addPage(program, { title: 'Jobs', slug: 'jobs' })
  })
  expect(comparison.pages.map(({ title, kind }) => `${kind} ${title}`)).toEqual([
    'changed Home',
    'changed Our story',
    'added Jobs',
  ])
  expect(comparison.pages[0]).toMatchObject({
    facts: [{ fact: 'searchWords', after: 'noodles' }],
    blocks: [{ showWhen: true, fields: [] }],
  })
  expect(comparison.pages[1]?.facts.map(({ fact }) => fact)).toEqual(['title', 'slug'])
  const moved = after((program) => void movePage(program, program.pages()[1]!.id, 0))
  expect(moved.pages.filter(({ isMoved }) => isMoved)).toHaveLength(1)
  const gone = after((program) => void removePage(program, program.pages()[1]!.id))
  expect(gone.pages).toMatchObject([{ title: 'About', kind: 'removed' }])
})

test('name, theme and tabs of the program', () => {
  const comparison = after((program) => {
    setName(program, 'Dumplings')
    setTheme(program, { accent: '#0000ff', density: 'airy' })
  })
  expect(comparison).toMatchObject({ name: { before: 'Noodles', after: 'Dumplings' }, pages: [] })
  expect(comparison.theme.map(({ choice, after }) => [choice, after])).toEqual([
    ['accent', '#0000ff'],
    ['density', 'airy'],
  ])
  expect(isUnchanged(comparison)).toBe(false)
  expect(countChanges(comparison)).toBe(3)
})

test('in a list of as many items, only what differs within them is told', () => {
  const items = (label: string) => [
    { icon: 'phone', label: 'Call', link: null },
    { icon: 'map', label, link: null },
  ]
  const spec = {
    theme: {},
    pages: [{ title: both('Home'), slug: '', nodes: [{ type: 'icon-navigation', props: { items: items('Map') } }] }],
  }
  const context = { name: 'N', language: 'en' as const, random: seededRandom(1), isSharedText: () => false }
  const program = openProgram(createProgramDoc(spec, context))
  const before = compileProgram(program)
  setProp(program, program.children(program.pages()[0]!.id, pageSlot)[0]!, 'items', items('Find us'))
  const [page] = comparePrograms(before, compileProgram(program)).pages
  expect(page?.blocks[0]?.fields).toEqual([{ path: ['items', 1, 'label'], before: 'Map', after: 'Find us' }])
})

test('what is said to be in order is in order, and all others could not be', () => {
  const orders = fc
    .uniqueArray(fc.nat(30), { maxLength: 9 })
    .chain((before) => fc.tuple(fc.constant(before), fc.shuffledSubarray(before)))
  fc.assert(
    fc.property(orders, ([before, now]) => {
      const kept = keptInOrder(before, now)
      const places = now.filter((id) => kept.has(id)).map((id) => before.indexOf(id))
      expect(places).toEqual(places.toSorted((a, b) => a - b))
      expect(kept.size).toBe(longestByTrying(now.map((id) => before.indexOf(id))))
    }),
  )
})

function longestByTrying(places: readonly number[]): number {
  let best = 0
  for (let choice = 0; choice < 2 ** places.length; choice++) {
    const chosen = places.filter((_, index) => choice & (1 << index))
    if (chosen.every((place, index) => index === 0 || place > chosen[index - 1]!)) best = Math.max(best, chosen.length)
  }
  return best
}
