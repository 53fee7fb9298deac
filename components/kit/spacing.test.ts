import { expect, test } from 'vitest'
import { isSpacing, readSpacing, spacingBox, writeSpacing } from './spacing.ts'

test('a block keeps its own room until somebody chooses another', () => {
  expect(spacingBox('')).toBeUndefined()
  expect(spacingBox(undefined)).toBeUndefined()
  expect(spacingBox('nonsense')).toBeUndefined()
  expect(readSpacing('nonsense')).toEqual({ top: '-', right: '-', bottom: '-', left: '-' })
  expect(writeSpacing(readSpacing(''))).toBe('')
})

test('each side is chosen by itself, in units of the theme', () => {
  expect(writeSpacing({ ...readSpacing(''), top: 'm', bottom: '0' })).toBe('m-0-')
  expect(spacingBox('m-0-')).toEqual({
    className: 'sw-room-top sw-room-bottom',
    style: { '--sw-room-top': 'calc(var(--sw-space)*4)', '--sw-room-bottom': '0px' },
  })
})

test('nothing but the four letters is stored', () => {
  for (const good of ['', '----', 'x0sm']) expect(isSpacing(good), good).toBe(true)
  for (const bad of ['m', 'm-l-m', 'M---', '1px;', ' ']) expect(isSpacing(bad), bad).toBe(false)
})
