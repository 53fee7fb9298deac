// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { queryCache } from '#editor/api/index.ts'
import { onScreen } from '#editor/testing/on-screen.tsx'
import type { PeopleList } from '#platform/contract/people.ts'
import { Composer, type ComposerProps } from './composer.tsx'

const person = (id: string, name: string, isYou = false) =>
  ({ id, name, email: null, role: 'editor', from: 'program', isYou, joinedAtIso: '2026-01-01T00:00:00Z' }) as const
const list: PeopleList = {
  people: [person('me', 'Mia', true), person('1', 'Ann Lee'), person('2', 'Bo')],
  invitations: [],
  canMail: false,
}

let sent: unknown[] = []

beforeEach(() => {
  sent = []
  sessionStorage.clear()
  queryCache.clear()
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(list)))
})
afterEach(() => vi.unstubAllGlobals())

async function writing(props: Partial<ComposerProps> = {}) {
  const composer = (
    <Composer label="Comment" placeholder="" send="Send" autoFocus onSend={(said) => void sent.push(said)} {...props} />
  )
  const screen = await onScreen([], composer)
  await screen.act(() => void queryCache.refresh('people/'))
  await vi.waitFor(() => screen.act(() => expect(queryCache.read('people/program').status).toBe('ready')))
  const field = screen.element.querySelector('textarea')!
  const type = (text: string) =>
    screen.act(() => {
      const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!.set!
      set.call(field, text)
      field.setSelectionRange(text.length, text.length)
      field.dispatchEvent(new Event('input', { bubbles: true }))
    })
  const press = (key: string, held: KeyboardEventInit = {}) =>
    screen.act(
      () => void field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held })),
    )
  const offered = () => [...screen.element.querySelectorAll('[role=option]')].map((one) => one.textContent)
  return { screen, field, type, press, offered }
}

test('the sign offers the others first; keys choose, and the id goes with the words', async () => {
  const { screen, field, type, press, offered } = await writing()
  using _ = screen
  await type('Look, @')
  expect(offered()).toEqual(['AAnn Lee', 'BBo', 'MMiaYou'])
  await press('ArrowDown')
  expect(field.getAttribute('aria-activedescendant')).toBe(screen.element.querySelectorAll('[role=option]')[1]!.id)
  await press('ArrowUp')
  await press('Enter')
  expect([field.value, offered()]).toEqual(['Look, @Ann Lee ', []])
  await press('Enter', { ctrlKey: true })
  expect(sent).toEqual([{ body: 'Look, @Ann Lee', mentions: ['1'] }])
  expect(field.value).toBe('')
})

test('Escape closes the list and not the card; letters that are being composed are left alone', async () => {
  const { screen, type, press, offered } = await writing()
  using _ = screen
  let escaped = 0
  const leaves = new AbortController()
  document.body.addEventListener('keydown', ({ key }) => void (key === 'Escape' && escaped++), leaves)
  await type('@bo')
  expect(offered()).toEqual(['BBo'])
  await press('Enter', { isComposing: true })
  expect(offered()).toEqual(['BBo'])
  await press('Escape')
  expect([offered(), escaped]).toEqual([[], 0])
  await press('Escape')
  expect(escaped).toBe(1)
  leaves.abort()
})

test('what was begun is there again; what was not taken stays', async () => {
  {
    const { screen, type } = await writing({ draftKey: 'k' })
    using _ = screen
    await type('Half a sentence')
  }
  const { screen, field, press } = await writing({ draftKey: 'k', onSend: () => Promise.resolve(false) })
  using _ = screen
  expect(field.value).toBe('Half a sentence')
  await press('Enter', { metaKey: true })
  expect(field.value).toBe('Half a sentence')
})
