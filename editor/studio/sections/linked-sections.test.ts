import { beforeEach, expect, test } from 'vitest'
import { findPart, insertNode, pageSlot, partId, partPath, setOverride, type NodeId } from '#model/index.ts'
import { leadOf } from '#editor/state/selection.ts'
import { en } from '#editor/words/en.ts'
import { findCommand } from '../commands/registry.ts'
import { testingContext, type TestingContext } from '../commands/testing-context.ts'
import { findInsertable, listInsertables, placeNew } from '../insert/insertable.ts'
import { editSection, leaveSection } from './edit-section.ts'
import { detachSection, editSectionCommand, saveAsSection } from './linked-section-commands.ts'
import { keyOfSection } from './section-source.ts'
import { typeInPart } from './type-in-part.ts'

let context: TestingContext
let heading: NodeId
let text: NodeId

beforeEach(() => {
  context = testingContext()
  const { program } = context
  const parentId = program.pages()[0]!.id
  const place = (type: string, props: { readonly [name: string]: string }) => {
    const placed = insertNode(program, { type, props, to: { parentId, slot: pageSlot, index: 9 } })
    if (!placed.ok) throw new Error(placed.reason)
    return placed.value
  }
  heading = place('heading', { text: 'Come in' })
  text = place('text', {})
  context.view.setState({ pageId: parentId, selection: [heading, text] })
})

const lead = () => leadOf(context.view.getState())!
const press = (key: string, held = {}) => {
  const keys = { key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held }
  const command = findCommand(keys, 'all', false, context)
  command?.run(context)
  return command?.name
}
const save = () => {
  saveAsSection.run(context)
  const [section] = context.program.sections()
  return { section: section!, part: partId(lead(), partPath(heading)) }
}

test('what is chosen becomes a section with a name of its own words, ready to be placed again', () => {
  const { section } = save()
  expect(section.name).toBe('Come in')
  expect(context.view.getState().naming).toBe(section.id)
  expect(listInsertables(context).map(({ key }) => key)).toContain(keyOfSection(section.id))
  const to = { parentId: context.program.pages()[0]!.id, slot: pageSlot, index: 1 }
  expect(placeNew(context, keyOfSection(section.id), to)).toBeDefined()
  expect(context.program.instancesOf(section.id).size).toBe(2)
  expect(
    placeNew(context, keyOfSection(section.id), { parentId: section.id, slot: pageSlot, index: 0 }),
  ).toBeUndefined()
  expect(findInsertable(context, 'section:gone')).toBeUndefined()
})

test('on a part, Delete hides it here, keys that move say why not, Escape goes out to the place', () => {
  const { section, part } = save()
  const instance = lead()
  context.view.setState({ selection: [part] })
  expect(press('ArrowUp', { altKey: true })).toBe('refuse-in-place')
  expect(context.toasts.at(-1)?.text).toBe(en.sections.structureIsShared)
  context.toasts.at(-1)?.action?.run()
  expect(context.view.getState().pageId).toBe(section.id)
  leaveSection(context.view, context.program)
  context.view.setState({ selection: [part] })
  expect(press('Escape')).toBe('leave-part')
  expect(lead()).toBe(instance)
  context.view.setState({ selection: [part] })
  expect(press('Delete')).toBe('hide-part')
  expect(Object.keys(context.program.node(instance)!.props).toSorted()).toEqual(
    [`${heading}/$hidden`, 'section'].toSorted(),
  )
  context.toasts.at(-1)?.action?.run()
  expect(Object.keys(context.program.node(instance)!.props)).toEqual(['section'])
})

test('keys go into a place, among its parts and out again, and Enter types in one', () => {
  const { part } = save()
  const instance = lead()
  const second = partId(instance, partPath(text))
  for (const [key, at] of [
    ['ArrowRight', part],
    ['ArrowDown', second],
    ['ArrowUp', part],
    ['ArrowLeft', instance],
    ['ArrowRight', part],
  ] as const) {
    press(key)
    expect(lead()).toBe(at)
  }
  expect(press('Enter')).toBe('type-in-text')
  expect(context.view.getState().typing).toMatchObject({ nodeId: part, prop: 'text' })
})

test('typing on the canvas in a part is other here only, and keeps what came meanwhile', () => {
  const { part } = save()
  const { program, blocks } = context
  expect(typeInPart(program, blocks, { nodeId: heading, prop: 'text', value: 'x', base: '' })).toBe(false)
  setOverride(program, part, 'text', 'Come in now')
  typeInPart(program, blocks, { nodeId: part, prop: 'text', value: 'Do come in', base: 'Come in' })
  expect(findPart(program, part)?.props.text).toContain(' now')
  expect(program.node(heading)?.props.text).toBe('Come in')
})

test('editing a section leads back to where it was opened, also from one inside another', () => {
  const { section } = save()
  const { view, program } = context
  const pageId = view.getState().pageId
  editSectionCommand.run(context)
  expect(view.getState()).toMatchObject({ pageId: section.id, selection: [] })
  view.setState({ selection: [heading] })
  saveAsSection.run(context)
  const inner = program.sections()[1]!
  editSection(view, inner.id)
  leaveSection(view, program)
  expect(view.getState().pageId).toBe(section.id)
  leaveSection(view, program)
  expect(view.getState()).toMatchObject({ pageId, cameFrom: [] })
})

test('detaching chooses the blocks that stand there now', () => {
  save()
  detachSection.run(context)
  const { program, view } = context
  expect(view.getState().selection.map((id) => program.node(id)?.type)).toEqual(['heading', 'text'])
  expect(saveAsSection.isEnabled(context)).toBe(true)
  expect(detachSection.isEnabled(context)).toBe(false)
})
