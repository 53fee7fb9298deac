// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest'
import type { Role } from '#platform/contract/merchant.ts'
import { onScreen, type OnScreen } from '#editor/testing/on-screen.tsx'
import { en } from '#editor/words/en.ts'
import {
  addCodeBlock,
  addPage,
  codeBlockType,
  pageSlot,
  placeCodeBlock,
  removeCodeBlock,
  type CodeBlockId,
} from '#model/index.ts'
import { nodesOf } from '../session/nodes-of.ts'
import { commandContextOf } from '../session/use-commands.ts'
import { useView } from '../session/use-session.tsx'
import { editCode, newCodeBlock, openCode } from './code-commands.ts'
import { CodeCards, NewCodeBlock } from './code-cards.tsx'
import { CodePanel } from './code-panel.tsx'
import { askToDeleteCode } from './delete-code.ts'
import { DeleteCodeDialog } from './delete-code-dialog.tsx'
import { placesOfCode } from './places-of-code.ts'
import { greeting } from './testing-source.ts'

// Monaco draws in a real browser only; a plain text area takes its place.
vi.mock('./code-area.tsx', () => ({
  CodeArea: ({ isReadOnly }: { readonly isReadOnly: boolean }) => <textarea readOnly={isReadOnly} />,
}))

const words = en.codeBlocks

/** What the studio shows of code blocks. */
function Parts() {
  const open = useView((state) => state.codeOf)
  const deleting = useView((state) => state.deletingCode)
  return (
    <>
      <CodeCards search="" />
      <NewCodeBlock />
      {open === undefined ? null : <CodePanel id={open} />}
      {deleting === undefined ? null : <DeleteCodeDialog id={deleting} />}
    </>
  )
}

async function screenWith(role: Role, contentOnly = false) {
  const screen = await onScreen([{ type: 'heading', props: { text: 'One' } }], <Parts />, { role, contentOnly })
  const { program } = screen.session
  let id!: CodeBlockId
  await screen.act(() => void (id = addCodeBlock(program, { name: 'Greeting', source: greeting('One') })))
  return { screen, id, program }
}

const text = (element: Element | null | undefined) => element?.textContent ?? ''
const buttonOf = (name: string) =>
  [...document.querySelectorAll('button')].find((each) => (each.getAttribute('aria-label') ?? text(each)) === name)
const press = (screen: OnScreen, name: string) =>
  screen.act(() => {
    const button = buttonOf(name)
    if (!button) throw new Error(`There is no button ${name}`)
    button.click()
  })

test.each([
  ['a viewer', 'viewer', false, true],
  ['somebody who may change content only', 'editor', true, true],
  ['a designer', 'designer', false, false],
] as const)('the code as %s sees it', async (_, role, contentOnly, isReadOnly) => {
  const { screen, id } = await screenWith(role, contentOnly)
  using shown = screen
  expect(buttonOf(words.newBlock) === undefined).toBe(isReadOnly)
  expect(newCodeBlock.isEnabled(commandContextOf(shown.session, en))).toBe(!isReadOnly)
  await shown.act(() => openCode(shown.session.view, id))
  await vi.waitFor(() => expect(shown.element.querySelector('textarea')).not.toBeNull())
  expect(shown.element.querySelector('textarea')?.readOnly).toBe(isReadOnly)
  expect(shown.element.querySelector('[data-testid=code-read-only]') !== null).toBe(isReadOnly)
})

test('a new code block stands behind what is chosen, is chosen itself, and its code is open; one undo takes it away', async () => {
  using screen = await onScreen([{ type: 'heading', props: { text: 'One' } }], <Parts />)
  const { program, view, undo } = screen.session
  await screen.act(() => newCodeBlock.run(commandContextOf(screen.session, en)))
  const [block] = program.codeBlocks()
  const [, second] = program.children(program.pages()[0]!.id, pageSlot)
  expect(program.node(second!)?.type).toBe(codeBlockType(block!.id))
  expect(view.getState()).toMatchObject({ codeOf: block!.id, selection: [second] })
  expect(editCode.isEnabled(commandContextOf(screen.session, en))).toBe(true)
  await screen.act(() => void undo.undo())
  expect(nodesOf(program)).toHaveLength(1)
})

test('of one that is in use it is said where, and it goes on standing there', async () => {
  const { screen, id, program } = await screenWith('owner')
  using shown = screen
  const home = program.pages()[0]!.id
  const about = addPage(program, { title: 'About us', slug: 'about' })
  for (const parentId of [home, about, about]) placeCodeBlock(program, id, { parentId, slot: pageSlot, index: 0 })
  expect(placesOfCode(program, id).map(({ root, count }) => [root, count])).toEqual([
    [home, 1],
    [about, 2],
  ])
  await shown.act(() => askToDeleteCode(shown.session, en, id))
  const dialog = document.querySelector('[role=dialog]')
  expect(text(dialog)).toContain('Delete “Greeting”?')
  expect([...dialog!.querySelectorAll('li span')].map(text)).toEqual(['Home', 'About us (2 times)'])
  await press(shown, en.common.delete)
  expect(document.querySelector('[role=dialog]')).toBeNull()
  expect(program.codeBlock(id)?.isDeleted).toBe(true)
  expect(nodesOf(program)).toHaveLength(4)
})

test('the palette lists what can be placed, and not what was deleted', async () => {
  const { screen, id, program } = await screenWith('owner')
  using shown = screen
  expect(buttonOf('Insert Greeting')).toBeDefined()
  await shown.act(() => void removeCodeBlock(program, id))
  expect(buttonOf('Insert Greeting')).toBeUndefined()
})

test('one that stands nowhere is deleted without a question, and is offered again by undo', async () => {
  const { screen, id, program } = await screenWith('owner')
  using shown = screen
  await shown.act(() => askToDeleteCode(shown.session, en, id))
  expect(document.querySelector('[role=dialog]')).toBeNull()
  expect(program.codeBlock(id)?.isDeleted).toBe(true)
  await shown.act(() => void shown.session.undo.undo())
  expect(program.codeBlock(id)?.isDeleted).toBe(false)
})
