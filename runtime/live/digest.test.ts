import { expect, test } from 'vitest'
import { digest } from './digest.ts'

test('the same text has the same fingerprint, another text another', () => {
  expect(digest('{"menu":1}')).toBe(digest('{"menu":1}'))
  const all = Array.from({ length: 2000 }, (_, index) => digest(`{"priceMinor":${index}}`))
  expect(new Set(all).size).toBe(2000)
})
