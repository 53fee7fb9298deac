import { expect, test } from 'vitest'
import type { NodeId } from '#model/ids.ts'
import type { MeasuredNode } from '#runtime/frame/protocol.ts'
import { createPlaceRects } from './place-rects.ts'

const id = (text: string) => text as NodeId

test('a place is where its parts are together, and the same object until one moves', () => {
  const nodes = new Map<NodeId, MeasuredNode>()
  const rects = createPlaceRects((node) => nodes.get(node))
  const draw = (name: string, x: number, y: number, width: number, height: number) => {
    nodes.set(id(name), { id: id(name), box: 1, rect: { x, y, width, height }, slots: [], texts: [] })
    return rects.note(id(name), true)
  }
  expect(draw('a', 0, 0, 9, 9)).toBeUndefined()
  expect(draw('i~a', 10, 20, 100, 30)).toBe('i')
  draw('i~j~b', 10, 50, 120, 40)
  const measured = rects.find(id('i'))
  expect(measured?.rect).toEqual({ x: 10, y: 20, width: 120, height: 70 })
  expect(rects.find(id('i'))).toBe(measured)
  rects.note(id('i~j~b'), false)
  expect(rects.find(id('i'))?.rect.height).toBe(30)
  rects.note(id('i~a'), false)
  expect(rects.find(id('i'))).toBeUndefined()
})
