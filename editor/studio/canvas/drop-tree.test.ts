import { pageSlot } from '#model/schema.ts'
import { expect, test } from 'vitest'
import { draggedBlock, refusalOfSlot } from './drop-tree.ts'
import { nodeId, pageOf, testPageId } from './testing-page.ts'

test('a block stands only where its definition says', () => {
  const section = {
    id: 's',
    type: 'section',
    at: [0, 0, 400, 200],
    slots: { content: { at: [0, 0, 400, 200], holds: [] } },
  } as const
  const { tree } = pageOf([section], {}, { popup: ['page'], tab: ['section'] })
  const onPage = { parentId: testPageId, slot: pageSlot }
  const inSection = { parentId: nodeId('s'), slot: 'content' }
  expect(refusalOfSlot(tree, onPage, draggedBlock('popup'))).toBeUndefined()
  expect(refusalOfSlot(tree, inSection, draggedBlock('popup'))).toBe('not-accepted')
  expect(refusalOfSlot(tree, onPage, draggedBlock('tab'))).toBe('not-accepted')
  expect(refusalOfSlot(tree, inSection, draggedBlock('tab'))).toBeUndefined()
  expect(refusalOfSlot(tree, inSection, draggedBlock('text'))).toBeUndefined()
})
