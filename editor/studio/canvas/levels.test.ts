import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { NodeId } from '#model/ids.ts'
import { pageSlot } from '#model/schema.ts'
import type { MeasuredNode } from '#runtime/frame/protocol.ts'
import { bottomOf, contains, middleOf, type Point } from './geometry.ts'
import { createLevels } from './levels.ts'
import { nodeId, pageOf, testPageId, type Box } from './testing-page.ts'

const page = { parentId: testPageId, slot: pageSlot }

/** Blocks below each other, with gaps and overlaps, and some that stand anywhere. */
const boxes = fc
  .array(
    fc.record({
      gap: fc.integer({ min: -8, max: 20 }),
      height: fc.integer({ min: 0, max: 60 }),
      x: fc.integer({ min: 0, max: 200 }),
      width: fc.integer({ min: 1, max: 200 }),
      strayY: fc.option(fc.integer({ min: 0, max: 600 }), { freq: 12 }),
    }),
    { maxLength: 30 },
  )
  .map((list) => {
    let y = 0
    return list.map(({ gap, height, x, width, strayY }, at): Box => {
      y += gap + height
      return { id: `n${at}`, at: [x, strayY ?? y, width, height] }
    })
  })

const point = fc.record({ x: fc.integer({ min: 0, max: 400 }), y: fc.integer({ min: -10, max: 900 }) })

test('finds what looking at each one finds', () => {
  fc.assert(
    fc.property(
      boxes,
      point,
      fc.nat(4),
      fc.constantFrom('vertical' as const, 'horizontal' as const),
      (list, at, every, axis) => {
        const { map, tree } = pageOf(list)
        const drawn = list.map(({ id }) => map.find(nodeId(id))!)
        const leaving = new Set(list.filter((_, index) => every > 0 && index % every === 0).map(({ id }) => nodeId(id)))
        const level = createLevels(map, tree, leaving).of(page)
        expect(level.under(at)).toEqual(drawn.filter(({ rect }) => contains(rect, at)))
        const others = drawn.filter(({ id }) => !leaving.has(id))
        expect(level.indexAt(axis, at)).toBe(axis === 'vertical' ? columnIndex(others, at) : rowIndex(others, at))
      },
    ),
    { numRuns: 1500 },
  )
})

test('reads a level anew after its children or the layout have changed, and else not', () => {
  let looks = 0
  let children: readonly NodeId[] = [nodeId('a')]
  const node: MeasuredNode = {
    id: nodeId('a'),
    box: 1,
    rect: { x: 0, y: 0, width: 10, height: 10 },
    slots: [],
    texts: [],
  }
  const map = {
    version: 1,
    find: () => {
      looks++
      return node
    },
  }
  const levels = createLevels(map, { children: () => children })
  levels.of(page).under({ x: 1, y: 1 })
  levels.of(page).under({ x: 2, y: 2 })
  expect(looks).toBe(1)
  map.version = 2
  levels.of(page)
  expect(looks).toBe(2)
  children = [nodeId('a'), nodeId('b')]
  levels.of(page)
  expect(looks).toBe(4)
})

test('a level of 5,000 is looked at a dozen times for one point', () => {
  let looks = 0
  const list = Array.from({ length: 5000 }, (_, at): Box => ({ id: `n${at}`, at: [0, at * 40, 400, 40] }))
  const { map, tree } = pageOf(list)
  const counted: MeasuredNode[] = list.map(({ id }) => {
    const { rect, ...rest } = map.find(nodeId(id))!
    return Object.defineProperty({ ...rest, rect }, 'rect', { get: () => (looks++, rect) })
  })
  const level = createLevels({ find: (id) => counted[Number(id.slice(1))] }, tree).of(page)
  looks = 0
  expect(level.under({ x: 1, y: 100_010 })).toHaveLength(1)
  expect(looks).toBeLessThan(60)
})

function columnIndex(others: readonly MeasuredNode[], { y }: Point): number {
  const after = others.findIndex(({ rect }) => y < middleOf(rect).y)
  return after === -1 ? others.length : after
}

function rowIndex(others: readonly MeasuredNode[], { x, y }: Point): number {
  for (let start = 0; start < others.length;) {
    let end = start + 1
    let bottom = bottomOf(others[start]!.rect)
    while (end < others.length && others[end]!.rect.y < bottom - 1) {
      bottom = Math.max(bottom, bottomOf(others[end++]!.rect))
    }
    if (y <= bottom || end === others.length) {
      const after = others.slice(start, end).findIndex(({ rect }) => x < middleOf(rect).x)
      return after === -1 ? end : start + after
    }
    start = end
  }
  return 0
}
