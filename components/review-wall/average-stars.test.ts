import { expect, test } from 'vitest'
import { averageStars } from './average-stars.ts'

const of = (...stars: readonly string[]) => averageStars(stars.map((each) => ({ stars: each })))

test('counts only reviews that have stars, and rounds to one decimal', () => {
  expect(of('5', '4', '4', 'none')).toEqual({ mean: '4.3', count: 3 })
  expect(of('5')).toEqual({ mean: '5.0', count: 1 })
})

test('says nothing while nobody gave any', () => {
  expect(of()).toBeNull()
  expect(of('none')).toBeNull()
})
