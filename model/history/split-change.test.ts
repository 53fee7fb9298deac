/** Several people change one thing before a version is cut: each one's change is told, and taken back, by itself. */
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import type { Program } from '../program.ts'
import { changePage } from '../operations/pages.ts'
import { setOverride } from '../operations/override-part.ts'
import { setProp, setText } from '../operations/set-prop.ts'
import { setName } from '../operations/set-theme.ts'
import { nodesOf } from '../schema.ts'
import { findPart } from '../find-part.ts'
import { node, page, peersOf } from '../testing/peers.ts'
import type { JsonValue } from '../json.ts'
import { runsOfText } from '../rich-text.ts'
import { entriesOf, entryToldBy, type EntryName } from './change.ts'
import { compareDocs } from './compare-docs.ts'
import { revertChange } from './revert-change.ts'
import { splitChange, type ChangePart, type EntryStep } from './split-change.ts'

const frozen = ({ doc }: Program): Y.Doc => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

/** Follows who wrote what, as the server does from its log. */
function watch(program: Program) {
  const steps = new Map<string, { entry: EntryName; steps: EntryStep[] }>()
  let atMs = 0
  let who = ''
  program.doc.on('afterTransaction', ({ changed }: Y.Transaction) => {
    for (const [type, keys] of changed as unknown as Map<Y.AbstractType<unknown>, Set<string | null>>) {
      const holder = type instanceof Y.Text ? (type.parent as Y.Map<unknown>) : (type as Y.Map<unknown>)
      for (const changedKey of type instanceof Y.Text ? [type._item!.parentSub] : keys) {
        const key = changedKey!
        const held = holder.get(key)
        const id = holder._item?.parentSub ?? null
        const root = Y.findRootTypeKey((holder.parent as Y.AbstractType<unknown> | null) ?? holder)
        const value =
          held instanceof Y.Text ? ({ $rich: runsOfText(held) } as unknown as JsonValue) : (held as JsonValue)
        const known = steps.get(`${id}/${key}`) ?? { entry: [root, id, key] as const, steps: [] }
        steps.set(`${id}/${key}`, known)
        if (known.steps.at(-1)?.by[0] === who) known.steps.pop()
        known.steps.push({ by: [who], atMs: atMs++, value })
      }
    }
  })
  return {
    as(name: string, run: () => unknown) {
      who = name
      program.doc.transact(run)
    },
    of: (names: readonly EntryName[]) =>
      [...steps.values()].filter(({ entry }) => names.some((name) => String(name) === String(entryToldBy(entry)))),
  }
}

/** What several people do to a program in turn, and the parts of the one change that it comes to. */
function changedBy(program: Program, ...turns: readonly (readonly [who: string, run: () => unknown])[]) {
  const before = frozen(program)
  const watched = watch(program)
  for (const [who, run] of turns) watched.as(who, run)
  const after = frozen(program)
  const changes = compareDocs(before, after)
  expect(changes).toHaveLength(1)
  const parts = splitChange(changes[0]!, before, watched.of(entriesOf(changes[0]!)))
  return { parts: parts ?? [], before, after }
}

const told = (parts: readonly ChangePart[]) =>
  parts.map(({ by, change }) => ('before' in change ? [by[0], change.before, change.after] : []))

const words = (_type: string, _prop: string, path: readonly (string | number)[]) =>
  path.length === 0 || path[1] === 'label'

test('[M71] two people change one text: either is taken back and the other’s stays', () => {
  const [ann] = peersOf('root(a)')
  setText(ann, node('a'), 'text', 'Beef noodles')
  const { parts, ...states } = changedBy(
    ann,
    ['ann', () => setText(ann, node('a'), 'text', 'Hot beef noodles')],
    ['bo', () => setText(ann, node('a'), 'text', 'Hot beef noodles with egg')],
  )
  expect(told(parts)).toEqual([
    ['ann', 'Beef noodles', 'Hot beef noodles'],
    ['bo', 'Hot beef noodles', 'Hot beef noodles with egg'],
  ])
  expect(revertChange(ann, parts[0]!.change, states)).toMatchObject({ ok: true })
  expect(ann.node(node('a'))?.props.text).toBe('Beef noodles with egg')
  expect(revertChange(ann, parts[1]!.change, states)).toMatchObject({ ok: true })
  expect(ann.node(node('a'))?.props.text).toBe('Beef noodles')
})

