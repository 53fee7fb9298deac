import { expect, test } from 'vitest'
import { placeToolbar } from './place-toolbar.ts'

const view = { top: 48, bottom: 900 }

test('the bar is above the text, below it at the top of the view, and beside a text that fills the view', () => {
  expect(placeToolbar({ top: 300, bottom: 400 }, view, 40)).toBe('above')
  expect(placeToolbar({ top: 80, bottom: 200 }, view, 40)).toBe('below')
  expect(placeToolbar({ top: -300, bottom: 200 }, view, 40)).toBe('below')
  expect(placeToolbar({ top: 60, bottom: 880 }, view, 40)).toBe('beside')
})
