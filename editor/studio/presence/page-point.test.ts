import { expect, test } from 'vitest'
import type { NodeId } from '#model/ids.ts'
import type { MeasuredNode, Rect } from '#runtime/frame/protocol.ts'
import { fromPagePoint, toPagePoint } from './page-point.ts'

const node = 'n' as NodeId
const mapWith = (rect: Rect) => ({
  find: (id: NodeId) => (id === node ? ({ id, box: 0, rect, slots: [], texts: [] } satisfies MeasuredNode) : undefined),
})
const wide = mapWith({ x: 20, y: 100, width: 400, height: 50 })
const narrow = mapWith({ x: 10, y: 300, width: 200, height: 100 })

test('in a block it is the same spot of that block, however wide the phone is and whatever stands above', () => {
  const point = toPagePoint(wide, { x: 120, y: 125 }, node, 430)
  expect(point).toEqual({ nodeId: node, x: 0.25, y: 0.5 })
  expect(fromPagePoint(narrow, point, 320)).toEqual({ x: 60, y: 350 })
})

test('beside all blocks it is a share of the width', () => {
  const point = toPagePoint(wide, { x: 215, y: 700 }, undefined, 430)
  expect(fromPagePoint(narrow, point, 320)).toEqual({ x: 160, y: 700 })
})

test('a block that is not there is nowhere', () => {
  expect(fromPagePoint(wide, { nodeId: 'gone' as NodeId, x: 0, y: 0 }, 390)).toBeUndefined()
})
