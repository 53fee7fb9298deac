import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listPlaces } from '../drag/list-places.ts'
import { draggedBlock } from './drop-tree.ts'
import { bottomOf, rightOf } from './geometry.ts'
import { TAP_PX, tapTargets } from './tap-targets.ts'
import { pageOf, type Box } from './testing-page.ts'

const stacks = fc
  .array(fc.record({ height: fc.integer({ min: 4, max: 120 }), inside: fc.option(fc.integer({ min: 0, max: 3 })) }), {
    maxLength: 12,
  })
  .map((list) => {
    let y = 0
    return list.map(({ height, inside }, at): Box => {
      const tall = Math.max(height, 40)
      const box: Box =
        inside === null
          ? { id: `n${at}`, at: [0, y, 400, height] }
          : {
              id: `n${at}`,
              at: [0, y, 400, tall],
              slots: {
                left: {
                  at: [8, y + 8, 188, tall - 16],
                  holds: Array.from({ length: inside }, (_, i): Box => ({
                    id: `n${at}-${i}`,
                    at: [8, y + 8 + i * 8, 188, 8],
                  })),
                },
                right: { at: [204, y + 8, 188, tall - 16], holds: [] },
              },
            }
      y += inside === null ? height : tall
      return box
    })
  })

test('every place can be tapped with a finger, and none lies on another', () => {
  fc.assert(
    fc.property(stacks, (boxes) => {
      const { map, tree } = pageOf(boxes)
      const places = listPlaces(map, tree, draggedBlock('text'))
      const targets = tapTargets(places)
      expect(targets.map(({ place }) => place)).toEqual(places)
      for (const [at, { rect }] of targets.entries()) {
        expect(rect.width).toBeGreaterThanOrEqual(TAP_PX)
        expect(rect.height).toBeGreaterThanOrEqual(TAP_PX)
        for (const { rect: other } of targets.slice(at + 1)) {
          const shared = [
            Math.min(rightOf(rect), rightOf(other)) - Math.max(rect.x, other.x),
            Math.min(bottomOf(rect), bottomOf(other)) - Math.max(rect.y, other.y),
          ]
          expect(Math.min(...shared)).toBeLessThan(0.1)
        }
      }
    }),
    { numRuns: 60 },
  )
})
