import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Change, NodeId } from '#model/index.ts'
import type { Touches } from '#platform/contract/history.ts'
import { attributeChanges, byOthersSince, writersIn } from './attribute-changes.ts'

const node = (id: string) => id as NodeId
const prop = (id: string, name: string): Change => ({
  what: 'prop',
  nodeId: node(id),
  type: 'heading',
  props: {},
  rootId: undefined,
  prop: name,
  before: 'a',
  after: 'b',
})
const moved = (id: string, behind: readonly string[]): Change => {
  const spot = { parentId: node('home'), slot: 'root', rootId: undefined, behind: behind.map(node) }
  return {
    what: 'block-moved',
    nodeId: node(id),
    type: 'heading',
    props: {},
    rootId: undefined,
    how: 'order',
    from: spot,
    to: spot,
  }
}
const nothing = new Y.Doc()
const people = [
  { id: 'ann', name: 'Ann' },
  { id: 'bo', name: null },
]

test('a change is by those who wrote its entry, the last one first, whether a text is shared or plain', () => {
  const told = attributeChanges(
    [prop('n', 'text'), prop('n', 'size'), prop('m', 'size')],
    {
      people,
      touches: [
        ['nodes', 'n', 't:text', [['ann', 10]]],
        ['nodes', 'n', 'x:text', [['bo', 20]]],
        ['nodes', 'n', 'x:size', [['ann', 30]]],
      ],
    },
    nothing,
  )
  expect(told.map(({ by }) => by)).toEqual([
    [
      { id: 'bo', name: null, atMs: 20 },
      { id: 'ann', name: 'Ann', atMs: 10 },
    ],
    [{ id: 'ann', name: 'Ann', atMs: 30 }],
    [],
  ])
})

test('a list is changed by those who changed an item of it', () => {
  const [told] = attributeChanges(
    [prop('n', 'items')],
    {
      people,
      touches: [
        ['nodes', 'n', 'i:items:x-0:label', [['ann', 10]]],
        ['nodes', 'n', 'i:items:x-1:', [['bo', 20]]],
        ['nodes', 'n', 'i:others:x-1:label', [['cy', 30]]],
      ],
    },
    nothing,
  )
  expect(told?.by.map(({ id }) => id)).toEqual(['bo', 'ann'])
})

test('of two blocks that changed places, whoever dragged the one has moved the other', () => {
  const touches: Touches['touches'] = [['nodes', 'b', 'at', [['ann', 5]]]]
  const [told] = attributeChanges([moved('a', ['b'])], { people, touches }, nothing)
  expect(told?.by).toEqual([{ id: 'ann', name: 'Ann', atMs: 5 }])
})

test('since one was last here counts what others did after that, and not one’s own', () => {
  const told = attributeChanges(
    [prop('n', 'text'), prop('n', 'size'), prop('n', 'link')],
    {
      people,
      touches: [
        [
          'nodes',
          'n',
          'x:text',
          [
            ['ann', 10],
            ['bo', 20],
          ],
        ],
        ['nodes', 'n', 'x:size', [['ann', 30]]],
        ['nodes', 'n', 'x:link', [['bo', 5]]],
      ],
    },
    nothing,
  )
  const since = byOthersSince(told, 15, 'ann')
  expect(since.map(({ change }) => 'prop' in change && change.prop)).toEqual(['text'])
  expect(writersIn(since)).toEqual([{ id: 'bo', name: null, atMs: 20 }])
})

test('what two people did to one value is told as two changes, each by its own', () => {
  const before = new Y.Doc()
  before.getMap('theme').set('accent', 'red')
  const change: Change = { what: 'theme', key: 'accent', before: 'red', after: 'blue' }
  const steps = [
    { by: ['ann'], atMs: 10, value: 'green' },
    { by: ['bo'], atMs: 20, value: 'blue' },
  ]
  const writers: [string, number][] = [
    ['bo', 20],
    ['ann', 10],
  ]
  const told = attributeChanges([change], { people, touches: [['theme', null, 'accent', writers, steps]] }, before)
  expect(told).toEqual([
    { change: { ...change, after: 'green' }, by: [{ id: 'ann', name: 'Ann', atMs: 10 }] },
    { change: { ...change, before: 'green' }, by: [{ id: 'bo', name: null, atMs: 20 }] },
  ])
  const unknown = attributeChanges([change], { people, touches: [['theme', null, 'accent', writers]] }, before)
  expect(unknown).toHaveLength(1)
})
