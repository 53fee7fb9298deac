import { describe, expect, test } from 'vitest'
import { draggedBlock, draggedNodes, type Dragged } from '../canvas/drop-tree.ts'
import { nodeId, pageOf, testPageId } from '../canvas/testing-page.ts'
import { listPlaces, startAmong, stepFrom } from './list-places.ts'

const { map, tree } = pageOf([
  { id: 'heading', at: [0, 0, 400, 100] },
  {
    id: 'columns',
    type: 'columns',
    at: [0, 100, 400, 100],
    slots: {
      left: { at: [0, 100, 200, 100], holds: [{ id: 'a', at: [0, 100, 200, 50] }] },
      right: { at: [200, 100, 200, 100], holds: [] },
    },
  },
  { id: 'picture', at: [0, 200, 400, 100] },
])
const fresh = draggedBlock('text')
const named = (dragged: Dragged) =>
  listPlaces(map, tree, dragged).map(({ parentId, slot, index }) =>
    parentId === testPageId ? `${index}` : `${slot}${index}`,
  )

describe('places', () => {
  test('come in reading order, those of a container between those before and after it', () => {
    expect(named(fresh)).toEqual(['0', '1', 'left0', 'left1', 'right0', '2', '3'])
  })

  test('leave out what is carried and all inside it, but keep where it lies', () => {
    expect(named(draggedNodes(tree, [nodeId('columns')]))).toEqual(['0', '1', '2'])
    const own = listPlaces(map, tree, draggedNodes(tree, [nodeId('columns')])).find(({ refusal }) => refusal)
    expect(own).toMatchObject({ index: 1, refusal: 'same-place' })
  })

  test('are those of the page for several as for one', () => {
    expect(named(draggedNodes(tree, [nodeId('heading'), nodeId('a')]))).toEqual(['0', 'left0', 'right0', '1', '2'])
  })
})

describe('keys', () => {
  const places = listPlaces(map, tree, fresh)
  const at = (index: number) => places[index]!
  const go = (from: number, step: Parameters<typeof stepFrom>[3]) => {
    const found = stepFrom(places, tree, at(from), step)
    return found && places.indexOf(found)
  }

  test('go to the next place and the one before, and stop at the ends', () => {
    expect([go(0, 'next'), go(3, 'next'), go(1, 'previous')]).toEqual([1, 4, 0])
    expect([go(6, 'next'), go(0, 'previous')]).toEqual([undefined, undefined])
    expect([go(3, 'first'), go(3, 'last')]).toEqual([0, 6])
  })

  test('go into the next container, and out of it', () => {
    expect(go(0, 'in')).toBe(2)
    expect([go(2, 'out'), go(4, 'out')]).toEqual([5, 5])
    expect([go(6, 'in'), go(0, 'out')]).toEqual([undefined, undefined])
  })

  test('begin where it lies, and for something new behind the selection', () => {
    const heading = draggedNodes(tree, [nodeId('heading')])
    const own = listPlaces(map, tree, heading)
    expect(startAmong(own, heading, { parentId: testPageId, slot: 'x', index: 2 })).toMatchObject({ index: 0 })
    const wanted = { parentId: 'columns', slot: 'left', index: 1 }
    expect(startAmong(places, fresh, wanted)).toMatchObject(wanted)
  })
})
