/** Words that lie outside of blocks' own properties: several people type in them at once, some of them offline. */
import * as Y from 'yjs'
import { expect, test } from 'vitest'
import type { Program } from './program.ts'
import { readTree } from './read-tree.ts'
import { changePage } from './operations/pages.ts'
import { resetOverride, setOverride } from './operations/override-part.ts'
import { renameSection } from './operations/sections.ts'
import { setName } from './operations/set-theme.ts'
import { setProp, setText } from './operations/set-prop.ts'
import { duplicateNode } from './operations/duplicate-node.ts'
import { findPart } from './find-part.ts'
import { metaOf, nodesOf, pagesOf, schemaVersion } from './schema.ts'
import { node, page, peersOf, peerWith, section, seededRandom, sync } from './testing/peers.ts'
import { transact } from './transact.ts'
import { createUndo } from './undo.ts'

const home = page('home')
const tabOf = (program: Program) => program.page(home)?.tab
const twice = <Value>(value: Value): readonly Value[] => [value, value]
const part = (program: Program, id = 'i~p') => findPart(program, node(id))?.props.text as string

/** Every place of words, how it is read and how it is written. */
const places = {
  'name of the program': { read: (at: Program) => at.name, write: (at: Program, words: string) => setName(at, words) },
  'name of a section': {
    read: (at: Program) => at.section(section('$s'))?.name ?? '',
    write: (at: Program, words: string) => renameSection(at, section('$s'), words),
  },
  'label of a tab': {
    read: (at: Program) => tabOf(at)?.label ?? '',
    write: (at: Program, words: string) => changePage(at, home, { tab: { icon: tabOf(at)?.icon ?? '', label: words } }),
  },
  'title of a page': {
    read: (at: Program) => at.page(home)?.title ?? '',
    write: (at: Program, words: string) => changePage(at, home, { title: words }),
  },
  'text in one place of a section': {
    read: (at: Program) => part(at),
    write: (at: Program, words: string) => setOverride(at, node('i~p'), 'text', words),
  },
  'text of a section in a section': {
    read: (at: Program) => part(at, 'k~j~p'),
    write: (at: Program, words: string) => setOverride(at, node('k~j~p'), 'text', words),
  },
}

/** A program with words in each of these places, as an older version wrote them. */
function start(): readonly [Program, Program, Program, Program] {
  const peers = peersOf('home(i=$s k=$t a) $s(p q) $t(j=$s)')
  const [ann] = peers
  setText(ann, node('p'), 'text', 'Noodles')
  pagesOf(ann.doc).forEach((map) => map instanceof Y.Map && map.set('tab', { label: 'Menu', icon: 'home' }))
  metaOf(ann.doc).set('name', 'Shop')
  sync(...peers)
  return peers
}

for (const seed of [1, 2, 3, 4, 5, 6])
  test(`[M33] [M34] [M56] seed ${seed}: what people type at once is all there, each letter once`, () => {
    const peers = start()
    const random = seededRandom(seed)
    const undos = peers.map((peer) => createUndo(peer))
    const count = 3 + (seed % 2)
    const offline = new Set<number>()
    const there = new Map<string, Set<string>>(Object.keys(places).map((name) => [name, new Set()]))
    const stack: [string, string][][] = peers.map(() => [])
    let letters = 0
    for (let step = 0; step < 1200; step++) {
      const who = Math.floor(random() * count)
      const peer = peers[who]!
      const dice = random()
      if (dice < 0.1) {
        if (!offline.delete(who)) offline.add(who)
      } else if (dice < 0.3) {
        sync(...peers.slice(0, count).filter((_, at) => !offline.has(at)))
      } else if (dice < 0.36) {
        const last = stack[who]!.pop()
        if (!last) continue
        undos[who]!.undo()
        there.get(last[0])!.delete(last[1])
      } else {
        const [name, place] = Object.entries(places)[Math.floor(random() * 6)]!
        const letter = String.fromCodePoint(0x4e00 + letters++)
        const words = place.read(peer)
        const at = Math.floor(random() * (words.length + 1))
        transact(peer, { by: 'command', name: 'type' }, () =>
          place.write(peer, words.slice(0, at) + letter + words.slice(at)),
        )
        there.get(name)!.add(letter)
        stack[who]!.push([name, letter])
      }
    }
    sync(...peers)
    for (const [name, place] of Object.entries(places)) {
      const typed = (words: string) => [...words].filter((letter) => letter >= '\u4e00').sort()
      expect([name, typed(place.read(peers[0]))]).toEqual([name, [...there.get(name)!].sort()])
      for (const peer of peers) expect(place.read(peer)).toBe(place.read(peers[0]))
    }
    expect(places['text in one place of a section'].read(peers[0]).replaceAll(/[\u4e00-\u9fff]/g, '')).toBe('Noodles')
    expect(readTree(peers[0].doc).name).toBe(peers[0].name)
  })

