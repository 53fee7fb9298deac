import { expect, test } from 'vitest'
import { finderOf } from './finder.ts'
import { initialsOf } from './initials.ts'

const finds = (query: string, text: string) => finderOf(query)(text)

test('every word must be there, in whatever case, width and accent', () => {
  expect(finds('beef NOODLE', 'Braised beef noodle soup')).toBe(true)
  expect(finds('creme', 'Crème brûlée')).toBe(true)
  expect(finds('ＢＥＥＦ', 'beef')).toBe(true)
  expect(finds('beef rice', 'Beef noodles')).toBe(false)
  expect(finds('  ', 'anything')).toBe(true)
})

test('Chinese is found by its characters and by the first letters of their sounds', () => {
  expect(finds('牛肉', '红烧牛肉面')).toBe(true)
  expect(finds('nrm', '红烧牛肉面')).toBe(true)
  expect(finds('HSNRM', '红烧牛肉面')).toBe(true)
  expect(finds('hs 牛肉', '红烧牛肉面')).toBe(true)
  expect(finds('nmr', '红烧牛肉面')).toBe(false)
  // Letters never match across words that were written in letters.
  expect(finds('bn', 'beef noodles')).toBe(false)
})

test('each letter begins where its sounds begin', () => {
  expect(initialsOf('爱八擦大鹅发嘎海加卡拉妈那欧怕七热撒他外西亚杂')).toBe('abcdefghjklmnopqrstwxyz')
  expect(initialsOf('拍黄瓜 XL')).toBe('phg XL')
})
