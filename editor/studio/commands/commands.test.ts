import { beforeEach, describe, expect, test } from 'vitest'
import {
  createProgramDoc,
  createUndo,
  insertNode,
  openProgram,
  pageSlot,
  transact,
  type NodeId,
  type Program,
} from '#model/index.ts'
import { createViewState } from '#editor/state/view-state.ts'
import { en } from '#editor/words/en.ts'
import type { ToastMessage } from '#editor/ui/toast.tsx'
import { createMeasuredMap } from '../canvas/measured-map.ts'
import { knownBlocks } from '../session/known-blocks.ts'
import { commands, findCommand } from './registry.ts'
import type { KeyPress } from './hotkey.ts'
import type { CommandContext } from './studio-command.ts'
import { dropTreeOf, placeForNew } from './structure.ts'

let context: CommandContext
let program: Program
let toasts: ToastMessage[]
const ids: { [name: string]: NodeId } = {}

/** heading, columns(left: picture | right: empty), text */
beforeEach(() => {
  const spec = { theme: {}, pages: [{ title: { en: 'Home', 'zh-CN': '首页' }, slug: '', nodes: [] }] }
  program = openProgram(createProgramDoc(spec, { name: 'Test', language: 'en' }))
  const pageId = program.pages()[0]!.id
  const place = (name: string, type: string, parentId: NodeId | typeof pageId = pageId, slot = pageSlot) => {
    const placed = insertNode(program, { type, props: {}, to: { parentId, slot, index: 99 } })
    if (placed.ok) ids[name] = placed.value
  }
  place('heading', 'heading')
  place('columns', 'columns')
  place('picture', 'image', ids.columns, 'column1')
  place('text', 'text')
  toasts = []
  context = {
    program,
    undo: createUndo(program),
    view: createViewState({ pageId }),
    blocks: knownBlocks,
    map: createMeasuredMap(),
    words: en,
    canEdit: true,
    toast: (message) => toasts.push(message),
    startTyping: (nodeId, prop) => context.view.setState({ typing: { nodeId, prop, at: 'all' } }),
  }
})

const select = (name: string) => context.view.setState({ selected: ids[name] })
const selected = () => Object.keys(ids).find((name) => ids[name] === context.view.getState().selected)
const press = (key: string, held: Partial<KeyPress> = {}) => {
  const keys = { key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held }
  const command = findCommand(keys, 'all', false, context)
  command?.run(context)
  return command?.name
}
const page = () => outline(program.pages()[0]!.id)
function outline(parentId: Parameters<Program['children']>[0]): string {
  return program
    .slotsOf(parentId)
    .map((slot) =>
      program
        .children(parentId, slot)
        .map((id) => `${program.node(id)?.type}${program.children(id).length > 0 ? `(${outline(id)})` : ''}`)
        .join(' '),
    )
    .join(' | ')
}

describe('deleting', () => {
  test('chooses the neighbour and can be taken back from the toast', () => {
    select('heading')
    expect(press('Delete')).toBe('delete-selection')
    expect(page()).toBe('columns(image) text')
    expect(selected()).toBe('columns')
    toasts[0]?.action?.run()
    expect(page()).toBe('heading columns(image) text')
  })

  test('the last one in a container chooses the container', () => {
    select('picture')
    press('Backspace')
    expect(selected()).toBe('columns')
  })
})

