// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { onScreen, type OnScreen } from '#editor/testing/on-screen.tsx'
import { People } from './people.tsx'

afterEach(() => vi.unstubAllGlobals())

/** Somebody else opens the program in a window of their own. */
function joins({ session }: OnScreen, name: string, view: object = {}): void {
  const theirs = new Awareness(new Y.Doc())
  theirs.setLocalState({ user: { id: name, name, colour: 1 }, view })
  applyAwarenessUpdate(session.link.awareness, encodeAwarenessUpdate(theirs, [theirs.clientID]), 'remote')
  theirs.destroy()
}

const press = (screen: OnScreen, element: HTMLElement | null | undefined) => screen.act(() => element?.click())
const entries = () => [...document.querySelectorAll<HTMLElement>('[role^=menuitem]')]

async function withPeople(...names: readonly string[]): Promise<OnScreen> {
  const screen = await onScreen([], <People />)
  await screen.act(() => names.forEach((name) => joins(screen, name, name === 'Gil' ? { isAway: true } : {})))
  return screen
}

test('those for whom there is no room are in a menu, with who is away, and can be followed from there', async () => {
  using screen = await withPeople('Bo', 'Cy', 'Di', 'Ed', 'Fay', 'Gil')
  const buttons = [...screen.element.querySelectorAll('button')]
  expect(buttons).toHaveLength(5)
  const faces = buttons.slice(0, 4).map((button) => button.getAttribute('aria-label'))
  const more = buttons[4]
  await press(screen, more)
  const inMenu = entries().map((entry) => entry.textContent)
  expect(inMenu).toHaveLength(2)
  expect(more?.textContent).toBe('+2')
  expect([...faces, ...inMenu].toSorted()).toEqual([
    'Follow Bo',
    'Follow Cy',
    'Follow Di',
    'Follow Ed',
    'Follow Fay',
    'Follow Gil (Gil, away)',
  ])
  const chosen = entries()[0]
  const name = chosen?.textContent?.split(' ')[1]
  await press(screen, chosen)
  expect(screen.session.view.getState().following).toBe(name)
  await press(screen, more)
  expect(entries()[0]?.textContent).toMatch(/^Stop following/)
  await press(screen, entries()[0])
  expect(screen.session.view.getState().following).toBeUndefined()
})

test('on a phone all are behind one button', async () => {
  const media = (query: string) => ({ matches: true, media: query, addEventListener() {}, removeEventListener() {} })
  vi.stubGlobal('matchMedia', media)
  using screen = await withPeople('Bo', 'Cy')
  const buttons = [...screen.element.querySelectorAll('button')]
  const names = buttons.map((button) =>
    button
      .getAttribute('aria-label')
      ?.match(/^Also here: (.*)$/)?.[1]
      ?.split(', '),
  )
  expect(names.map((each) => each?.toSorted())).toEqual([['Bo', 'Cy']])
  await press(screen, buttons[0])
  await press(
    screen,
    entries().find((entry) => entry.textContent === 'Follow Cy'),
  )
  expect(screen.session.view.getState().following).toBe('Cy')
})

test('who is away is pale, and said to be away', async () => {
  using screen = await withPeople('Gil')
  const face = () => screen.element.querySelector('button')
  expect(face()?.className).toContain('st-face--away')
  expect(face()?.getAttribute('aria-label')).toBe('Follow Gil (Gil, away)')
})
