/**
 * Several people with one program, for tests. Trees are written as text: `root(a b(x) c(y))` is a page `root` with the
 * nodes a, b and c; `b/left(x)` puts x into b's slot `left`; several pages are separated by a space. `$s(y)` is a linked section, and `i=$s` a node that stands for it.
 */
import * as Y from 'yjs'
import type { NodeId, PageId, ParentId, SectionId } from '../ids.ts'
import { evenOrderKeys } from '../order-key.ts'
import { openProgram } from '../program.ts'
import type { Program } from '../program.ts'
import type { Random } from '../random.ts'
import { metaOf, nodesOf, pageSlot, pagesOf, placeValue, schemaVersion, sectionsOf } from '../schema.ts'
import { instanceType, sectionOf } from '../section-instance.ts'

export const node = (id: string): NodeId => id as NodeId
export const page = (id: string): PageId => id as PageId
export const section = (id: string): SectionId => id as SectionId

/** Four people with the same program: `const [ann, bo] = peersOf('root(a b)')`. Not connected; see {@link sync}. */
export function peersOf(text: string, seed = 1): readonly [Program, Program, Program, Program] {
  const state = Y.encodeStateAsUpdate(docOf(text))
  const peer = (number: number) => peerWith(state, number, seed)
  return [peer(1), peer(2), peer(3), peer(4)]
}

export function peerWith(state: Uint8Array, number: number, seed = 1): Program {
  const doc = new Y.Doc()
  doc.clientID = number
  Y.applyUpdate(doc, state)
  return openProgram(doc, { random: seededRandom(seed * 1000 + number) })
}

/** Tells every one of them what the others know. */
export function sync(...peers: readonly Program[]): void {
  for (const from of peers)
    for (const to of peers)
      if (from !== to) Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), 'sync')
}

/** The same notation as {@link peersOf} takes. Slots other than `main` are named. */
export function textOf(program: Program): string {
  const standsFor = (id: NodeId): string => {
    const node = program.node(id)
    const sectionId = node && sectionOf(node)
    return sectionId === undefined ? '' : `=${sectionId}`
  }
  const list = (parent: ParentId): string => {
    const lists = program.slotsOf(parent).map((slot) => {
      const name = slot === 'main' || slot === pageSlot ? '' : `/${slot}`
      return `${name}(${program
        .children(parent, slot)
        .map((id) => `${id}${standsFor(id)}${list(id)}`)
        .join(' ')})`
    })
    return lists.join('')
  }
  return [...program.pages(), ...program.sections()].map(({ id }) => `${id}${list(id) || '()'}`).join(' ')
}

/** Random numbers that repeat with their seed (mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Reads the notation. */
export function docOf(text: string): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = 999_999
  const tokens = text.match(/[^\s()/]+|[()/]/g) ?? []
  let at = 0
  const standing = new Map<NodeId, string>()
  const readList = (pageId: PageId, parent: ParentId, slot: string): void => {
    const ids: NodeId[] = []
    for (at++; tokens[at] !== ')';) {
      const [name = '', stands] = tokens[at++]!.split('=')
      const id = node(name)
      if (stands !== undefined) standing.set(id, stands)
      ids.push(id)
      readSlots(pageId, id, 'main')
    }
    at++
    const keys = evenOrderKeys(ids.length)
    for (const [index, id] of ids.entries()) {
      const map = new Y.Map<unknown>()
      const stands = standing.get(id)
      const birth = stands === undefined ? { t: 'box', p: { label: id } } : { t: instanceType, p: { section: stands } }
      map.set('b', { ...birth, v: 1 })
      map.set('at', placeValue({ parentId: parent, slot, key: keys[index]!, pageId }))
      nodesOf(doc).set(id, map)
    }
  }
  const readSlots = (pageId: PageId, parent: ParentId, slot: string): void => {
    for (; tokens[at] === '(' || tokens[at] === '/';) {
      if (tokens[at] === '(') readList(pageId, parent, slot)
      else {
        const name = tokens[at + 1]!
        at += 2
        readList(pageId, parent, name)
      }
    }
  }
  doc.transact(() => {
    metaOf(doc).set('schemaVersion', schemaVersion)
    metaOf(doc).set('name', 'Test')
    metaOf(doc).set('language', 'en')
    const pageIds: PageId[] = []
    while (at < tokens.length) {
      const id = page(tokens[at++]!)
      pageIds.push(id)
      readSlots(id, id, pageSlot)
    }
    const orders = evenOrderKeys(pageIds.length)
    for (const [index, id] of pageIds.entries()) {
      if (id.startsWith('$')) {
        sectionsOf(doc).set(id, new Y.Map<unknown>(Object.entries({ name: id, order: orders[index] })))
        continue
      }
      const facts = { title: id, slug: index === 0 ? '' : id, order: orders[index], tab: null }
      pagesOf(doc).set(id, new Y.Map<unknown>(Object.entries(facts)))
    }
  })
  return doc
}
