import { beforeEach, describe, expect, test } from 'vitest'
import { insertNode, pageSlot, type NodeId, type ParentId } from '#model/index.ts'
import { draggedNodes } from '../canvas/drop-tree.ts'
import { dropDragged } from '../drag/drop-dragged.ts'
import { findCommand } from './registry.ts'
import { dropTreeOf } from './structure.ts'
import { testingContext, type TestingContext } from './testing-context.ts'

let context: TestingContext
const ids: { [name: string]: NodeId } = {}

/** heading, columns(left: picture, caption | right: empty), text */
beforeEach(() => {
  context = testingContext()
  const { program } = context
  const pageId = program.pages()[0]!.id
  const place = (name: string, type: string, parentId: ParentId = pageId, slot = pageSlot) => {
    const placed = insertNode(program, { type, props: {}, to: { parentId, slot, index: 99 } })
    if (placed.ok) ids[name] = placed.value
  }
  place('heading', 'heading')
  place('columns', 'columns')
  place('picture', 'image', ids.columns, 'column1')
  place('caption', 'text', ids.columns, 'column1')
  place('text', 'text')
})

const named = (found: readonly NodeId[]) => found.map((id) => Object.keys(ids).find((name) => ids[name] === id))
const select = (...names: string[]) => context.view.setState({ selection: names.map((name) => ids[name]!) })
const press = (key: string, ctrlKey = false) => {
  const keys = { key, ctrlKey, metaKey: false, shiftKey: false, altKey: false }
  findCommand(keys, 'all', false, context)?.run(context)
}

describe('choosing all', () => {
  test('takes what stands beside the chosen one, and pressed again what is around that', () => {
    select('picture')
    press('a', true)
    expect(named(context.view.getState().selection)).toEqual(['picture', 'caption'])
    press('a', true)
    expect(named(context.view.getState().selection)).toEqual(['heading', 'columns', 'text'])
  })

  test('takes the whole page while nothing is chosen', () => {
    press('a', true)
    expect(named(context.view.getState().selection)).toEqual(['heading', 'columns', 'text'])
  })
})

test('a slash asks what to insert at the end of the page while nothing is chosen', () => {
  press('/')
  const pageId = context.program.pages()[0]!.id
  expect(context.view.getState().inserter?.to).toMatchObject({ parentId: pageId })
})

test('several dropped in a container keep the order of the page, stay chosen, and are one step to undo', () => {
  const { program, blocks, view, undo } = context
  const pageId = program.pages()[0]!.id
  const tree = dropTreeOf(program, blocks, pageId)
  const dragged = draggedNodes(tree, [ids.heading!, ids.text!])
  expect(dropDragged(context, dragged, { parentId: ids.columns!, slot: 'column1', index: 1 })).toBe(true)
  expect(named(program.children(ids.columns!, 'column1'))).toEqual(['picture', 'heading', 'text', 'caption'])
  expect(named(view.getState().selection)).toEqual(['heading', 'text'])
  undo.undo()
  expect(named(program.children(pageId))).toEqual(['heading', 'columns', 'text'])
})
