import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { JsonValue } from '#model/json.ts'
import { mostSteps, stepOf, withStep, type Step } from './steps.ts'

/** `a:words` is what a shared text read as once a had written; `a=value` is a plain value; `a-` took the entry away. */
function stepsOf(...made: readonly string[]): readonly Step[] {
  return made.reduce<readonly Step[]>((steps, word, atMs) => {
    const value = word.slice(2)
    const said: JsonValue = word[1] === ':' ? { $rich: value === '' ? [] : [{ insert: value }] } : value
    return withStep(steps, { by: [word[0]!], atMs, ...(word[1] !== '-' && { value: said }) })
  }, [])
}

function told(steps: readonly Step[]): readonly string[] {
  return steps.map(({ by, value }) => {
    const runs = (value as { $rich?: { insert: string }[] } | undefined)?.$rich
    const said = runs
      ? `:${runs.map(({ insert }) => insert).join('')}`
      : value === undefined
        ? '-'
        : `=${String(value)}`
    return by.join('+') + said
  })
}

test.each([
  ['one person’s writing is one step', ['a:S', 'a:So', 'a:Soup'], ['a:Soup']],
  ['who goes on after somebody else begins another', ['a:Soup', 'b:Stew', 'a:Broth'], ['a:Soup', 'b:Stew', 'a:Broth']],
  [
    'two who type beside each other are two',
    ['a:So', 'b:So hot', 'a:Soup hot', 'b:Soup hot!'],
    ['a:Soup', 'b:Soup hot!'],
  ],
  [
    'three likewise',
    ['a:one', 'b:one two', 'c:one two three', 'a:One two three', 'b:One Two three'],
    ['a:One', 'b:One Two', 'c:One Two three'],
  ],
  ['values that are no words stay in their order', ['a=1', 'b=2', 'a=3', 'a=4'], ['a=1', 'b=2', 'a=4']],
  ['what was taken away is a step too', ['a=1', 'b-', 'a=1'], ['a=1', 'b-', 'a=1']],
])('%s', (_name, made, wanted) => {
  expect(told(stepsOf(...made))).toEqual(wanted)
})

test('of very many steps the oldest are one, by all who made them', () => {
  const made = Array.from({ length: mostSteps + 5 }, (_, at) => `${'ab'[at % 2]}=${at}`)
  const steps = stepsOf(...made)
  expect(steps).toHaveLength(mostSteps)
  expect(steps[0]).toMatchObject({ by: expect.arrayContaining(['a', 'b']), value: '5' })
  expect(told(steps.slice(-2))).toEqual([`b=${mostSteps + 3}`, `a=${mostSteps + 4}`])
})

test.each([
  ['words', 'soup', 'soup'],
  ['half a character', 'a\ud83d', undefined],
  ['a NUL', 'a\0b', undefined],
  ['a very long text', 'x'.repeat(30_000), undefined],
])('what the database cannot hold is not kept as a step: %s', (_name, value, kept) => {
  const map = new Y.Doc().getMap('root')
  map.set('entry', value)
  expect(stepOf(map, 'entry', 'ann', 5)).toEqual(kept && { by: ['ann'], atMs: 5, value: kept })
})
