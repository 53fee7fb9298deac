import { beforeEach, describe, expect, test } from 'vitest'
import { addPage, insertNode, pageSlot, transact, type NodeId, type Program } from '#model/index.ts'
import { leadOf, outermost } from '#editor/state/selection.ts'
import { en } from '#editor/words/en.ts'
import type { ToastMessage } from '#editor/ui/toast.tsx'
import { knownBlocks } from '../session/known-blocks.ts'
import { findCommand } from './registry.ts'
import type { KeyPress } from './hotkey.ts'
import { moveToPage } from './section-commands.ts'
import { undo } from './edit-commands.ts'
import { testingContext, type TestingContext } from './testing-context.ts'
import { dropTreeOf, placeForNew } from './structure.ts'

let context: TestingContext
let program: Program
let toasts: ToastMessage[]
const ids: { [name: string]: NodeId } = {}

/** heading, columns(left: picture | right: empty), text */
beforeEach(() => {
  context = testingContext()
  program = context.program
  toasts = context.toasts
  const pageId = program.pages()[0]!.id
  const place = (name: string, type: string, parentId: NodeId | typeof pageId = pageId, slot = pageSlot) => {
    const placed = insertNode(program, { type, props: {}, to: { parentId, slot, index: 99 } })
    if (placed.ok) ids[name] = placed.value
  }
  place('heading', 'heading')
  place('columns', 'columns')
  place('picture', 'image', ids.columns, 'column1')
  place('text', 'text')
})

const select = (...names: string[]) => context.view.setState({ selection: names.map((name) => ids[name]!) })
const selected = () => Object.keys(ids).find((name) => ids[name] === leadOf(context.view.getState()))
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
      moved: [],
      removed: [],
      heightPx: 1,
      nodes: [{ id: ids.columns!, box: 1, rect, slots, texts: [] }],
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

describe('choosing several by keys', () => {
  const chosen = () => context.view.getState().selection.map((id) => Object.keys(ids).find((name) => ids[name] === id))
  const extend = (key: string) => press(key, { shiftKey: true })

  test('Shift with an arrow takes in the next one beside, which then leads', () => {
    select('heading')
    extend('ArrowDown')
    extend('ArrowDown')
    expect(chosen()).toEqual(['heading', 'columns', 'text'])
    expect(extend('ArrowDown')).toBeUndefined()
  })

  test('back the way one came it leaves one out again, then goes on to the other side', () => {
    select('columns')
    extend('ArrowDown')
    extend('ArrowUp')
    expect(chosen()).toEqual(['columns'])
    extend('ArrowUp')
    expect(chosen()).toEqual(['columns', 'heading'])
  })

  test('what was chosen elsewhere stays chosen when it is reached', () => {
    select('heading', 'text')
    extend('ArrowUp')
    extend('ArrowUp')
    expect(chosen()).toEqual(['text', 'columns', 'heading'])
  })

  test('with nothing chosen it begins at the edge of the page', () => {
    extend('ArrowDown')
    expect(chosen()).toEqual(['heading'])
  })

  test('what is chosen this way is done with as one', () => {
    select('heading')
    extend('ArrowDown')
    press('Delete')
    expect(page()).toBe('text')
  })
})

describe('several at once', () => {
  test('are deleted, and brought back, in one step', () => {
    select('text', 'heading')
    press('Delete')
    expect(page()).toBe('columns(image)')
    expect(selected()).toBe('columns')
    expect(toasts[0]?.text).toBe('2 blocks deleted')
    press('z', { ctrlKey: true })
    expect(page()).toBe('heading columns(image) text')
  })

  test('are duplicated with what they hold, and the copies are chosen', () => {
    select('heading', 'columns')
    press('d', { ctrlKey: true })
    expect(page()).toBe('heading heading columns(image) columns(image) text')
    expect(context.view.getState().selection).toHaveLength(2)
    press('z', { ctrlKey: true })
    expect(page()).toBe('heading columns(image) text')
  })

  test('move together past the next one, and stay at the edge', () => {
    select('columns', 'heading')
    press('ArrowDown', { altKey: true })
    expect(page()).toBe('text heading columns(image)')
    expect(press('ArrowDown', { altKey: true })).toBeUndefined()
    press('ArrowUp', { altKey: true })
    expect(page()).toBe('heading columns(image) text')
  })

  test('what stands in another chosen one moves with it, not by itself', () => {
    select('picture', 'text', 'columns')
    expect(outermost(program, context.view.getState().selection)).toEqual([ids.columns, ids.text])
  })

  test('Escape leaves them all', () => {
    select('heading', 'text')
    press('Escape')
    expect(context.view.getState().selection).toEqual([])
  })
})

test('duplicating chooses the copy', () => {
  select('columns')
  press('d', { ctrlKey: true })
  expect(page()).toBe('heading columns(image) columns(image) text')
  expect(leadOf(context.view.getState())).not.toBe(ids.columns)
})

test('who may only look changes nothing', () => {
  context = { ...context, canEdit: false, canWrite: false, canLock: false }
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

describe('a block added without pointing at a place', () => {
  const placeNew = (type = 'text') => {
    const tree = dropTreeOf(program, knownBlocks, program.pages()[0]!.id, context.map)
    return placeForNew(tree, program, leadOf(context.view.getState()), type)
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

describe('sections', () => {
  test('siblings are put into one, in order and in their place, and taken out again', () => {
    select('text', 'columns')
    expect(press('g', { ctrlKey: true })).toBe('wrap-in-section')
    expect(page()).toBe('heading section(columns(image) text)')
    expect(press('G', { ctrlKey: true, shiftKey: true })).toBe('unwrap')
    expect(page()).toBe('heading columns(image) text')
    expect(context.view.getState().selection).toHaveLength(2)
    press('z', { ctrlKey: true })
    expect(page()).toBe('heading section(columns(image) text)')
  })

  test('what does not stand side by side is not put into one', () => {
    select('picture', 'text')
    expect(press('g', { ctrlKey: true })).toBeUndefined()
  })
})

test('blocks move to the end of another page, which is then shown', () => {
  const other = addPage(program, { title: 'Menu' })
  select('text', 'heading')
  moveToPage(other, 'Menu').run(context)
  expect(page()).toBe('columns(image)')
  expect(outline(other)).toBe('heading text')
  expect(context.view.getState()).toMatchObject({ pageId: other, selection: [ids.heading, ids.text] })
  undo.run(context)
  expect(page()).toBe('heading columns(image) text')
})

test('hiding takes all that is chosen; only when all are hidden they are shown again', () => {
  const hidden = () => ['heading', 'text'].map((name) => program.node(ids[name]!)?.showWhen?.hidden)
  select('heading')
  expect(press('H', { ctrlKey: true, shiftKey: true })).toBe('toggle-hidden')
  select('heading', 'text')
  press('H', { ctrlKey: true, shiftKey: true })
  expect(hidden()).toEqual([true, true])
  press('H', { ctrlKey: true, shiftKey: true })
  expect(hidden()).toEqual([undefined, undefined])
})

test('undo says what it takes back', () => {
  expect(undo.label(en, context)).toBe('Undo')
  select('heading', 'text')
  press('Delete')
  expect(undo.label(en, context)).toBe('Undo: Delete 2 blocks')
})
