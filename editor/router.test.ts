import { expect, test } from 'vitest'
import { parseRoute, paths } from './router.tsx'

test('an address names its area, and each path leads back to it', () => {
  expect(parseRoute(paths.home)).toEqual({ area: 'home' })
  expect(parseRoute(paths.new)).toEqual({ area: 'new' })
  expect(parseRoute(paths.studio('p1'))).toEqual({ area: 'studio', programId: 'p1' })
  expect(parseRoute(paths.console('p1'))).toEqual({ area: 'console', programId: 'p1', rest: '' })
  expect(parseRoute(paths.console('p1', 'orders/7'))).toEqual({ area: 'console', programId: 'p1', rest: 'orders/7' })
})

test('an address that means nothing is said to be unknown', () => {
  for (const address of ['/p', '/p/1/other', '/new/more', '/else'])
    expect(parseRoute(address)).toEqual({ area: 'unknown' })
})