test('[M71] two people change two items of one list: two changes', () => {
  const [ann] = peersOf('root(a)')
  const items = [{ label: 'Menu' }, { label: 'Book' }]
  setProp(ann, node('a'), 'items', items)
  const isText = (field: string) => field === 'label'
  const write = (at: number, label: string) => () => {
    const seen = ann.node(node('a'))?.props.items as { label: string }[]
    setProp(ann, node('a'), 'items', seen.with(at, { label }), { isText })
  }
  const { parts, ...states } = changedBy(ann, ['ann', write(0, 'Lunch menu')], ['bo', write(1, 'Book a table')])
  expect(parts.map(({ by }) => by)).toEqual([['ann'], ['bo']])
  expect(revertChange(ann, parts[0]!.change, { ...states, isText: words })).toMatchObject({ ok: true })
  expect(ann.node(node('a'))?.props.items).toEqual([{ label: 'Menu' }, { label: 'Book a table' }])
})

test('[M71] a value that one set and another set again: the last is taken back; the first only where one insists', () => {
  const [ann] = peersOf('root(a)')
  setProp(ann, node('a'), 'priceMinor', 3000)
  const { parts, ...states } = changedBy(
    ann,
    ['ann', () => setProp(ann, node('a'), 'priceMinor', 3500)],
    ['bo', () => setProp(ann, node('a'), 'priceMinor', 3800)],
  )
  expect(told(parts)).toEqual([
    ['ann', 3000, 3500],
    ['bo', 3500, 3800],
  ])
  expect(revertChange(ann, parts[0]!.change, states)).toEqual({ ok: false, reason: 'changed-since' })
  expect(revertChange(ann, parts[1]!.change, states)).toMatchObject({ ok: true })
  expect(ann.node(node('a'))?.props.priceMinor).toBe(3500)
  expect(revertChange(ann, parts[0]!.change, states)).toMatchObject({ ok: true })
  expect(ann.node(node('a'))?.props.priceMinor).toBe(3000)
})

test('[M71] likewise the program’s name, a tab and words in one place of a section', () => {
  const [ann] = peersOf('home(i=$s) $s(p)')
  setText(ann, node('p'), 'text', 'Noodles')
  changePage(ann, page('home'), { tab: { label: 'Menu', icon: 'home' } })
  setName(ann, 'Lin')
  const name = changedBy(ann, ['ann', () => setName(ann, 'Lin’s')], ['bo', () => setName(ann, 'Lin’s noodles')])
  expect(told(name.parts)).toEqual([
    ['ann', 'Lin', 'Lin’s'],
    ['bo', 'Lin’s', 'Lin’s noodles'],
  ])
  const tab = (label: string, icon: string) => () => changePage(ann, page('home'), { tab: { label, icon } })
  const tabs = changedBy(ann, ['ann', tab('Our menu', 'home')], ['bo', tab('Our menu', 'bag')])
  revertChange(ann, tabs.parts[0]!.change, tabs)
  expect(ann.page(page('home'))?.tab).toEqual({ label: 'Menu', icon: 'bag' })
  const over = (text: string) => () => setOverride(ann, node('i~p'), 'text', text)
  const here = changedBy(ann, ['ann', over('Hot Noodles')], ['bo', over('Hot Noodles today')])
  expect(told(here.parts)).toEqual([
    ['ann', undefined, 'Hot Noodles'],
    ['bo', 'Hot Noodles', 'Hot Noodles today'],
  ])
  revertChange(ann, here.parts[1]!.change, here)
  expect(findPart(ann, node('i~p'))?.props.text).toBe('Hot Noodles')
})

test('one person’s change, and one whose steps do not come to what it is, stay whole', () => {
  const [ann] = peersOf('root(a)')
  setProp(ann, node('a'), 'size', 's')
  const one = changedBy(ann, ['ann', () => setProp(ann, node('a'), 'size', 'm')])
  expect(one.parts).toEqual([])
  const [change] = compareDocs(one.before, one.after)
  const entry: EntryName = ['nodes', 'a', 'x:size']
  const steps = [
    { by: ['ann'], atMs: 1, value: 'l' },
    { by: ['bo'], atMs: 2, value: 'xl' },
  ]
  expect(splitChange(change!, one.before, [{ entry, steps }])).toBeUndefined()
  expect(nodesOf(one.before).has('a')).toBe(true)
})
