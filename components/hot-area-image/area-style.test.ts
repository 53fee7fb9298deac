import { expect, test } from 'vitest'
import { areaStyle } from './area-style.ts'

test('an area lies where it was put', () => {
  expect(areaStyle({ left: 10, top: 20, width: 30, height: 40 })).toEqual({
    left: '10%',
    top: '20%',
    width: '30%',
    height: '40%',
  })
})

test('nothing of it reaches past the picture, and something of it stays on', () => {
  expect(areaStyle({ left: 80, top: 100, width: 50, height: 50 })).toEqual({
    left: '80%',
    top: '95%',
    width: '20%',
    height: '5%',
  })
})
