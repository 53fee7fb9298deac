// @vitest-environment happy-dom
import { renderedDuring } from '#editor/testing/rendered.ts'
import { expect, test } from 'vitest'
import { pageSlot, setText } from '#model/index.ts'
import { onScreen } from '#editor/testing/on-screen.tsx'
import { LayersPanel } from './layers-panel.tsx'

test('an edit of one block draws the row that shows it, and no other', async () => {
  const nodes = ['One', 'Two', 'Three'].map((text) => ({ type: 'heading', props: { text } }))
  using screen = await onScreen(nodes, <LayersPanel />)
  const { program } = screen.session
  const [first] = program.children(program.pages()[0]!.id, pageSlot)
  const drawn = await renderedDuring(() =>
    screen.act(() => screen.session.edit('type-text', (edited) => setText(edited, first!, 'text', 'One!'))),
  )
  expect(screen.element.querySelector(`[data-layer="${first}"]`)?.textContent).toContain('One!')
  expect(drawn.get('NodeLabel')).toBe(1)
  for (const other of ['LayersPanel', 'DropHint', 'SlotLabel']) expect(drawn.get(other), other).toBeUndefined()
})