describe('moving by keys', () => {
  test('goes past a sibling, and at the end of the page not at all', () => {
    select('heading')
    press('ArrowDown', { altKey: true })
    expect(page()).toBe('columns(image) heading text')
    select('text')
    expect(press('ArrowDown', { altKey: true })).toBeUndefined()
  })

  test('at the end of a column goes into the next one, and from the last one out', () => {
    select('picture')
    press('ArrowDown', { altKey: true })
    expect(program.node(ids.picture!)?.place.slot).toBe('column2')
    press('ArrowDown', { altKey: true })
    press('ArrowDown', { altKey: true })
    expect(page()).toBe('heading columns image text')
  })

  test('a column that the canvas does not show is passed over', () => {
    const rect = { x: 0, y: 0, width: 1, height: 1 }
    const slots = ['column1', 'column2'].map((name) => ({ name, rect, axis: 'vertical' as const }))
    context.map.accept({
      kind: 'measured',
      pageId: program.pages()[0]!.id,
      whole: true,
      removed: [],
      heightPx: 1,
      nodes: [{ id: ids.columns!, rect, slots, texts: [] }],
    })
    select('picture')
    press('ArrowDown', { altKey: true })
    press('ArrowDown', { altKey: true })
    expect(page()).toBe('heading columns image text')
  })

  test('into the container above and out of it again', () => {
    select('text')
    press('ArrowRight', { altKey: true })
    expect(program.node(ids.text!)?.place.parentId).toBe(ids.columns)
    press('ArrowLeft', { altKey: true })
    expect(page()).toBe('heading columns(image) text')
  })

  test('each is one undo step', () => {
    select('heading')
    press('ArrowDown', { altKey: true })
    press('ArrowDown', { altKey: true })
    press('z', { ctrlKey: true })
    expect(page()).toBe('columns(image) heading text')
    press('Z', { ctrlKey: true, shiftKey: true })
    expect(page()).toBe('columns(image) text heading')
  })
})

describe('choosing by keys', () => {
  test('along the page, inwards and outwards', () => {
    press('ArrowDown')
    expect(selected()).toBe('heading')
    press('ArrowDown')
    press('ArrowRight')
    expect(selected()).toBe('picture')
    press('Escape')
    expect(selected()).toBe('columns')
    press('Escape')
    expect(selected()).toBeUndefined()
  })

  test('Enter types in the block’s text', () => {
    select('heading')
    press('Enter')
    expect(context.view.getState().typing).toMatchObject({ nodeId: ids.heading, prop: 'text' })
  })
})

test('duplicating chooses the copy', () => {
  select('columns')
  press('d', { ctrlKey: true })
  expect(page()).toBe('heading columns(image) columns(image) text')
  expect(context.view.getState().selected).not.toBe(ids.columns)
})

test('who may only look changes nothing', () => {
  context = { ...context, canEdit: false }
  transact(program, { by: 'command', name: 'test' }, () => undefined)
  select('heading')
  for (const key of ['Delete', 'Enter']) expect(press(key)).toBeUndefined()
  expect(press('d', { ctrlKey: true })).toBeUndefined()
})

test('while somebody types no shortcut fires, and a list keeps its arrows', () => {
  select('heading')
  const arrow = { key: 'ArrowDown', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false }
  expect(findCommand(arrow, 'none', false, context)).toBeUndefined()
  expect(findCommand(arrow, 'own-keys', false, context)).toBeUndefined()
  expect(findCommand({ ...arrow, altKey: true }, 'own-keys', false, context)?.name).toBe('move-down')
})

test('no two commands share a name or a key', () => {
  const keys = commands.flatMap(({ hotkeys }) => hotkeys)
  expect(new Set(keys).size).toBe(keys.length)
  expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length)
})

describe('a block added without pointing at a place', () => {
  const placeNew = (type = 'text') => {
    const tree = dropTreeOf(program, knownBlocks, program.pages()[0]!.id, context.map)
    return placeForNew(tree, program, context.view.getState().selected, type)
  }

  test('goes behind the selection, else to the end', () => {
    expect(placeNew()).toMatchObject({ index: 3 })
    select('heading')
    expect(placeNew()).toMatchObject({ index: 1 })
    select('picture')
    expect(placeNew()).toMatchObject({ parentId: ids.columns, slot: 'column1', index: 1 })
  })

  test('fills a container that is empty', () => {
    select('picture')
    press('Delete')
    expect(selected()).toBe('columns')
    expect(placeNew()).toMatchObject({ parentId: ids.columns, slot: 'column1', index: 0 })
  })
})
