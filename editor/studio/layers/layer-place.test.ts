import { expect, test } from 'vitest'
import { draggedBlock, draggedNodes } from '../canvas/drop-tree.ts'
import { nodeId, pageOf, testPageId } from '../canvas/testing-page.ts'
import { layerPlace } from './layer-place.ts'

const { tree } = pageOf([
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
const row = (id: string) => ({ kind: 'node', id: nodeId(id) }) as const

test('the edges of a row mean before and after it', () => {
  expect(layerPlace(tree, row('heading'), 0.1, fresh)).toMatchObject({
    edge: 'before',
    place: { parentId: testPageId, index: 0 },
  })
  expect(layerPlace(tree, row('heading'), 0.9, fresh)).toMatchObject({
    edge: 'after',
    place: { parentId: testPageId, index: 1 },
  })
})

test('the middle of a container means into it, a slot row into that slot', () => {
  expect(layerPlace(tree, row('columns'), 0.5, fresh)).toMatchObject({
    edge: 'inside',
    place: { parentId: 'columns', slot: 'left', index: 1 },
  })
  expect(layerPlace(tree, { kind: 'slot', id: nodeId('columns'), slot: 'right' }, 0.2, fresh)).toMatchObject({
    edge: 'inside',
    place: { parentId: 'columns', slot: 'right', index: 0 },
  })
})

test('a container is not dropped on its own slot, and nothing on itself', () => {
  const columns = draggedNodes(tree, [nodeId('columns')])
  expect(layerPlace(tree, { kind: 'slot', id: nodeId('columns'), slot: 'right' }, 0.5, columns)?.place.refusal).toBe(
    'inside-itself',
  )
  const heading = draggedNodes(tree, [nodeId('heading')])
  expect(layerPlace(tree, row('heading'), 0.9, heading)?.place.refusal).toBe('same-place')
  expect(layerPlace(tree, row('picture'), 0.9, heading)?.place).toMatchObject({ index: 2 })
})
