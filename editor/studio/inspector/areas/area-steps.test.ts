import { expect, test } from 'vitest'
import { drawArea, moveArea, pressArea, readArea, resizeArea } from './area-steps.ts'

const area = { left: 10, top: 20, width: 30, height: 40 }

test('an area is drawn from any corner to the one opposite, and not by a press that hardly moved', () => {
  expect(drawArea({ x: 40.4, y: 60 }, { x: 10, y: 19.6 })).toEqual({ left: 10, top: 20, width: 30, height: 40 })
  expect(drawArea({ x: -20, y: 90 }, { x: 30, y: 140 })).toEqual({ left: 0, top: 90, width: 30, height: 10 })
  expect(drawArea({ x: 10, y: 10 }, { x: 13, y: 50 })).toBeUndefined()
})

test('moved, it keeps its size and stays on the picture', () => {
  expect(moveArea(area, 5.4, -3)).toEqual({ ...area, left: 15, top: 17 })
  expect(moveArea(area, 500, -500)).toEqual({ ...area, left: 70, top: 0 })
})

test('sized by a corner, the one opposite stays, and it never gets too small to hit', () => {
  expect(resizeArea(area, 'se', 10, 10)).toEqual({ ...area, width: 40, height: 50 })
  expect(resizeArea(area, 'nw', 10, 10)).toEqual({ left: 20, top: 30, width: 20, height: 30 })
  expect(resizeArea(area, 'ne', 500, 500)).toEqual({ left: 10, top: 55, width: 90, height: 5 })
  expect(resizeArea(area, 'sw', -500, -500)).toEqual({ left: 0, top: 20, width: 40, height: 5 })
})

test('arrow keys move it by a hundredth, with Shift its size; other keys mean something else', () => {
  expect(pressArea(area, { key: 'ArrowRight', shiftKey: false })).toEqual({ ...area, left: 11 })
  expect(pressArea(area, { key: 'ArrowUp', shiftKey: true })).toEqual({ ...area, height: 39 })
  expect(pressArea(area, { key: 'a', shiftKey: false })).toBeUndefined()
})

test('what an item lacks, or what reaches past the picture, is brought inside', () => {
  expect(readArea({})).toEqual({ left: 0, top: 0, width: 40, height: 40 })
  expect(readArea({ left: 99, top: 50, width: 80, height: 80 })).toEqual({ left: 95, top: 50, width: 5, height: 50 })
})