test('[M56] who began typing in one place undoes their own letters only', () => {
  const [ann, bo] = start()
  const undo = createUndo(ann)
  transact(ann, { by: 'command', name: 'override' }, () => setOverride(ann, node('i~p'), 'text', 'Noodles A'))
  sync(ann, bo)
  setOverride(bo, node('i~p'), 'text', 'B Noodles A')
  sync(ann, bo)
  undo.undo()
  sync(ann, bo)
  expect([part(ann), part(bo)]).toEqual(['B Noodles', 'B Noodles'])
  undo.redo()
  sync(ann, bo)
  expect(part(bo)).toBe('B Noodles A')
})

test('[M56] taken back, the place follows the section again; begun anew by two at once, it is one text', () => {
  const [ann, bo] = start()
  setOverride(ann, node('i~p'), 'text', 'Only here')
  resetOverride(ann, node('i'), 'p/text')
  setText(ann, node('p'), 'text', 'Soup')
  sync(ann, bo)
  expect(part(bo)).toBe('Soup')
  setOverride(ann, node('i~p'), 'text', 'Hot Soup')
  setOverride(bo, node('i~p'), 'text', 'Soup of the day')
  sync(ann, bo)
  expect([part(ann), part(bo)]).toEqual(['Hot Soup of the day', 'Hot Soup of the day'])
  expect(part(bo, 'k~j~p')).toBe('Soup')
})

test('[M56] an override that an older version wrote goes on as a shared text', () => {
  const [ann, bo] = start()
  setProp(ann, node('i'), 'p/text', 'Here')
  sync(ann, bo)
  setOverride(ann, node('i~p'), 'text', 'Here!')
  setOverride(bo, node('i~p'), 'text', '¡Here')
  sync(ann, bo)
  expect([part(ann), part(bo)]).toEqual(['¡Here!', '¡Here!'])
  expect(metaOf(ann.doc).get('schemaVersion')).toBe(schemaVersion)
})

test('[M43] [M54] a copy of a place carries the words, and neither hears of the other', () => {
  const [ann] = start()
  setOverride(ann, node('i~p'), 'text', 'Here')
  const copy = duplicateNode(ann, node('i'))
  const id = copy.ok ? copy.value : node('?')
  setOverride(ann, node('i~p'), 'text', 'There')
  expect([part(ann), part(ann, `${id}~p`)]).toEqual(['There', 'Here'])
  setOverride(ann, node(`${id}~p`), 'text', 'Everywhere')
  expect([part(ann), part(ann, `${id}~p`)]).toEqual(['There', 'Everywhere'])
  expect([...(nodesOf(ann.doc).get(id) as Y.Map<unknown>).keys()].some((key) => key.startsWith('t:'))).toBe(false)
})

test('[M34] label and picture of a tab never collide, and a tab made anew begins with its own words', () => {
  const [ann, bo] = start()
  changePage(ann, home, { tab: { label: 'Lunch menu', icon: 'home' } })
  changePage(bo, home, { tab: { label: 'Menu', icon: 'bag' } })
  sync(ann, bo)
  expect([tabOf(ann), tabOf(bo)]).toEqual(twice({ label: 'Lunch menu', icon: 'bag' }))
  changePage(ann, home, { tab: null })
  sync(ann, bo)
  expect(tabOf(bo)).toBeNull()
  changePage(ann, home, { tab: { label: 'Food', icon: 'bowl' } })
  changePage(bo, home, { tab: { label: 'Food', icon: 'bowl' } })
  sync(ann, bo)
  expect([tabOf(ann), tabOf(bo)]).toEqual(twice({ label: 'Food', icon: 'bowl' }))
  changePage(ann, home, { tab: { label: 'Fine Food', icon: 'bowl' } })
  changePage(bo, home, { tab: { label: 'Foods', icon: 'bowl' } })
  sync(ann, bo)
  expect([tabOf(ann)?.label, tabOf(bo)?.label]).toEqual(['Fine Foods', 'Fine Foods'])
})

test('[M16] a name typed by somebody else is followed as it comes', () => {
  const [ann] = start()
  const bo = peerWith(Y.encodeStateAsUpdate(ann.doc), 9)
  const heard: string[] = []
  bo.subscribe(({ meta }) => meta && heard.push(bo.name))
  setName(ann, 'Shops')
  sync(ann, bo)
  setName(ann, 'My Shops')
  sync(ann, bo)
  expect(heard).toEqual(['Shops', 'My Shops'])
})
