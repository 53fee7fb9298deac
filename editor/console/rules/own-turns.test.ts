import { expect, test } from 'vitest'
import { createOwnTurns } from './own-turns.ts'

interface Dish {
  readonly id: string
  readonly version: number
  readonly priceMinor: number
  readonly isHidden: boolean
}

const dish: Dish = { id: 'noodles', version: 4, priceMinor: 2800, isHidden: false }

/** Refuses what was not made to its newest, as the server does. Answers when told to. */
function createServer(start: Dish) {
  let now = start
  const waiting: (() => void)[] = []
  return {
    now: () => now,
    change: (part: Partial<Dish>) => (seen: Dish) =>
      new Promise<Dish>((resolve, reject) =>
        waiting.push(() => {
          if (seen.version !== now.version) return reject(new Error('conflict'))
          now = { ...now, ...part, version: now.version + 1 }
          resolve(now)
        }),
      ),
    byAnother: (part: Partial<Dish>) => (now = { ...now, ...part, version: now.version + 1 }),
    async answer() {
      await expect.poll(() => waiting.length).toBe(1)
      waiting.shift()!()
    },
  }
}

test('a change begun before the answer to the one before is made to what that one left', async () => {
  const server = createServer(dish)
  const turns = createOwnTurns<Dish>()
  const price = turns.take(dish, server.change({ priceMinor: 7700 }))
  const hidden = turns.take(dish, server.change({ isHidden: true }))
  await server.answer()
  await server.answer()
  expect((await price).version).toBe(5)
  expect(await hidden).toEqual({ id: 'noodles', version: 6, priceMinor: 7700, isHidden: true })
  const back = turns.take(dish, server.change({ isHidden: false }))
  await server.answer()
  expect((await back).version).toBe(7)
})

test('what somebody else has changed in between is refused', async () => {
  const server = createServer(dish)
  const turns = createOwnTurns<Dish>()
  const first = turns.take(dish, server.change({ priceMinor: 7700 }))
  await server.answer()
  await first
  server.byAnother({ priceMinor: 100 })
  const second = turns.take(dish, server.change({ isHidden: true }))
  await server.answer()
  await expect(second).rejects.toThrow('conflict')
  const seen = turns.take(server.now(), server.change({ isHidden: true }))
  await server.answer()
  expect((await seen).priceMinor).toBe(100)
})

test('a change that says nothing of versions and comes after somebody else’s is no way around them', async () => {
  const server = createServer(dish)
  const turns = createOwnTurns<Dish>()
  server.byAnother({ priceMinor: 100 })
  const soldOut = turns.take(dish, () => server.change({})(server.now()))
  await server.answer()
  expect((await soldOut).version).toBe(6)
  const price = turns.take(dish, server.change({ priceMinor: 7700 }))
  await server.answer()
  await expect(price).rejects.toThrow('conflict')
})

test('one refusal does not hold up the next, and other things do not wait', async () => {
  const server = createServer(dish)
  const turns = createOwnTurns<Dish>()
  const old = turns.take({ ...dish, version: 1 }, server.change({ isHidden: true }))
  const next = turns.take(dish, server.change({ isHidden: true }))
  const rice = createServer({ ...dish, id: 'rice' })
  const other = turns.take(rice.now(), rice.change({ priceMinor: 1 }))
  await rice.answer()
  expect((await other).priceMinor).toBe(1)
  await server.answer()
  await expect(old).rejects.toThrow('conflict')
  await server.answer()
  expect((await next).isHidden).toBe(true)
})
