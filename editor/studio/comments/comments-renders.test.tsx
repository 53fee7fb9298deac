// @vitest-environment happy-dom
import { renderedDuring } from '#editor/testing/rendered.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { queryCache } from '#editor/api/index.ts'
import { moveNode, pageSlot, removeNode, setText, type NodeId } from '#model/index.ts'
import type { CommentThread } from '#platform/contract/comments.ts'
import type { StudioSession } from '../session/studio-session.ts'
import { onScreen } from '#editor/testing/on-screen.tsx'
import { CommentPins } from './comment-pins.tsx'
import { CommentsPanel } from './comments-panel.tsx'
import { commentsKey } from './known-threads.ts'

let told: CommentThread[] = []

beforeEach(() => {
  told = []
  localStorage.clear()
  queryCache.clear()
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(told)))
})
afterEach(() => vi.unstubAllGlobals())

function thread(id: string, nodeId: string, more: Partial<CommentThread> = {}): CommentThread {
  const at = '2026-01-01T00:00:00.000Z'
  const said = {
    id,
    authorId: 'bo',
    authorName: 'Bo',
    body: `Said ${id}`,
    mentions: [],
    createdAtIso: at,
    editedAtIso: null,
  }
  return {
    id,
    kind: 'comment',
    pageId: null,
    nodeId,
    field: null,
    pinnedTo: 'One',
    createdAtIso: at,
    changedAtIso: at,
    resolved: false,
    resolvedBy: null,
    unread: false,
    mentionsYou: false,
    comments: [said],
    ...more,
  }
}

const nodes = ['One', 'Two', 'Three'].map((text) => ({ type: 'heading', props: { text } }))
const idsOf = ({ program }: StudioSession) => program.children(program.pages()[0]!.id, pageSlot)

function measure({ map, program }: StudioSession, ids: readonly NodeId[], height = 50): void {
  map.accept({
    kind: 'measured',
    pageId: program.pages()[0]!.id,
    whole: true,
    nodes: ids.map((id, at) => ({
      id,
      box: 1,
      rect: { x: 0, y: at * height, width: 390, height },
      slots: [],
      texts: [],
    })),
    moved: [],
    removed: [],
    heightPx: 800,
  })
}

/** Shows the part with these threads, once they have been told. */
async function showing(part: Parameters<typeof onScreen>[1], threads: (ids: readonly NodeId[]) => CommentThread[]) {
  const screen = await onScreen(nodes, part)
  const ids = idsOf(screen.session)
  told = threads(ids)
  await screen.act(() => measure(screen.session, ids))
  await screen.act(() => void queryCache.refresh(commentsKey('program')))
  await vi.waitFor(() =>
    screen.act(() => expect(queryCache.read(commentsKey('program'))).toMatchObject({ value: told })),
  )
  return { screen, ids }
}

const pins = (element: Element) =>
  [...element.querySelectorAll<HTMLElement>('[data-pin]')].map((pin) => `${pin.textContent} ${pin.style.top}`)

test('several threads on one block are one pin with their number; an edit elsewhere draws none of them', async () => {
  const { screen, ids } = await showing(<CommentPins />, ([one, two]) => [
    thread('a', one!),
    thread('b', one!),
    thread('c', two!, { unread: true, mentionsYou: true }),
    thread('d', two!, { resolved: true }),
  ])
  using shown = screen
  expect(pins(shown.element)).toEqual(['2 0px', '@ 50px'])
  const drawn = await renderedDuring(() =>
    shown.act(() => shown.session.edit('type-text', (program) => setText(program, ids[2]!, 'text', 'Three!'))),
  )
  for (const name of ['Pins', 'Pin', 'CommentPins']) expect(drawn.get(name), name).toBeUndefined()
  await shown.act(() => measure(shown.session, ids, 80))
  expect(pins(shown.element)).toEqual(['2 0px', '@ 80px'])
  await shown.act(() => shown.session.view.setState({ zoom: 0.5 }))
  expect(pins(shown.element)).toEqual(['2 0px', '@ 40px'])
})

test('the list says what was deleted and brings it back, and follows a block that is moved', async () => {
  const { screen, ids } = await showing(<CommentsPanel />, ([one]) => [thread('a', one!)])
  using shown = screen
  const { session, element, act } = shown
  const row = () => element.querySelector<HTMLElement>('[data-thread-row=a]')!
  expect(row().textContent).toContain('Heading “One” · Home')
  await act(() => session.edit('delete-selection', (program) => removeNode(program, ids[0]!)))
  expect(row().textContent).toContain('The block “One” was deleted.')
  await act(() => row().querySelector('button')!.click())
  const back = [...row().querySelectorAll('button')].find(({ textContent }) => textContent === 'Bring it back')
  await act(() => back!.click())
  expect(row().textContent).toContain('Heading “One” · Home')
  await act(() =>
    session.edit('move', (program) =>
      moveNode(program, ids[0]!, { parentId: program.pages()[0]!.id, slot: pageSlot, index: 2 }),
    ),
  )
  expect(row().textContent).toContain('Heading “One” · Home')
})
