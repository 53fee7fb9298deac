import { expect, test } from 'vitest'
import type { NodeId } from '#model/index.ts'
import { keepFor, mostKept, type KeptInspector } from './kept-inspectors.ts'

const ids = (...names: string[]) => names as NodeId[]
const kindsOf = (kept: readonly KeptInspector[]) => kept.map(({ kind }) => kind)

test('another block of the same kind is shown in the fields that stand there already', () => {
  const first = keepFor([], 'heading', ids('a'))
  const next = keepFor(first, 'heading', ids('b'))
  expect(kindsOf(next)).toEqual(['heading'])
  expect(next[0]?.ids).toEqual(['b'])
})

test('going back to a kind finds it where it was, with the blocks of then given new ones', () => {
  const both = keepFor(keepFor([], 'heading', ids('a')), 'text', ids('b'))
  const back = keepFor(both, 'heading', ids('c'))
  expect(kindsOf(back)).toEqual(['heading', 'text'])
  expect(back.map((each) => each.ids)).toEqual([['c'], ['b']])
})

test('the one not used for longest makes room', () => {
  let kept: readonly KeptInspector[] = []
  for (let at = 0; at < mostKept; at++) kept = keepFor(kept, `kind-${at}`, ids('a'))
  kept = keepFor(kept, 'kind-0', ids('b'))
  kept = keepFor(kept, 'another', ids('c'))
  expect(kindsOf(kept)).toHaveLength(mostKept)
  expect(kindsOf(kept)).toContain('kind-0')
  expect(kindsOf(kept)).not.toContain('kind-1')
})

test('asked again for what is shown, it is the same list: nothing is drawn', () => {
  const chosen = ids('a')
  const kept = keepFor([], 'heading', chosen)
  expect(keepFor(kept, 'heading', chosen)).toBe(kept)
})
