import { expect, test } from 'vitest'
import { edgeScrollStep } from './edge-scroll.ts'

const box = { left: 100, right: 500, top: 0, bottom: 600 }

test('the canvas moves along near its upper and lower edge, the faster the nearer', () => {
  expect(edgeScrollStep({ x: 300, y: 300 }, box)).toBe(0)
  expect(edgeScrollStep({ x: 300, y: 560 }, box)).toBeGreaterThan(0)
  expect(edgeScrollStep({ x: 300, y: 598 }, box)).toBeGreaterThan(edgeScrollStep({ x: 300, y: 560 }, box))
  expect(edgeScrollStep({ x: 300, y: 10 }, box)).toBeLessThan(0)
})

test('beside the canvas it stays where it is', () => {
  expect(edgeScrollStep({ x: 20, y: 598 }, box)).toBe(0)
})
