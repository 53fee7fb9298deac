import { expect, test } from 'vitest'
import { evenOrderKeys, isOrderKey, longestOrderKey, orderKeyBetween, orderKeysBetween } from './order-key.ts'
import { seededRandom } from './testing/peers.ts'

const random = seededRandom(1)

test('[M4] there is a key between any two neighbours, wherever one inserts', () => {
  const keys: string[] = []
  for (let round = 0; round < 3000; round++) {
    const at = Math.floor(random() * (keys.length + 1))
    const key = orderKeyBetween(keys[at - 1], keys[at], random)
    expect(key).toBeDefined()
    expect(isOrderKey(key!)).toBe(true)
    keys.splice(at, 0, key!)
  }
  expect([...keys].sort((a, b) => (a < b ? -1 : 1))).toEqual(keys)
  expect(Math.max(...keys.map((key) => key.length))).toBeLessThan(longestOrderKey)
})

test('[M4] adding at either end hardly makes keys longer', () => {
  let last: string | undefined
  let first: string | undefined
  for (let round = 0; round < 1000; round++) {
    last = orderKeyBetween(last, undefined, random)
    first = orderKeyBetween(undefined, first, random)
  }
  expect(last!.length).toBeLessThan(40)
  expect(first!.length).toBeLessThan(40)
})

test('[M4] 1,000 people inserting in one gap get 1,000 keys', () => {
  const keys = Array.from({ length: 1000 }, (_, person) => orderKeyBetween('A', 'B', seededRandom(person)))
  expect(new Set(keys).size).toBe(1000)
  expect(keys.every((key) => key! > 'A' && key! < 'B')).toBe(true)
})

test('[M4] without room, it says so', () => {
  expect(orderKeyBetween('V', 'V', random)).toBeUndefined()
  expect(orderKeyBetween('W', 'V', random)).toBeUndefined()
  expect(orderKeyBetween('A', 'A0', random)).toBeUndefined()
  expect(orderKeyBetween('', 'V', random)).toBeUndefined()
  expect(orderKeyBetween('a-b', undefined, random)).toBeUndefined()
  expect(orderKeyBetween('A', 'A01', random)).toMatch(/^A00/)
})

test('[M19] keys of two pastes at one place do not interleave', () => {
  const ann = orderKeysBetween('A', 'B', 50, seededRandom(7))!
  const bo = orderKeysBetween('A', 'B', 50, seededRandom(8))!
  const order = [...ann, ...bo].sort((a, b) => (a < b ? -1 : 1))
  expect([`${ann.join()},${bo.join()}`, `${bo.join()},${ann.join()}`]).toContain(order.join())
})

test('spread keys are keys, in order, with room at both ends', () => {
  for (const count of [0, 1, 2, 61, 62, 500, 5000]) {
    const keys = evenOrderKeys(count)
    expect(keys).toHaveLength(count)
    expect(keys.every(isOrderKey)).toBe(true)
    expect([...new Set(keys)].sort((a, b) => (a < b ? -1 : 1))).toEqual(keys)
    expect(orderKeyBetween(undefined, keys[0], random)).toBeDefined()
    expect(orderKeyBetween(keys.at(-1), undefined, random)).toBeDefined()
  }
})
