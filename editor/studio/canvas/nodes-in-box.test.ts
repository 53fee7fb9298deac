import { expect, test } from 'vitest'
import { boxBetween, nodesInBox } from './nodes-in-box.ts'
import { pageOf } from './testing-page.ts'

const { map, tree } = pageOf([
  { id: 'heading', at: [0, 0, 400, 100] },
  {
    id: 'section',
    type: 'section',
    at: [0, 100, 400, 300],
    slots: {
      content: {
        at: [16, 116, 368, 268],
        holds: [
          { id: 'first', at: [16, 116, 368, 100] },
          { id: 'second', at: [16, 216, 368, 100] },
        ],
      },
    },
  },
  { id: 'picture', at: [0, 400, 400, 100] },
])
const chosen = (ax: number, ay: number, bx: number, by: number) =>
  nodesInBox(map, tree, boxBetween({ x: ax, y: ay }, { x: bx, y: by }))

test('a box chooses what it touches, from whichever corner it is drawn', () => {
  expect(chosen(-30, 50, 20, 450)).toEqual(['heading', 'section', 'picture'])
  expect(chosen(20, 450, -30, 410)).toEqual(['picture'])
  expect(chosen(410, 0, 450, 500)).toEqual([])
})

test('inside a container it chooses among what that holds', () => {
  expect(chosen(100, 150, 200, 250)).toEqual(['first', 'second'])
  expect(chosen(100, 350, 200, 380)).toEqual([])
})

test('from inside a container to beyond it, the container counts as a whole', () => {
  expect(chosen(100, 150, 200, 450)).toEqual(['section', 'picture'])
})
