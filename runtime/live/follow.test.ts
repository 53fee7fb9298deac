import { expect, test } from 'vitest'
import type { Order } from '#model/shop/orders.ts'
import type { Answer } from '#components/kit/host.ts'
import { follow, type FollowClock } from './follow.ts'

const order = (version: number) => ({ id: 'o1', version }) as Order

/** A shop, a stream of events and a clock that all do only what the test says. */
function scene(read: () => Answer<Order>) {
  const seen: Answer<Order>[] = []
  const streams: FakeEvents[] = []
  let timers: { run: () => void; ms: number }[] = []
  const clock: FollowClock = {
    openEvents(url) {
      const stream = new FakeEvents(url)
      streams.push(stream)
      return stream as unknown as EventSource
    },
    later: (run, ms) => void timers.push({ run, ms }),
  }
  const source = {
    events: '/_shop/orders/o%201/events',
    event: 'order',
    versionOf: (value: Order) => value.version,
    read: async () => read(),
    token: async () => 't1',
    changed: (answer: Answer<Order>) => void seen.push(answer),
  }
  const stop = follow(source, clock)
  return {
    seen,
    streams,
    stop,
    timers: () => timers.map(({ ms }) => ms),
    async runTimers() {
      const due = timers
      timers = []
      for (const { run } of due) run()
      await settled()
    },
  }
}

class FakeEvents extends EventTarget {
  readyState = 0
  readonly url: string
  constructor(url: string) {
    super()
    this.url = url
  }
  close(): void {
    this.readyState = 2
  }
  tell(value: Order): void {
    this.dispatchEvent(new MessageEvent('order', { data: JSON.stringify(value) }))
  }
  fail(state: number): void {
    this.readyState = state
    this.dispatchEvent(new Event('error'))
  }
}

const settled = async () => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve()
}
const versions = (answers: readonly Answer<Order>[]) =>
  answers.map((answer) => (answer.ok ? answer.value.version : answer.failure.code))

test('the first state is read, later ones are told, older ones are let pass', async () => {
  const { seen, streams } = scene(() => ({ ok: true, value: order(2) }))
  await settled()
  expect(streams[0]?.url).toBe('/_shop/orders/o%201/events?token=t1')
  streams[0]?.tell(order(3))
  streams[0]?.tell(order(1))
  expect(versions(seen)).toEqual([2, 3])
})

test('while events do not come through it asks every five seconds, and stops asking when they do', async () => {
  let version = 1
  const { seen, streams, timers, runTimers } = scene(() => ({ ok: true, value: order(version++) }))
  await settled()
  streams[0]?.fail(0)
  await settled()
  expect(timers()).toEqual([5_000])
  await runTimers()
  expect(versions(seen)).toEqual([1, 2, 3])
  streams[0]?.dispatchEvent(new Event('open'))
  await runTimers()
  expect(timers()).toEqual([])
})

test('a stream that the server refused is opened anew after a while', async () => {
  const { streams, timers, runTimers } = scene(() => ({ ok: true, value: order(1) }))
  await settled()
  streams[0]?.fail(2)
  await settled()
  expect(timers()).toEqual([20_000, 5_000])
  await runTimers()
  expect(streams).toHaveLength(2)
})

test('no network later on leaves what is shown; at the start it is said', async () => {
  let online = false
  const offline: Answer<Order> = { ok: false, failure: { code: 'offline', message: '' } }
  const { seen, streams, runTimers } = scene(() => (online ? { ok: true, value: order(1) } : offline))
  await settled()
  expect(versions(seen)).toEqual(['offline'])
  online = true
  streams[0]?.fail(0)
  await settled()
  online = false
  await runTimers()
  expect(versions(seen)).toEqual(['offline', 1])
})

test('an order that is not there is not asked for again', async () => {
  const { seen, streams, timers } = scene(() => ({ ok: false, failure: { code: 'not-found', message: '' } }))
  await settled()
  expect(versions(seen)).toEqual(['not-found'])
  for (const stream of streams) stream.fail(2)
  await settled()
  expect(timers()).toEqual([])
})

test('nothing is heard after stopping', async () => {
  const { seen, streams, stop } = scene(() => ({ ok: true, value: order(1) }))
  await settled()
  stop()
  streams[0]?.tell(order(2))
  expect(versions(seen)).toEqual([1])
  expect(streams[0]?.readyState).toBe(2)
})
