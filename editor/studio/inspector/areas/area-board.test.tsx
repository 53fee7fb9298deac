// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest'
import { queryCache } from '#editor/api/index.ts'
import { selecting } from '#editor/state/selection.ts'
import { onScreen, type OnScreen } from '#editor/testing/on-screen.tsx'
import { pageSlot, type NodeId } from '#model/index.ts'
import type { JsonObject } from '#model/json.ts'
import { Inspector } from '../inspector.tsx'

const picture = { url: '/pictures/plan', widthPx: 800, heightPx: 400, alt: 'Plan' }
const areas = [{ name: 'Door', link: null, left: 10, top: 20, width: 30, height: 40 }]
const block = { type: 'hot-area-image', props: { picture, areas } }

beforeEach(() => {
  localStorage.clear()
  queryCache.clear()
})
afterEach(() => document.body.replaceChildren())

const first = ({ session: { program } }: OnScreen): NodeId => program.children(program.pages()[0]!.id, pageSlot)[0]!
const areasOf = (screen: OnScreen) => screen.session.program.node(first(screen))?.props.areas as JsonObject[]

/** The board, 200 × 100 px large at the corner of the screen, so that half a percent is one px. */
async function open(screen: OnScreen): Promise<HTMLElement> {
  await screen.act(() => screen.session.view.setState(selecting(first(screen))))
  const board = screen.element.querySelector<HTMLElement>('[data-testid=area-board]')!
  board.getBoundingClientRect = () => new DOMRect(0, 0, 200, 100)
  board.setPointerCapture = () => undefined
  return board
}

async function drag(screen: OnScreen, on: Element, from: readonly [number, number], to: readonly [number, number]) {
  const fire = (type: string, [clientX, clientY]: readonly [number, number]) =>
    screen.act(() => void on.dispatchEvent(new PointerEvent(type, { bubbles: true, button: 0, clientX, clientY })))
  await fire('pointerdown', from)
  await fire('pointermove', to)
  await fire('pointerup', to)
}

test('an area is drawn on the picture, and its fields open to say what is there; one undo takes it away', async () => {
  using screen = await onScreen([block], <Inspector />)
  const board = await open(screen)
  await drag(screen, board, [100, 50], [180, 90])
  expect(areasOf(screen)).toHaveLength(2)
  expect(areasOf(screen)[1]).toMatchObject({ name: '', left: 50, top: 50, width: 40, height: 40 })
  expect(screen.element.querySelectorAll('.st-list__fields')).toHaveLength(1)
  await screen.act(() => void screen.session.undo.undo())
  expect(areasOf(screen)).toHaveLength(1)
})

test('a drag moves an area in one step, its corner sizes it, and it says where it is', async () => {
  using screen = await onScreen([block], <Inspector />)
  const board = await open(screen)
  const area = () => board.querySelector('[data-area="0"]')!
  await drag(screen, area(), [30, 30], [50, 40])
  expect(areasOf(screen)[0]).toMatchObject({ left: 20, top: 30, width: 30, height: 40, name: 'Door' })
  await drag(screen, area().querySelector('[data-corner=se]')!, [100, 70], [120, 80])
  expect(areasOf(screen)[0]).toMatchObject({ left: 20, top: 30, width: 40, height: 50 })
  expect(area().getAttribute('aria-label')).toContain('40% wide')
  await screen.act(() => void screen.session.undo.undo())
  expect(areasOf(screen)[0]).toMatchObject({ width: 30, height: 40 })
})

test('keys move, size and remove the chosen area', async () => {
  using screen = await onScreen([block], <Inspector />)
  const board = await open(screen)
  const press = (key: string, shiftKey = false) =>
    screen.act(
      () =>
        void board
          .querySelector('[data-area="0"]')!
          .dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true })),
    )
  await press('ArrowRight')
  await press('ArrowDown', true)
  expect(areasOf(screen)[0]).toMatchObject({ left: 11, top: 20, width: 30, height: 41 })
  await press('Delete')
  expect(areasOf(screen)).toEqual([])
})

test('whoever may only look sees the areas and draws none', async () => {
  using screen = await onScreen([block], <Inspector />, { role: 'viewer' })
  const board = await open(screen)
  await drag(screen, board, [100, 50], [180, 90])
  await drag(screen, board.querySelector('[data-area="0"]')!, [30, 30], [50, 40])
  expect(areasOf(screen)).toEqual(areas)
})
