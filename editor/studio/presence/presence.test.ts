import { expect, test } from 'vitest'
import { peerColours } from '#editor/people/hues.ts'
import { peopleOf, readPeers, windowOf } from './presence.ts'

const ann = { user: { id: 'u1', name: 'Ann', colour: 0 }, view: { pageId: 'p', selection: ['n', 'm'] } }
const bo = { user: { id: 'u2', name: 'Bo', colour: 1 } }
const awayBo = { ...bo, view: { isAway: true } }

test('peers are the others, with what they have selected, type in and point at', () => {
  const typing = { ...ann, view: { ...ann.view, typing: { nodeId: 'n', prop: 'text' }, pointer: { x: 0.5, y: 12 } } }
  const states = new Map<number, unknown>([
    [1, { user: { id: 'me', name: 'Me', colour: 5 } }],
    [3, typing],
    [2, bo],
  ])
  expect(readPeers(states, 1)).toEqual([
    { clientId: 2, userId: 'u2', name: 'Bo', colour: peerColours[1], selection: [] },
    {
      clientId: 3,
      userId: 'u1',
      name: 'Ann',
      colour: peerColours[0],
      pageId: 'p',
      selection: ['n', 'm'],
      typing: { nodeId: 'n', prop: 'text' },
      pointer: { x: 0.5, y: 12 },
    },
  ])
})

test('one person in two windows is one person, and oneself is none', () => {
  const peers = readPeers(
    new Map<number, unknown>([
      [1, ann],
      [2, bo],
      [3, bo],
      [4, ann],
    ]),
    1,
  )
  expect(peopleOf(peers, 'u1')).toEqual([{ userId: 'u2', name: 'Bo', colour: peerColours[1], isAway: false }])
})

test('a person is away when they are in none of their windows; the one they are in is the one to follow', () => {
  const peers = readPeers(
    new Map<number, unknown>([
      [2, awayBo],
      [3, bo],
    ]),
    1,
  )
  expect(peopleOf(peers, 'u1')).toMatchObject([{ name: 'Bo', isAway: false }])
  expect(windowOf(peers, 'u2')?.clientId).toBe(3)
  const away = readPeers(
    new Map<number, unknown>([
      [2, awayBo],
      [3, awayBo],
    ]),
    1,
  )
  expect(peopleOf(away, 'u1')).toMatchObject([{ name: 'Bo', isAway: true }])
  expect(windowOf(away, 'u2')?.clientId).toBe(2)
  expect(windowOf(away, 'nobody')).toBeUndefined()
})

test('what is not presence is passed over', () => {
  const odd = new Map<number, unknown>([
    [2, null],
    [3, { user: 'Ann' }],
    [4, { user: { id: 'x', name: 'X', colour: 'url(evil)' } }],
    [5, { ...ann, view: { pointer: { x: '1', y: 2 } } }],
  ])
  expect(readPeers(odd, 1)).toEqual([])
})
