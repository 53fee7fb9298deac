import { expect, test } from 'vitest'
import type { NodeId, PageId, ProgramChange } from '#model/index.ts'
import type { MeasuredNode } from '#runtime/frame/protocol.ts'
import { createMeasuredMap } from '../canvas/measured-map.ts'
import { followEmptySlots } from './empty-slots.ts'

const page = 'page' as PageId
const container = (id: string, y: number): MeasuredNode => {
  const rect = { x: 0, y, width: 100, height: 50 }
  return { id: id as NodeId, box: 1, rect, slots: [{ name: 'content', rect, axis: 'vertical' }], texts: [] }
}

function setUp(children: { [id: string]: readonly string[] }) {
  const map = createMeasuredMap()
  const layout = (whole: boolean, nodes: readonly MeasuredNode[], removed: readonly NodeId[] = []) =>
    map.accept({ kind: 'measured', pageId: page, whole, nodes, moved: [], removed, heightPx: 1000 })
  layout(
    true,
    Object.keys(children).map((id, at) => container(id, at * 100)),
  )
  const listeners = new Set<(change: ProgramChange) => void>()
  const asked: string[] = []
  const slots = followEmptySlots(
    {
      children: (id) => {
        asked.push(id)
        return (children[id] ?? []) as NodeId[]
      },
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    map,
  )
  asked.length = 0
  const edit = (id: string, now: readonly string[]) => {
    children[id] = now
    const change = { nodes: new Set([id]), removed: new Set() } as unknown as ProgramChange
    for (const listener of listeners) listener(change)
  }
  const shown = (top = 0, bottom = 1000) => slots.between(top, bottom).map(({ to }) => to.parentId)
  return { slots, edit, layout, shown, asked }
}

test('an edit and a layout look at the containers they speak of, and at no other', () => {
  const { edit, layout, shown, asked } = setUp({ a: [], b: ['x'], c: ['y'] })
  expect(shown()).toEqual(['a'])
  edit('b', [])
  expect(shown()).toEqual(['a', 'b'])
  layout(false, [container('a', 7)])
  expect(asked).toEqual(['b', 'a'])
})

test('what was filled or is gone is no longer offered, nor what is out of sight', () => {
  const { edit, layout, shown } = setUp({ a: [], b: [], c: [] })
  expect(shown(90, 1000)).toEqual(['b', 'c'])
  edit('b', ['x'])
  layout(false, [], ['c' as NodeId])
  expect(shown()).toEqual(['a'])
})

test('a layout that moves none of them gives the same list', () => {
  const { slots, layout } = setUp({ a: [], b: ['x'] })
  const before = slots.between(0, 1000)
  layout(false, [container('b', 170)])
  expect(slots.between(0, 1000)).toBe(before)
})
