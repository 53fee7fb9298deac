// @vitest-environment happy-dom
import { renderedDuring } from '#editor/testing/rendered.ts'
import { expect, test } from 'vitest'
import { pageSlot, setText, type NodeId } from '#model/index.ts'
import { selecting } from '#editor/state/selection.ts'
import { onScreen, type OnScreen } from '#editor/testing/on-screen.tsx'
import { Inspector } from './inspector.tsx'

const heading = (text: string) => ({ type: 'heading', props: { text } })

function idsOf({ session }: OnScreen): readonly NodeId[] {
  return session.program.children(session.program.pages()[0]!.id, pageSlot)
}

const fieldOf = ({ element }: OnScreen) =>
  element.querySelector<HTMLInputElement>('[data-testid=inspector] [data-field=text] input')!

test('a letter more draws the field that shows it, and no other part of the inspector', async () => {
  using screen = await onScreen([heading('One'), heading('Two')], <Inspector />)
  const [first] = idsOf(screen)
  await screen.act(() => screen.session.view.setState(selecting(first)))
  const drawn = await renderedDuring(() =>
    screen.act(() => screen.session.edit('type-text', (program) => setText(program, first!, 'text', 'One!'))),
  )
  expect(fieldOf(screen).value).toBe('One!')
  expect(drawn.get('BoundField')).toBe(1)
  for (const other of ['Inspector', 'BlocksInspector', 'InspectorHead', 'FieldGroup'])
    expect(drawn.get(other), other).toBeUndefined()
})

test('an edit of another block draws nothing', async () => {
  using screen = await onScreen([heading('One'), heading('Two')], <Inspector />)
  const [first, second] = idsOf(screen)
  await screen.act(() => screen.session.view.setState(selecting(first)))
  const drawn = await renderedDuring(() =>
    screen.act(() => screen.session.edit('type-text', (program) => setText(program, second!, 'text', 'Two!'))),
  )
  expect([...drawn]).toEqual([])
})

test('another block of the kind keeps the fields but not the element that was typed in', async () => {
  using screen = await onScreen([heading('One'), heading('Two')], <Inspector />)
  const [first, second] = idsOf(screen)
  await screen.act(() => screen.session.view.setState(selecting(first)))
  const before = fieldOf(screen)
  const box = before.closest('[data-field]')
  await screen.act(() => screen.session.view.setState(selecting(second)))
  const after = fieldOf(screen)
  expect(after.closest('[data-field]')).toBe(box)
  expect(after.value).toBe('Two')
  // What the browser remembers of the first – its undo, its caret, letters begun – went with its element.
  expect(after).not.toBe(before)
})

test('letters begun with an input method for one block never reach the next', async () => {
  using screen = await onScreen([heading('One'), heading('Two')], <Inspector />)
  const [first, second] = idsOf(screen)
  await screen.act(() => screen.session.view.setState(selecting(first)))
  await screen.act(() => {
    fieldOf(screen).dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))
  })
  await screen.act(() => screen.session.view.setState(selecting(second)))
  expect(fieldOf(screen).value).toBe('Two')
  await screen.act(() => {
    fieldOf(screen).dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }))
  })
  expect(screen.session.program.node(first!)?.props.text).toBe('One')
  expect(screen.session.program.node(second!)?.props.text).toBe('Two')
})
