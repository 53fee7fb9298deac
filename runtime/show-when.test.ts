import { expect, test } from 'vitest'
import type { CompiledNode } from '#model/compiled-program.ts'
import type { NodeId } from '#model/ids.ts'
import type { ShowWhen } from '#model/show-when.ts'
import { isOffered, isShownNow, momentsOf, whyNotShown, type ShowFacts } from './show-when.ts'

const at = (change: Partial<ShowFacts> = {}): ShowFacts => ({ nowMs: 100, isOpen: true, isMember: false, ...change })

test('without conditions it is always seen', () => {
  expect(isShownNow(undefined, at({ isOpen: undefined, isMember: undefined }))).toBe(true)
})

test('from its first moment on, up to but not including its last', () => {
  const between = { fromMs: 100, untilMs: 200 }
  expect([99, 100, 199, 200].map((nowMs) => whyNotShown(between, at({ nowMs })))).toEqual([
    'not-yet',
    undefined,
    undefined,
    'over',
  ])
  expect(whyNotShown({ fromMs: 200, untilMs: 100 }, at({ nowMs: 150 }))).toBe('over')
})

test('while open, while closed; while nobody knows, neither', () => {
  expect(whyNotShown({ hours: 'open' }, at())).toBeUndefined()
  expect(whyNotShown({ hours: 'open' }, at({ isOpen: false }))).toBe('closed')
  expect(whyNotShown({ hours: 'closed' }, at())).toBe('open')
  expect(isShownNow({ hours: 'closed' }, at({ isOpen: false }))).toBe(true)
  for (const hours of ['open', 'closed'] as const) expect(isShownNow({ hours }, at({ isOpen: undefined }))).toBe(false)
})

test('for members, for all others; while nobody knows, for neither', () => {
  expect(whyNotShown({ audience: 'members' }, at())).toBe('members')
  expect(isShownNow({ audience: 'members' }, at({ isMember: true }))).toBe(true)
  expect(isShownNow({ audience: 'not-members' }, at())).toBe(true)
  expect(whyNotShown({ audience: 'not-members' }, at({ isMember: true }))).toBe('not-members')
  for (const audience of ['members', 'not-members'] as const)
    expect(isShownNow({ audience }, at({ isMember: undefined }))).toBe(false)
})

test('all that are set must hold, and hidden comes before everything', () => {
  expect(isShownNow({ hours: 'open', audience: 'members' }, at({ isMember: true }))).toBe(true)
  expect(isShownNow({ hours: 'open', audience: 'members' }, at())).toBe(false)
  expect(whyNotShown({ hidden: true, untilMs: 1 }, at())).toBe('hidden')
})

test('moments of what can begin or end, in order and once', () => {
  const nodes = [{ showWhen: { fromMs: 9, untilMs: 3 } }, { showWhen: { untilMs: 9 } }, {}]
  expect(momentsOf([...nodes, { showWhen: { hidden: true as const, fromMs: 1 } }])).toEqual([3, 9])
})

test('what is put away or over is not offered, nor what stands in it; for whom and at which hours is not asked', () => {
  const node = (id: string, showWhen?: ShowWhen, children: readonly string[] = []) =>
    ({
      id,
      type: 'box',
      props: {},
      slots: { main: children },
      ...(showWhen && { showWhen }),
    }) as unknown as CompiledNode
  const nodes = [
    node('open'),
    node('members', { audience: 'members', hours: 'closed' }),
    node('over', { untilMs: 100 }),
    node('hidden', { hidden: true }, ['inside']),
    node('inside'),
  ]
  const root = ['open', 'members', 'over', 'hidden'] as NodeId[]
  const page = { root, nodes: Object.fromEntries(nodes.map((each) => [each.id, each])) }
  expect(nodes.map(({ id }) => isOffered(page, id, 100))).toEqual([true, true, false, false, false])
  expect(isOffered(page, 'over' as NodeId, 99)).toBe(true)
})
