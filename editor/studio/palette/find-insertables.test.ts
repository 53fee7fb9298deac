import { expect, test } from 'vitest'
import { withUse } from '../insert/recent-uses.ts'
import { knownBlocks } from '../session/known-blocks.ts'
import { findInsertables } from './find-insertables.ts'

const found = (search: string) => findInsertables(knownBlocks.palette, search).map(({ type }) => type)

test('a search looks at names and descriptions in both languages, names first', () => {
  expect(found('HEAD')[0]).toBe('heading')
  expect(found('标题')[0]).toBe('heading')
  expect(found('')).toHaveLength(knownBlocks.palette.length)
  expect(found('no such thing at all')).toEqual([])
})

test('what was used last comes first, once, and only some are kept', () => {
  expect(withUse(['text', 'menu'], 'menu')).toEqual(['menu', 'text'])
  expect(withUse(['a', 'b', 'c', 'd', 'e', 'f'], 'g')).toEqual(['g', 'a', 'b', 'c', 'd', 'e'])
})
