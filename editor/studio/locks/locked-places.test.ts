import { beforeEach, expect, test } from 'vitest'
import { addPage, insertNode, pageSlot, setLock, wholeBlock, type NodeId, type Program } from '#model/index.ts'
import { testingContext, type TestingContext } from '../commands/testing-context.ts'
import { draggedBlock } from '../canvas/drop-tree.ts'
import { announced } from '../drag/announcer.tsx'
import { putDown } from '../drag/carry.ts'
import { dropDragged } from '../drag/drop-dragged.ts'
import { deletePage } from '../pages/page-actions.ts'
import type { StudioSession } from '../session/studio-session.ts'
import { lockedNodesOf } from './lock-marks.tsx'

let context: TestingContext
let section: NodeId
let inside: NodeId
let free: NodeId

/** section(heading), heading: the section is locked by the agency, and this person may not lock. */
beforeEach(() => {
  const made = testingContext()
  context = { ...made, canLock: false }
  const { program } = context
  const pageId = program.pages()[0]!.id
  const place = (type: string, parentId: NodeId | typeof pageId, slot: string) => {
    const placed = insertNode(program, { type, props: {}, to: { parentId, slot, index: 9 } })
    if (!placed.ok) throw new Error(placed.reason)
    return placed.value
  }
  section = place('section', pageId, pageSlot)
  inside = place('heading', section, 'main')
  free = place('heading', pageId, pageSlot)
  setLock(program, section, wholeBlock, true)
})

const orderOf = () => context.program.children(context.program.pages()[0]!.id, pageSlot)
const toPage = (index: number) => ({ parentId: context.program.pages()[0]!.id, slot: pageSlot, index })

test('what is locked, or stands in it, is moved by no hand; what is free beside it is', () => {
  for (const id of [section, inside]) {
    expect(dropDragged(context, { kind: 'nodes', ids: [id], types: ['heading'] }, toPage(1))).toBe(false)
    expect(orderOf()).toEqual([section, free])
  }
  expect(dropDragged(context, { kind: 'nodes', ids: [free], types: ['heading'] }, toPage(0))).toBe(true)
  expect(orderOf()).toEqual([free, section])
})

test('what is carried and refused where it is put down is not said to be dropped', () => {
  const { view, words } = context
  const carry = (id: NodeId) =>
    view.setState({
      drag: { dragged: { kind: 'nodes', ids: [id], types: ['heading'] }, place: undefined, over: undefined, by: 'tap' },
    })
  carry(free)
  putDown(context, words, { parentId: section, slot: 'main', index: 0 })
  expect(announced()).toBe('Heading could not be dropped there. Nothing has changed.')
  expect(view.getState().drag).toBeUndefined()
  carry(free)
  putDown(context, words, toPage(0))
  expect(announced()).toMatch(/^Heading dropped/)
  expect(orderOf()).toEqual([free, section])
})

test('nothing is put into what is locked, old or new', () => {
  const into = { parentId: section, slot: 'main', index: 0 }
  expect(dropDragged(context, { kind: 'nodes', ids: [free], types: ['heading'] }, into)).toBe(false)
  expect(dropDragged(context, draggedBlock('heading'), into)).toBe(false)
  expect(context.program.children(section)).toEqual([inside])
})

test('a page with something locked on it is not deleted; another one is', () => {
  const { program } = context
  addPage(program, { title: 'Other' })
  const [first] = program.pages()
  const session = { ...context, edit: (_name: string, run: (of: Program) => void) => run(program) }
  for (const page of program.pages()) deletePage(session as unknown as StudioSession, page)
  expect(program.pages().map(({ id }) => id)).toEqual([first!.id])
})

test('the marks on the canvas follow the locks', () => {
  const { program } = context
  const locked = lockedNodesOf(program)
  expect(locked.get()).toEqual([section])
  setLock(program, free, wholeBlock, true)
  setLock(program, section, wholeBlock, false)
  expect(locked.get()).toEqual([free])
})
