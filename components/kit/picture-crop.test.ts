import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cropStyle, cropWindow, enlargement } from './picture-crop.ts'

test('without enlarging, only the position is given', () => {
  expect(cropStyle({ x: 0.25, y: 1, zoom: 1 })).toEqual({ objectPosition: '25% 100%' })
  expect(cropStyle({ x: 0.5, y: 0.3333, zoom: 1.5 })).toEqual({
    objectPosition: '50% 33.3%',
    transformOrigin: '50% 33.3%',
    transform: 'scale(1.5)',
  })
})

test('a wide picture in a square shows half of it, where the crop says', () => {
  expect(cropWindow({ x: 0, y: 0.5, zoom: 1 }, 2, 1)).toEqual({ x: 0, y: 0, width: 0.5, height: 1 })
  expect(cropWindow({ x: 1, y: 0.5, zoom: 2 }, 2, 1)).toEqual({ x: 0.75, y: 0.25, width: 0.25, height: 0.5 })
})

test('whatever the box, the window lies in the picture, has the box’s proportions and holds the focal point', () => {
  const fraction = fc.double({ min: 0, max: 1, noNaN: true })
  const ratio = fc.double({ min: 0.2, max: 5, noNaN: true })
  const zooms = fc.double({ min: 1, max: 3, noNaN: true })
  fc.assert(
    fc.property(fraction, fraction, zooms, ratio, ratio, (x, y, zoom, pictureRatio, boxRatio) => {
      const window = cropWindow({ x, y, zoom }, pictureRatio, boxRatio)
      const near = 1e-9
      expect((window.width * pictureRatio) / window.height).toBeCloseTo(boxRatio, 6)
      expect(window.x).toBeLessThanOrEqual(x + near)
      expect(window.x + window.width).toBeGreaterThanOrEqual(x - near)
      expect(window.y).toBeLessThanOrEqual(y + near)
      expect(window.y + window.height).toBeGreaterThanOrEqual(y - near)
      expect(window.x).toBeGreaterThanOrEqual(0)
      expect(window.x + window.width).toBeLessThanOrEqual(1 + near)
    }),
  )
})

test('a picture that is drawn larger than its box needs more pixels', () => {
  expect(enlargement(undefined, 2, 2)).toBe(1)
  expect(enlargement(undefined, 2, 1)).toBe(2)
  expect(enlargement({ x: 0, y: 0, zoom: 1.5 }, 1, 2)).toBe(1.5)
  expect(enlargement(undefined, 2, undefined)).toBe(1)
})
