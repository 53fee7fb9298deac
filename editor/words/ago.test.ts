import { expect, test } from 'vitest'
import { agoText } from './ago.ts'

const now = Date.parse('2026-10-04T12:00:00Z')
const ago = (iso: string, language: 'en' | 'zh-CN' = 'en') => agoText(iso, now, language)

test('tells time in the largest whole unit', () => {
  expect(ago('2026-10-04T11:59:30Z')).toBe('now')
  expect(ago('2026-10-04T11:55:00Z')).toBe('5 minutes ago')
  expect(ago('2026-10-03T12:00:00Z')).toBe('yesterday')
  expect(ago('2026-10-03T12:00:00Z', 'zh-CN')).toBe('昨天')
})

test('a clock that runs ahead is now, not the future', () => {
  expect(ago('2026-10-04T12:03:00Z')).toBe('now')
})
