import { describe, expect, test } from 'vitest'
import { findDropPlace } from './find-drop-place.ts'
import { findNodeAt } from './find-node-at.ts'
import { draggedBlock, type Dragged } from './drop-tree.ts'
import { nodeId, pageOf, testPageId, type Box } from './testing-page.ts'

const fresh = draggedBlock('text')
const existing = (...ids: string[]): Dragged => ({
  kind: 'nodes',
  ids: ids.map(nodeId),
  types: ids.map((id) => (id === 'section' || id === 'outer' ? 'section' : 'text')),
})

/** heading above a section with two texts, a picture below. */
const nested: readonly Box[] = [
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
]

const columns: readonly Box[] = [
  {
    id: 'columns',
    type: 'columns',
    at: [0, 0, 400, 200],
    slots: {
      left: { at: [0, 0, 195, 200], holds: [{ id: 'a', at: [0, 0, 195, 80] }] },
      right: { at: [205, 0, 195, 200], holds: [] },
    },
  },
]

const row: readonly Box[] = [
  {
    id: 'row',
    type: 'row',
    at: [0, 0, 400, 220],
    slots: {
      row: {
        at: [0, 0, 400, 220],
        axis: 'horizontal',
        holds: [
          { id: 'a', at: [0, 0, 200, 100] },
          { id: 'b', at: [200, 0, 200, 100] },
          { id: 'c', at: [0, 110, 200, 100] },
        ],
      },
    },
  },
]

function place(boxes: readonly Box[], x: number, y: number, dragged: Dragged = fresh, rules = {}) {
  const { map, tree } = pageOf(boxes, rules)
  return findDropPlace(map, tree, { x, y }, dragged)
}

describe('on the page', () => {
  test('the upper half of a block means before it, the lower half after it', () => {
    expect(place(nested, 200, 20)).toMatchObject({ parentId: testPageId, index: 0 })
    expect(place(nested, 200, 80)).toMatchObject({ parentId: testPageId, index: 1 })
  })

  test('below the last block means last, with the line under it', () => {
    expect(place(nested, 200, 700)).toMatchObject({
      parentId: testPageId,
      index: 3,
      mark: { kind: 'line', from: { x: 4, y: 500 }, to: { x: 396, y: 500 } },
    })
  })

  test('an empty page takes the first block anywhere', () => {
    expect(place([], 10, 790)).toMatchObject({ parentId: testPageId, index: 0, mark: { kind: 'box' } })
  })

  test('beside the page there is no place', () => {
    expect(place(nested, 401, 100)).toBeUndefined()
    expect(place(nested, 100, -1)).toBeUndefined()
  })
})

describe('in a container', () => {
  test('its inside takes the block between its children', () => {
    expect(place(nested, 200, 230)).toMatchObject({ parentId: 'section', slot: 'content', index: 1 })
  })

  test('its rim means before or after the container itself', () => {
    expect(place(nested, 200, 105)).toMatchObject({ parentId: testPageId, index: 1 })
    expect(place(nested, 200, 395)).toMatchObject({ parentId: testPageId, index: 2 })
  })

  test('columns lie side by side: the one under the pointer takes it', () => {
    expect(place(columns, 100, 60)).toMatchObject({ parentId: 'columns', slot: 'left', index: 1 })
    expect(place(columns, 300, 60)).toMatchObject({ parentId: 'columns', slot: 'right', index: 0 })
  })

  test('an empty column is marked as a whole', () => {
    expect(place(columns, 300, 60)?.mark).toEqual({ kind: 'box', rect: { x: 205, y: 0, width: 195, height: 200 } })
  })

  test('the gap between two columns belongs to the nearer one', () => {
    expect(place(columns, 197, 60)).toMatchObject({ slot: 'left' })
    expect(place(columns, 203, 60)).toMatchObject({ slot: 'right' })
  })

  test('children beside each other: left half before, right half after, next row by height', () => {
    expect(place(row, 40, 50)).toMatchObject({ parentId: 'row', index: 0 })
    expect(place(row, 190, 50)).toMatchObject({ index: 1, mark: { from: { x: 200 }, to: { x: 200 } } })
    expect(place(row, 390, 50)).toMatchObject({ index: 2 })
    expect(place(row, 60, 160)).toMatchObject({ index: 2 })
    expect(place(row, 300, 160)).toMatchObject({ index: 3, mark: { from: { x: 200, y: 114 }, to: { x: 200, y: 206 } } })
  })
})

