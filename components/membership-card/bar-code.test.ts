import { expect, test } from 'vitest'
import { barCode } from './bar-code.ts'

/** The widths as a run of bars (1) and gaps (0). */
const modules = (text: string) =>
  barCode(text)!
    .map((width, index) => (index % 2 ? '0' : '1').repeat(width))
    .join('')

test('a known symbol, module by module', () => {
  // Start B, H, I, check: (104 + 40 + 2 * 41) % 103 is 20, stop.
  expect(modules('HI')).toBe(['11010010000', '11000101000', '11000100010', '11001001110', '1100011101011'].join(''))
})

test('every symbol is eleven modules wide, and digits are packed in pairs', () => {
  expect(modules('HI')).toHaveLength(11 * 4 + 13)
  expect(modules('12345678')).toHaveLength(11 * 6 + 13)
  expect(modules('M12345678')).toHaveLength(11 * 8 + 13)
  // An odd run leaves its first digit in set B.
  expect(modules('M123456789')).toHaveLength(11 * 9 + 13)
})

test('every symbol has an even number of dark modules, as the standard wants', () => {
  for (let code = 32; code < 127; code++) {
    const [a = 0, , b = 0, , c = 0] = barCode(String.fromCharCode(code))!.slice(6, 12)
    expect((a + b + c) % 2, String.fromCharCode(code)).toBe(0)
  }
})

test('a quiet symbol begins and ends with a bar', () => {
  const bars = barCode('VIP-0042')!
  expect(bars.length % 2).toBe(1)
})

test('text that no scanner could read makes no code', () => {
  expect(barCode('')).toBe(null)
  expect(barCode('会员')).toBe(null)
})
