import { expect, test } from 'vitest'
import { peerColours, readPeers, readPeople } from './presence.ts'

const ann = { user: { id: 'u1', name: 'Ann', colour: 0 }, view: { pageId: 'p', selected: 'n' } }
const bo = { user: { id: 'u2', name: 'Bo', colour: 1 } }

test('peers are the others, with what they have selected', () => {
  const states = new Map<number, unknown>([
    [1, { user: { id: 'me', name: 'Me', colour: 5 } }],
    [3, ann],
    [2, bo],
  ])
  expect(readPeers(states, 1)).toEqual([
    { clientId: 2, name: 'Bo', colour: peerColours[1], pageId: undefined, selected: undefined },
    { clientId: 3, name: 'Ann', colour: peerColours[0], pageId: 'p', selected: 'n' },
  ])
})

test('one person in two windows is one person, and oneself is none', () => {
  const states = new Map<number, unknown>([
    [1, ann],
    [2, bo],
    [3, bo],
    [4, ann],
  ])
  expect(readPeople(states, 1, 'u1')).toEqual([{ name: 'Bo', colour: peerColours[1] }])
})

test('what is not presence is passed over', () => {
  const odd = new Map<number, unknown>([
    [2, null],
    [3, { user: 'Ann' }],
    [4, { user: { id: 'x', name: 'X', colour: 'url(evil)' } }],
  ])
  expect(readPeers(odd, 1)).toEqual([])
})
