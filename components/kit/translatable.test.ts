import { expect, test } from 'vitest'
import type { Fields } from './fields.ts'
import { translatablePaths } from './translatable.ts'

test('words of a block and of the items of its lists are to be translated, where their fields say so', () => {
  const label = { en: 'x', 'zh-CN': 'x' }
  const words = { kind: 'text', label, default: '', maxLength: 9, translatable: true } as const
  const fields: Fields = {
    title: words,
    code: { ...words, translatable: false },
    story: { kind: 'rich-text', label, default: '', maxLength: 99, translatable: true },
    slides: {
      kind: 'list',
      label,
      itemLabel: label,
      default: [],
      maxItems: 3,
      item: { title: words, price: { ...words, translatable: false } },
    },
  }
  expect(translatablePaths(fields)).toEqual(['title', 'story', 'slides[].title'])
})
