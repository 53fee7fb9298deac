// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { onScreen, type OnScreen } from '#editor/testing/on-screen.tsx'
import { useTellPresence } from './use-tell-presence.ts'

function Teller() {
  useTellPresence()
  return null
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** With somebody else there, since alone nothing is told. */
async function watched(): Promise<OnScreen> {
  const screen = await onScreen([], <Teller />)
  const bo = new Awareness(new Y.Doc())
  bo.setLocalState({ user: { id: 'bo', name: 'Bo', colour: 1 } })
  applyAwarenessUpdate(screen.session.link.awareness, encodeAwarenessUpdate(bo, [bo.clientID]), 'remote')
  bo.destroy()
  return screen
}

/** What the others are told, once what is due is sent. */
function isAway({ session }: OnScreen): boolean {
  vi.advanceTimersByTime(1000)
  const state = session.link.awareness.getLocalState() as { view?: { isAway?: true } } | null
  return state?.view?.isAway === true
}

test('who touches nothing for a minute is away, and is back with a key, a move or the wheel', async () => {
  using screen = await watched()
  expect(isAway(screen)).toBe(false)
  for (const kind of ['keydown', 'pointermove', 'wheel']) {
    window.dispatchEvent(new Event(kind))
    vi.advanceTimersByTime(58_000)
    expect(isAway(screen), kind).toBe(false)
    vi.advanceTimersByTime(2000)
    expect(isAway(screen), kind).toBe(true)
  }
  window.dispatchEvent(new Event('keydown'))
  expect(isAway(screen)).toBe(false)
})

test('who looks at another tab is away at once, and back with this one', async () => {
  using screen = await watched()
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  document.dispatchEvent(new Event('visibilitychange'))
  expect(isAway(screen)).toBe(true)
  hidden.mockReturnValue(false)
  document.dispatchEvent(new Event('visibilitychange'))
  expect(isAway(screen)).toBe(false)
})
