import { expect, test } from 'vitest'
import { insertNode, moveNode, pageSlot, type NodeId } from '#model/index.ts'
import type { MeasuredNode } from '#runtime/frame/protocol.ts'
import { selecting } from '#editor/state/selection.ts'
import { testingContext } from '../commands/testing-context.ts'
import { knownBlocks } from '../session/known-blocks.ts'
import { openAroundChosen, slotOpenedAt, slotsAround } from './open-slots.ts'

function testingProgram() {
  const { program, view } = testingContext()
  const place = (type: string, parentId: NodeId | undefined = undefined, slot: string = pageSlot): NodeId => {
    const to = { parentId: parentId ?? program.pages()[0]!.id, slot, index: 9 }
    const placed = insertNode(program, { type, props: {}, to })
    if (!placed.ok) throw new Error(placed.reason)
    return placed.value
  }
  return { program, view, place }
}

test('whatever is chosen, the tabs around it are opened where it lies, outer ones first', () => {
  const { program, place } = testingProgram()
  const outer = place('tabs')
  const inner = place('tabs', outer, 'tab2')
  const text = place('text', inner, 'tab3')
  const around = (id: NodeId) => slotsAround({ program, blocks: knownBlocks }, id)
  expect(around(text)).toEqual([
    { nodeId: outer, slot: 'tab2' },
    { nodeId: inner, slot: 'tab3' },
  ])
  expect(around(inner)).toEqual([{ nodeId: outer, slot: 'tab2' }])
  expect(around(place('text', place('section'), 'content'))).toEqual([])
})

test('choosing opens, and so does moving what is chosen; anything else leaves open what was', () => {
  const { program, view, place } = testingProgram()
  const tabs = place('tabs')
  const text = place('text', tabs, 'tab2')
  const beside = place('text')
  const stop = openAroundChosen({ program, blocks: knownBlocks, view })
  const open = () => view.getState().openSlots.map(({ slot }) => slot)
  view.setState(selecting(text))
  expect(open()).toEqual(['tab2'])
  view.setState(selecting(beside))
  expect(open()).toEqual(['tab2'])
  view.setState(selecting(text))
  moveNode(program, text, { parentId: tabs, slot: 'tab1', index: 0 })
  expect(open()).toEqual(['tab1'])
  stop()
  view.setState(selecting(beside))
  moveNode(program, text, { parentId: tabs, slot: 'tab2', index: 0 })
  view.setState(selecting(text))
  expect(open()).toEqual(['tab1'])
})

test('a click on the name of a tab opens it, a click beside it does not', () => {
  const { program, place } = testingProgram()
  const tabs = place('tabs')
  const rect = { x: 100, y: 0, width: 80, height: 44 }
  const measured: MeasuredNode = { id: tabs, box: 1, rect, slots: [], texts: [{ prop: 'label2', rect }] }
  const known = { program, blocks: knownBlocks, map: { find: () => measured } as never }
  expect(slotOpenedAt(known, tabs, { x: 120, y: 20 })).toEqual({ nodeId: tabs, slot: 'tab2' })
  expect(slotOpenedAt(known, tabs, { x: 20, y: 20 })).toBeUndefined()
})
