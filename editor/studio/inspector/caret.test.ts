import { expect, test } from 'vitest'
import { caretAfter } from './caret.ts'

test('a caret stays at its letters when somebody else types before or after it', () => {
  expect(caretAfter(5, 'fresh noodles', 'very fresh noodles')).toBe(10)
  expect(caretAfter(5, 'fresh noodles', 'fresh noodles today')).toBe(5)
  expect(caretAfter(13, 'fresh noodles', 'noodles')).toBe(7)
  expect(caretAfter(3, 'fresh noodles', 'noodles')).toBe(0)
})
