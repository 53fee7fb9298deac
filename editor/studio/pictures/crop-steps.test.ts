import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cropWindow } from '#components/kit/picture-crop.ts'
import { focusCrop, moveCrop, pressCrop, wholePicture, zoomCrop } from './crop-steps.ts'

const square = { picture: 2, box: 1 }
const press = (key: string, crop = wholePicture, shiftKey = false) => pressCrop(crop, { key, shiftKey }, square)

test('what is shown follows the hand, and stops at the picture’s edge', () => {
  const before = cropWindow(wholePicture, 2, 1)
  const after = cropWindow(moveCrop(wholePicture, 0.1, 0, square), 2, 1)
  expect(after.x - before.x).toBeCloseTo(0.1, 2)
  expect(moveCrop(wholePicture, 9, 0, square).x).toBe(1)
})

test('in a direction in which everything is in sight, nothing moves', () => {
  expect(moveCrop(wholePicture, 0, 0.3, square)).toEqual(wholePicture)
  expect(moveCrop(zoomCrop(wholePicture, 2), 0, 0.1, square).y).toBeGreaterThan(0.5)
})

test('keys move, zoom within limits and reset; others are left alone', () => {
  expect(press('ArrowRight')).toEqual({ x: 0.54, y: 0.5, zoom: 1 })
  expect(press('ArrowLeft', wholePicture, true)).toEqual({ x: 0.3, y: 0.5, zoom: 1 })
  expect(press('+')?.zoom).toBe(1.1)
  expect(press('-')).toEqual(wholePicture)
  expect(press('+', { ...wholePicture, zoom: 3 })?.zoom).toBe(3)
  expect(press('0', { x: 1, y: 0, zoom: 2 })).toEqual(wholePicture)
  expect(press('Tab')).toBeUndefined()
})

test('whatever is done in whatever order, the crop stays one that blocks accept', () => {
  const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', '+', '-'] as const
  const step = fc.oneof(
    fc.constantFrom(...keys).map((key) => ({ key })),
    fc.record({ x: fc.double({ min: -1, max: 2, noNaN: true }), y: fc.double({ min: -1, max: 2, noNaN: true }) }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let crop = wholePicture
      for (const each of steps) crop = 'key' in each ? press(each.key, crop)! : focusCrop(crop, each.x, each.y)
      for (const value of [crop.x, crop.y]) expect(value >= 0 && value <= 1).toBe(true)
      expect(crop.zoom >= 1 && crop.zoom <= 3).toBe(true)
    }),
  )
})
