import { describe, expect, test } from 'vitest'
import {
  createSectionFrom,
  deletedWith,
  detachInstance,
  duplicateNode,
  moveNode,
  removeNode,
  removePage,
  restoreNode,
  restorePage,
  type Program,
} from '#model/index.ts'
import { node, page, peersOf, section } from '#model/testing/peers.ts'
import { drawnOf, findPlace } from './comment-place.ts'

const about = (nodeId: string | null, pageId: string | null = null) => ({ nodeId, pageId })
const seen = (program: Program, id: string) => drawnOf(program, node(id)).map((one) => `${one.pageId}:${one.id}`)

describe('a thread about a block', () => {
  test('goes where the block goes: to another page, into a container', () => {
    const [ann] = peersOf('root(a b) other(c(d))')
    moveNode(ann, node('a'), { parentId: page('other'), slot: 'main', index: 0 })
    expect(seen(ann, 'a')).toEqual(['other:a'])
    moveNode(ann, node('a'), { parentId: node('c'), slot: 'main', index: 0 })
    moveNode(ann, node('c'), { parentId: page('root'), slot: 'main', index: 0 })
    expect(findPlace(ann, about('a'))).toEqual({ kind: 'block', drawn: [{ pageId: 'root', id: 'a' }] })
  })

  test('goes into a linked section, and is seen in every place of it', () => {
    const [ann] = peersOf('root(a b)')
    const made = createSectionFrom(ann, [node('a')], 'Offers')
    if (!made.ok) throw new Error(made.reason)
    const { instanceId, sectionId } = made.value
    expect(seen(ann, 'a')).toEqual([`root:${instanceId}~a`, `${sectionId}:a`])
  })

  test('in a section that stands in a section is seen through both', () => {
    const [ann] = peersOf('root(i=$s) $s(j=$t) $t(x)')
    expect(seen(ann, 'x')[0]).toBe('root:i~j~x')
    expect(seen(ann, 'i~j~x')).toEqual(['root:i~j~x'])
  })

  test('stays with the block when that is copied', () => {
    const [ann] = peersOf('root(a)')
    const copy = duplicateNode(ann, node('a'))
    expect(copy.ok && copy.value).not.toBe('a')
    expect(seen(ann, 'a')).toEqual(['root:a'])
  })

  test('says that it was deleted, and what brings it back: the block, what it stood in, or its page', () => {
    const [ann] = peersOf('root(a(b) e) other(c)')
    removeNode(ann, node('a'))
    expect(findPlace(ann, about('b'))).toEqual({ kind: 'deleted-block', restore: { nodeId: 'a' } })
    restoreNode(ann, node('a'))
    expect(findPlace(ann, about('b')).kind).toBe('block')
    removePage(ann, page('other'))
    expect(findPlace(ann, about('c'))).toEqual({ kind: 'deleted-block', restore: { pageId: 'other' } })
    restorePage(ann, page('other'))
    expect(findPlace(ann, about('c')).kind).toBe('block')
  })

  test('of a part: gone with the place, or with the block in the section', () => {
    const [ann] = peersOf('root(i=$s k=$s) $s(x y)')
    detachInstance(ann, node('i'))
    expect(findPlace(ann, about('i~x'))).toEqual({ kind: 'deleted-block', restore: { nodeId: 'i' } })
    removeNode(ann, node('x'))
    expect(findPlace(ann, about('k~x'))).toEqual({ kind: 'deleted-block', restore: { nodeId: 'x' } })
    expect(deletedWith(ann, node('x'))).toBe('x')
  })

  test('that nobody can bring back stays readable', () => {
    const [ann] = peersOf('root(a)')
    expect(findPlace(ann, about('never-there'))).toEqual({ kind: 'deleted-block' })
  })
})

test('a thread about a page, and about the program', () => {
  const [ann] = peersOf('root(a) other(c) $s(x)')
  expect(findPlace(ann, about(null, 'other'))).toEqual({ kind: 'page', pageId: 'other' })
  expect(findPlace(ann, about(null, section('$s')))).toEqual({ kind: 'page', pageId: '$s' })
  removePage(ann, page('other'))
  expect(findPlace(ann, about(null, 'other'))).toEqual({ kind: 'deleted-page', restore: { pageId: 'other' } })
  expect(findPlace(ann, about(null))).toEqual({ kind: 'program' })
})
