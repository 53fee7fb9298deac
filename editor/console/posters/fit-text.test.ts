import { expect, test } from 'vitest'
import { fitText } from './fit-text.ts'

const box = { widthMm: 100, mostMm: 20, leastMm: 8, lines: 2 }

test('a short name is as large as may be; a long one takes two lines, then smaller letters', () => {
  expect(fitText('Lucky', box)).toEqual({ lines: ['Lucky'], sizeMm: 20 })
  const two = fitText('Old Street Noodles', box)
  expect([two.lines.length, two.sizeMm]).toEqual([2, 20])
  const small = fitText('The Old Street Noodle House of Shanghai', box)
  expect(small.lines.length).toBe(2)
  expect(small.sizeMm).toBeLessThan(20)
})

test('Chinese is broken between any two letters, but no line begins with a comma', () => {
  expect(fitText('老街手擀面馆', box)).toEqual({ lines: ['老街手擀面', '馆'], sizeMm: 20 })
  expect(fitText('扫码点单啊，安心就座', box).lines.every((line) => !line.startsWith('，'))).toBe(true)
})

test('what fits in no size ends with three dots, within the width', () => {
  const { lines, sizeMm } = fitText('Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüssel '.repeat(3), box)
  expect([lines.length, sizeMm]).toEqual([2, 8])
  expect(lines[0]).toMatch(/…$/)
})
