// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { queryCache } from '#editor/api/index.ts'
import { selecting } from '#editor/state/selection.ts'
import { onScreen, type OnScreen } from '#editor/testing/on-screen.tsx'
import { createSectionFrom, pageSlot, partId, partPath, setLock, wholeBlock, type NodeId } from '#model/index.ts'
import { Inspector } from '../inspector/inspector.tsx'

/** What was sent to the platform. */
let sent: { readonly path: string; readonly body: { readonly [name: string]: unknown } }[]

beforeEach(() => {
  sent = []
  localStorage.clear()
  queryCache.clear()
  vi.stubGlobal('fetch', async (address: string | URL, { body }: RequestInit = {}) => {
    const input = JSON.parse(String(body ?? '{}')) as { readonly [name: string]: unknown }
    if (body !== undefined) sent.push({ path: new URL(String(address), 'http://localhost').pathname, body: input })
    return new Response('[]')
  })
})
afterEach(() => vi.unstubAllGlobals())

const heading = { type: 'heading', props: { text: 'One' } }
const first = ({ session: { program } }: OnScreen): NodeId => program.children(program.pages()[0]!.id, pageSlot)[0]!
const choose = (screen: OnScreen, id = first(screen)) => screen.act(() => screen.session.view.setState(selecting(id)))
const field = ({ element }: OnScreen, prop: string) =>
  element.querySelector<HTMLElement>(`[data-testid=inspector] [data-field=${prop}]`)
const control = (screen: OnScreen, prop: string) =>
  field(screen, prop)?.querySelector<HTMLInputElement>('input, textarea, button, [role=spinbutton]')

/** Whether a field lets its value be changed. */
function isOpen(screen: OnScreen, prop: string): boolean {
  const box = field(screen, prop)
  if (!box) throw new Error(`There is no field ${prop}`)
  if (box.querySelector('[data-testid=locked-field]')) return false
  const found = control(screen, prop)
  return !found?.disabled && !found?.readOnly && found?.getAttribute('aria-disabled') !== 'true'
}

const pressed = (screen: OnScreen, within: ParentNode | null | undefined, words: string) =>
  screen.act(() => {
    const all = [...(within ?? document).querySelectorAll('button')]
    const found = all.find((button) => (button.getAttribute('aria-label') ?? button.textContent)?.includes(words))
    if (!found) throw new Error(`There is no button ${words}`)
    found.click()
  })

async function type(screen: OnScreen, words: string): Promise<void> {
  await screen.act(() => {
    const box = document.querySelector<HTMLTextAreaElement>('[role=dialog] textarea')!
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!.set!.call(box, words)
    box.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

test('a locked field is read-only for an editor, says who locked it, and a request for a change becomes a comment on it', async () => {
  using screen = await onScreen([heading], <Inspector />, { role: 'editor' })
  await choose(screen)
  expect([isOpen(screen, 'text'), isOpen(screen, 'align')]).toEqual([true, true])
  await screen.act(() => setLock(screen.session.program, first(screen), 'text', true))
  expect([isOpen(screen, 'text'), isOpen(screen, 'align')]).toEqual([false, true])
  const notice = screen.element.querySelector('[data-testid=locked-field]')
  expect(notice?.textContent).toContain('Locked by the agency')

  await pressed(screen, notice, 'Request a change')
  await type(screen, 'Say “since 1996”, please')
  await pressed(screen, document.querySelector('[role=dialog]'), 'Send')
  await vi.waitFor(() => expect(sent).toHaveLength(1))
  expect(sent[0]?.path).toMatch(/comments$/)
  expect(sent[0]?.body).toMatchObject({
    kind: 'change-request',
    body: 'Say “since 1996”, please',
    nodeId: first(screen),
    field: 'text',
  })
})

test('of a locked block every field is read-only, and the block says so once above them', async () => {
  using screen = await onScreen([heading], <Inspector />, { role: 'editor' })
  await choose(screen)
  await screen.act(() => setLock(screen.session.program, first(screen), wholeBlock, true))
  expect([isOpen(screen, 'text'), isOpen(screen, 'align')]).toEqual([false, false])
  expect(screen.element.querySelector('[data-testid=lock-notice]')?.textContent).toContain('Request a change')
})

test('a designer turns the lock of a field, and goes on changing it', async () => {
  using screen = await onScreen([heading], <Inspector />, { role: 'designer' })
  await choose(screen)
  await pressed(screen, screen.element, 'Lock “Headline”')
  expect(screen.session.program.node(first(screen))?.locks).toEqual(['text'])
  expect(isOpen(screen, 'text')).toBe(true)
  await pressed(screen, screen.element, 'Unlock “Headline”')
  expect(screen.session.program.node(first(screen))?.locks).toBeUndefined()
})

test.each([
  ['words', heading, 'text', 'align'],
  ['a picture', { type: 'image', props: {} }, 'picture', 'ratio'],
  ['an amount of money', { type: 'pay-button', props: { kind: 'fixed' } }, 'label', 'kind'],
  ['a moment', { type: 'countdown', props: {} }, 'endsAtMs', 'link'],
])('with the structure locked an editor changes %s, and not how it looks', async (_name, block, content, other) => {
  using screen = await onScreen([block], <Inspector />, { role: 'editor', contentOnly: true })
  await choose(screen)
  expect([isOpen(screen, content), isOpen(screen, other)]).toEqual([true, false])
  expect(screen.element.querySelector('[data-testid=lock-notice]')?.textContent).toContain('locked the structure')
})

test('with the structure locked the words of a list may change, and not which items there are, their order or their icons', async () => {
  const items = [
    { label: 'Menu', icon: 'soup' },
    { label: 'Book', icon: 'calendar' },
  ]
  using screen = await onScreen([{ type: 'icon-navigation', props: { items } }], <Inspector />, {
    role: 'editor',
    contentOnly: true,
  })
  await choose(screen)
  const list = field(screen, 'items')!
  await pressed(screen, list.querySelector('li'), 'Menu')
  const input = list.querySelector<HTMLInputElement>('.st-list__fields input')!
  expect([input.disabled, input.readOnly]).toEqual([false, false])
  const closed = [...list.querySelectorAll('button')].filter((button) => button.disabled)
  const named = closed.map((button) => button.getAttribute('aria-label') ?? button.textContent)
  expect(named).toEqual(expect.arrayContaining([expect.stringMatching(/^Duplicate/), expect.stringMatching(/^Remove/)]))
  expect(named).toEqual(expect.arrayContaining([expect.stringMatching(/^Add/)]))
  expect(list.querySelector('[data-handle]')).toBeNull()
  expect(closed.some((button) => /icon/i.test(button.getAttribute('aria-label') ?? ''))).toBe(true)
})

test('a part of a placed section keeps to the section’s locks; a request for a change is about the block in the section', async () => {
  using screen = await onScreen([heading], <Inspector />, { role: 'editor' })
  const { program } = screen.session
  const source = first(screen)
  const made = createSectionFrom(program, [source], 'Top')
  if (!made.ok) throw new Error('no section')
  await choose(screen, partId(made.value.instanceId, partPath(source)))
  expect(isOpen(screen, 'text')).toBe(true)
  await screen.act(() => setLock(program, source, 'text', true))
  expect(isOpen(screen, 'text')).toBe(false)
  await pressed(screen, screen.element.querySelector('[data-testid=locked-field]'), 'Request a change')
  await type(screen, 'Other words here')
  await pressed(screen, document.querySelector('[role=dialog]'), 'Send')
  await vi.waitFor(() => expect(sent[0]?.body).toMatchObject({ nodeId: source, field: 'text' }))
})
