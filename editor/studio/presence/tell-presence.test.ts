import { beforeEach, expect, test } from 'vitest'
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { OwnView } from './presence.ts'
import { tellPresence } from './tell-presence.ts'

let mine: Awareness
let other: Awareness
let sent: unknown[]
let looks: number
let view: OwnView
let due: (() => void)[]

beforeEach(() => {
  mine = new Awareness(new Y.Doc())
  other = new Awareness(new Y.Doc())
  view = { selection: [] }
  ;[sent, looks, due] = [[], 0, []]
  mine.on('update', (_change: unknown, origin: unknown) => {
    if (origin === 'local') sent.push(mine.getLocalState()?.view)
  })
})

const start = () =>
  tellPresence(
    mine,
    () => {
      looks++
      return view
    },
    (_ms, run) => {
      due.push(run)
      return () => void due.splice(due.indexOf(run), 1)
    },
  )
const comes = () => {
  other.setLocalState({ user: {} })
  applyAwarenessUpdate(mine, encodeAwarenessUpdate(other, [other.clientID]), 'remote')
}
const timePasses = () => {
  for (const run of due.splice(0)) run()
}

test('alone, nothing is looked at and nothing is sent, whatever happens; who comes is told at once', () => {
  const teller = start()
  for (let count = 0; count < 100; count++) teller.changed()
  expect([looks, sent.length, due.length]).toEqual([0, 0, 0])
  view = { selection: [], pointer: { x: 0.5, y: 9 } }
  comes()
  expect(sent).toEqual([view])
})

test('many changes in a moment are one message, the last of them is never left out', () => {
  comes()
  const teller = start()
  expect(sent).toHaveLength(1)
  for (let y = 1; y <= 50; y++) {
    view = { selection: [], pointer: { x: 0, y } }
    teller.changed()
  }
  expect(sent).toHaveLength(1)
  timePasses()
  expect(sent).toHaveLength(2)
  expect(sent.at(-1)).toEqual(view)
  timePasses()
  expect(sent).toHaveLength(2)
})

test('what is as it was is not said again, and after the last one has left nothing is', () => {
  comes()
  const teller = start()
  timePasses()
  teller.changed()
  expect(sent).toHaveLength(1)
  timePasses()
  removeAwarenessStates(mine, [other.clientID], 'remote')
  view = { selection: [], pointer: { x: 1, y: 1 } }
  teller.changed()
  expect(sent).toHaveLength(1)
})
