import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchQuiet } from './watch-quiet.ts'

beforeEach(() => {
  vi.useFakeTimers()
  const page = new EventTarget()
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
  vi.stubGlobal('dispatchEvent', page.dispatchEvent.bind(page))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function watched() {
  const listeners = new Set<() => void>()
  const quiet = watchQuiet((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  })
  const ask = () => {
    const asked = { isQuiet: false }
    void quiet.until().then(() => (asked.isQuiet = true))
    return asked
  }
  return { quiet, ask, listeners }
}

test('a moment after the last touch and the last change it is quiet', async () => {
  const { ask, listeners } = watched()
  const asked = ask()
  await vi.advanceTimersByTimeAsync(1900)
  dispatchEvent(new Event('keydown'))
  await vi.advanceTimersByTimeAsync(1900)
  for (const listener of listeners) listener()
  await vi.advanceTimersByTimeAsync(1900)
  expect(asked.isQuiet).toBe(false)
  await vi.advanceTimersByTimeAsync(200)
  expect(asked.isQuiet).toBe(true)
})

test('where it is quiet already nobody waits', async () => {
  const { ask } = watched()
  await vi.advanceTimersByTimeAsync(2000)
  const asked = ask()
  await vi.advanceTimersByTimeAsync(0)
  expect(asked.isQuiet).toBe(true)
})

test('a person who never pauses does not hold it up for ever', async () => {
  const { ask } = watched()
  const asked = ask()
  for (let second = 0; second < 59; second++) {
    dispatchEvent(new Event('pointermove'))
    await vi.advanceTimersByTimeAsync(1000)
  }
  expect(asked.isQuiet).toBe(false)
  await vi.advanceTimersByTimeAsync(1000)
  expect(asked.isQuiet).toBe(true)
})

test('once stopped it listens to nothing', () => {
  const { quiet, listeners } = watched()
  quiet.stop()
  expect(listeners.size).toBe(0)
})
