import { expect, test } from 'vitest'
import { pingMessage } from '#collab-server/protocol.ts'
import { watchSilence } from './watch-silence.ts'

function watched() {
  const sent: number[] = []
  const heard: boolean[] = []
  const calls: string[] = []
  const provider = {
    ws: { send: (bytes: Uint8Array) => void sent.push(bytes[0]!) } as unknown as WebSocket,
    wsconnected: true,
    wsconnecting: false,
    wsLastMessageReceived: 1,
    connect: () => void calls.push('connect'),
    disconnect: () => void calls.push('disconnect'),
  }
  let tick = () => {}
  let tickMs = 0
  const state = { isWanted: true }
  watchSilence(provider, {
    onChange: (isSilent) => heard.push(isSilent),
    isWanted: () => state.isWanted,
    every: (ms, run) => {
      tickMs = ms
      tick = run
      return () => {}
    },
  })
  return {
    provider,
    sent,
    heard,
    calls,
    state,
    tickMs,
    tick: (times = 1) => Array.from({ length: times }, () => tick()),
  }
}

test('a network that dies without a word is noticed within 5 seconds: it is asked once, and does not answer', () => {
  const { tick, tickMs, sent, heard } = watched()
  let ticks = 0
  while (heard.length === 0 && ticks < 100) {
    tick()
    ticks++
  }
  expect(sent).toEqual([pingMessage])
  expect(heard).toEqual([true])
  // One more for what was heard just after a tick.
  expect((ticks + 1) * tickMs).toBeLessThan(5000)
})

test('an answer is a sign of life, and one that comes late ends the silence without a new connection', () => {
  const { provider, tick, heard, calls } = watched()
  for (let count = 0; count < 50; count++) {
    tick(2)
    provider.wsLastMessageReceived++
  }
  expect(heard).toEqual([])
  tick(6)
  provider.wsLastMessageReceived++
  tick()
  expect([heard, calls]).toEqual([[true, false], []])
})

test('after a longer silence the connection is made anew; so is one that never opens', () => {
  const { provider, tick, calls, heard } = watched()
  tick(11)
  expect(calls).toEqual(['disconnect', 'connect'])
  Object.assign(provider, { wsconnected: false, wsconnecting: true })
  heard.length = 0
  tick(11)
  expect([calls, heard]).toEqual([['disconnect', 'connect', 'disconnect', 'connect'], []])
  provider.wsLastMessageReceived++
  tick()
  expect(heard).toEqual([false])
})

test('a tab that nobody looks at asks nothing while nothing waits', () => {
  const { tick, sent, heard, state } = watched()
  state.isWanted = false
  tick(20)
  expect([sent, heard]).toEqual([[], []])
})
