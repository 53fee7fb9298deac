import { expect, test } from 'vitest'
import { colourCss, groundAndInk } from './colour.ts'

test('tokens follow the theme, picked colours stay', () => {
  expect(colourCss('')).toBeUndefined()
  expect(colourCss('theme:accent')).toBe('var(--sw-accent)')
  expect(colourCss('#c2410c')).toBe('#c2410c')
})

test('ink on a picked ground is the one that stands out more', () => {
  expect(groundAndInk('#fef3c7')?.ink).toBe('#000000')
  expect(groundAndInk('#7f1d1d')?.ink).toBe('#ffffff')
  expect(groundAndInk('#777777')?.ink).toBe('#000000')
  expect(groundAndInk('theme:card')).toBeNull()
})
