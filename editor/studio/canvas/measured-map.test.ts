import { expect, test } from 'vitest'
import type { NodeId, PageId } from '#model/ids.ts'
import type { MeasuredNode } from '#runtime/frame/protocol.ts'
import { createMeasuredMap, type Measured } from './measured-map.ts'
import { readFromFrame } from './read-from-frame.ts'

const page = 'page' as PageId
const node = (id: string, y: number): MeasuredNode => ({
  id: id as NodeId,
  box: 1,
  rect: { x: 0, y, width: 10, height: 10 },
  slots: [],
  texts: [],
})
const measured = (change: Partial<Measured>): Measured => ({
  kind: 'measured',
  pageId: page,
  whole: false,
  nodes: [],
  moved: [],
  removed: [],
  heightPx: 100,
  ...change,
})

test('one node that moves is heard by those who watch it, and by nobody else', () => {
  const map = createMeasuredMap()
  map.accept(measured({ whole: true, nodes: [node('a', 0), node('b', 10)] }))
  const heard: string[] = []
  map.subscribe('a' as NodeId, () => heard.push('a'))
  map.subscribe('b' as NodeId, () => heard.push('b'))
  map.accept(measured({ nodes: [node('b', 20)] }))
  expect(heard).toEqual(['b'])
  expect(map.find('b' as NodeId)?.rect.y).toBe(20)
})

test('what stands in a box that moved has moved with it, once, and those who watch it hear of it', () => {
  const map = createMeasuredMap()
  const inBox = (id: string, y: number, box: number): MeasuredNode => ({ ...node(id, y), box })
  map.accept(measured({ whole: true, nodes: [inBox('a', 0, 1), inBox('b', 10, 2), inBox('c', 15, 2)] }))
  const heard: string[] = []
  for (const id of ['a', 'b', 'c']) map.subscribe(id as NodeId, () => heard.push(id))
  map.accept(measured({ nodes: [inBox('c', 47, 2)], moved: [{ box: 2, dx: 0, dy: 30 }] }))
  expect(heard).toEqual(['b', 'c'])
  expect(['a', 'b', 'c'].map((id) => map.find(id as NodeId)?.rect.y)).toEqual([0, 40, 47])
  expect(map.find('b' as NodeId)).toBe(map.find('b' as NodeId))
  map.accept(measured({ moved: [{ box: 2, dx: 0, dy: -30 }] }))
  expect(['b', 'c'].map((id) => map.find(id as NodeId)?.rect.y)).toEqual([10, 17])
})

test('another page forgets everything of the last one; what comes late of it is dropped', () => {
  const map = createMeasuredMap()
  map.accept(measured({ whole: true, nodes: [node('a', 0)] }))
  map.accept(measured({ whole: true, pageId: 'next' as PageId, nodes: [node('c', 0)] }))
  map.accept(measured({ nodes: [node('a', 5)] }))
  expect(map.find('a' as NodeId)).toBeUndefined()
  expect(map.find('c' as NodeId)).toBeDefined()
})

test('messages that are none of ours are not taken', () => {
  const good = measured({ nodes: [node('a', 0)] })
  expect(readFromFrame(structuredClone(good))).toEqual(good)
  for (const bad of [
    null,
    'measured',
    { kind: 'measured' },
    { ...good, heightPx: Number.NaN },
    { ...good, nodes: [{ ...node('a', 0), rect: { x: 0, y: 0, width: -1, height: 0 } }] },
    { ...good, nodes: [{ ...node('a', 0), slots: [{ name: 'x' }] }] },
    { kind: 'text-input', nodeId: 'a', prop: 'text', value: 'x' },
    { kind: 'something-else' },
  ]) {
    expect(readFromFrame(bad)).toBeUndefined()
  }
})