describe('refusals', () => {
  test('a container does not go inside itself', () => {
    expect(place(nested, 200, 230, existing('section'))).toMatchObject({ refusal: 'inside-itself' })
  })

  test('a container does not go inside what it holds', () => {
    const deep: Box = {
      id: 'outer',
      type: 'section',
      at: [0, 0, 400, 400],
      slots: { content: { at: [0, 0, 400, 400], holds: [nested[1]!] } },
    }
    expect(place([deep], 200, 230, existing('outer'))).toMatchObject({ refusal: 'inside-itself' })
  })

  test('where it already lies is no move', () => {
    expect(place(nested, 200, 80, existing('heading'))).toMatchObject({ refusal: 'same-place', index: 0 })
    expect(place(nested, 200, 230, existing('first'))).toMatchObject({ refusal: 'same-place', index: 0 })
  })

  test('the index leaves the dragged block out', () => {
    const moved = place(nested, 200, 480, existing('heading'))
    expect(moved).toMatchObject({ parentId: testPageId, index: 2 })
    expect(moved).not.toHaveProperty('refusal')
  })

  test('a slot says what it takes', () => {
    const rules = { columns: { left: { accepts: ['image'] }, right: {} } }
    expect(place(columns, 100, 60, fresh, rules)).toMatchObject({ slot: 'left', refusal: 'not-accepted' })
    expect(place(columns, 100, 60, draggedBlock('image'), rules)).not.toHaveProperty('refusal')
  })

  test('a full slot takes no more, but its own may still change their order', () => {
    const rules = { section: { content: { maxChildren: 2 } } }
    expect(place(nested, 200, 230, fresh, rules)).toMatchObject({ refusal: 'full' })
    expect(place(nested, 200, 300, existing('first'), rules)).not.toHaveProperty('refusal')
  })
})

describe('several at once', () => {
  test('the index leaves all of them out', () => {
    expect(place(nested, 200, 480, existing('heading', 'first'))).toMatchObject({ parentId: testPageId, index: 2 })
  })

  test('lie where they are only if all of them do, side by side', () => {
    expect(place(nested, 200, 105, existing('heading'))).toMatchObject({ refusal: 'same-place' })
    expect(place(nested, 200, 230, existing('first', 'second'))).toMatchObject({ refusal: 'same-place' })
    expect(place(nested, 200, 80, existing('heading', 'picture'))).not.toHaveProperty('refusal')
  })

  test('one of them that is not welcome is enough for a no', () => {
    const rules = { columns: { left: { accepts: ['image'] }, right: {} } }
    const both: Dragged = { kind: 'nodes', ids: [nodeId('x'), nodeId('y')], types: ['image', 'text'] }
    expect(place(columns, 100, 60, both, rules)).toMatchObject({ refusal: 'not-accepted' })
    expect(place(columns, 100, 60, { ...both, types: ['image', 'image'] }, rules)).not.toHaveProperty('refusal')
  })

  test('all of them have to find room', () => {
    const rules = { section: { content: { maxChildren: 3 } } }
    expect(place(nested, 200, 230, existing('heading'), rules)).not.toHaveProperty('refusal')
    expect(place(nested, 200, 230, existing('heading', 'picture'), rules)).toMatchObject({ refusal: 'full' })
    expect(place(nested, 200, 300, existing('heading', 'first'), rules)).not.toHaveProperty('refusal')
  })

  test('none of them may hold the place', () => {
    expect(place(nested, 200, 230, existing('heading', 'section'))).toMatchObject({ refusal: 'inside-itself' })
  })
})

describe('the node under the pointer', () => {
  test('is the innermost one', () => {
    const { map, tree } = pageOf(nested)
    expect(findNodeAt(map, tree, { x: 200, y: 150 })).toBe('first')
    expect(findNodeAt(map, tree, { x: 200, y: 390 })).toBe('section')
    expect(findNodeAt(map, tree, { x: 200, y: 700 })).toBeUndefined()
  })
})
